import type { AgendaItem, OddOneOut, OrganizerEvent, RoundsDesk } from '@teabreak/shared';
import { type FormEvent, useState } from 'react';
import { Button } from '../../../components/button.js';
import { RadioCards } from '../../../components/choices.js';
import { CupIcon } from '../../../components/first-icons.js';
import { FormFailure, Notice } from '../../../components/states.js';
import { type Option, Select } from '../../../components/text-field.js';
import { serverNow, useNow } from '../../../lib/clock.js';
import { type Translate, useTranslation } from '../../../lib/i18n.js';
import { useTime } from '../../../lib/time.js';
import { useStartRounds } from '../rounds.mutations.js';
import styles from './rounds-desk.module.css';

const MINUTES = [3, 4, 5, 6, 7, 8, 10, 12, 15, 20];
const CHANGEOVER_SECONDS = [15, 30, 45, 60, 90, 120, 180];
const ROUNDS = [1, 2, 3, 4, 5, 6, 8, 10];

type Props = { desk: RoundsDesk; event: OrganizerEvent; open: AgendaItem };

/** Three numbers and a button. What it will come to is said before it is pressed. */
export function StartRounds({ desk, event, open }: Props) {
  const { t } = useTranslation('rounds-desk');
  useNow(20_000);
  const start = useStartRounds(event.id, open.id);
  const last = desk.settings;
  const [minutes, setMinutes] = useState(last?.minutes ?? 8);
  const [changeover, setChangeover] = useState(last?.changeoverSeconds ?? 60);
  const [rounds, setRounds] = useState(last?.rounds ?? 3);
  const [oddOneOut, setOddOneOut] = useState<OddOneOut>(last?.oddOneOut ?? 'trio');
  const submit = (pressed: FormEvent) => {
    pressed.preventDefault();
    start.mutate({ minutes, changeoverSeconds: changeover, rounds, oddOneOut });
  };
  return (
    <form className={styles.start} onSubmit={submit}>
      {desk.clock && <Notice>{t('lastOver', { count: desk.clock.number })}</Notice>}
      <p className={styles.ready}>
        <strong>{desk.ready}</strong> {t('ready', { count: desk.ready })}
      </p>
      <div className={styles.numbers}>
        <Amount name="rounds" unit="rounds" values={ROUNDS} value={rounds} onChange={setRounds} t={t} />
        <Amount name="minutes" unit="minutes" values={MINUTES} value={minutes} onChange={setMinutes} t={t} />
        <Amount
          name="changeover"
          unit="seconds"
          values={CHANGEOVER_SECONDS}
          value={changeover}
          onChange={setChangeover}
          t={t}
        />
      </div>
      <RadioCards
        legend={t('odd.legend')}
        name="oddOneOut"
        value={oddOneOut}
        onChange={setOddOneOut}
        options={[
          { value: 'trio', label: t('odd.trio'), hint: t('odd.trioHint') },
          { value: 'sit-out', label: t('odd.sitOut'), hint: t('odd.sitOutHint') },
        ]}
      />
      <Forecast plan={{ rounds, minutes, changeover }} open={open} timeZone={event.timeZone} />
      <FormFailure failure={start.error} />
      <Button type="submit" size="l" icon={CupIcon} busy={start.isPending} disabled={desk.ready < 2}>
        {t('start')}
      </Button>
      {desk.ready < 2 && <p className={styles.soft}>{t('tooFew')}</p>}
    </form>
  );
}

type AmountProps = {
  name: string;
  unit: string;
  values: readonly number[];
  value: number;
  onChange: (value: number) => void;
  t: Translate;
};

function Amount({ name, unit, values, value, onChange, t }: AmountProps) {
  const choices = values.includes(value) ? values : [...values, value].sort((a, b) => a - b);
  const options = choices.map((count): Option => ({ value: String(count), label: t(`unit.${unit}`, { count }) }));
  return (
    <Select
      label={t(name)}
      name={name}
      options={options}
      value={String(value)}
      onChange={(chosen) => onChange(Number(chosen))}
    />
  );
}

type Plan = { rounds: number; minutes: number; changeover: number };

/** A break goes on until it is closed, so its planned end is no limit; but the programme may wait. */
function Forecast({ plan, open, timeZone }: { plan: Plan; open: AgendaItem; timeZone: string }) {
  const { t } = useTranslation('rounds-desk');
  const format = useTime(timeZone);
  const end = serverNow() + plan.rounds * (plan.minutes * 60_000 + plan.changeover * 1000);
  const time = format.time(new Date(end).toISOString());
  if (end <= Date.parse(open.endsAt)) return <p className={styles.soft}>{t('forecast', { time })}</p>;
  return <Notice tone="tea">{t('tooLong', { time, planned: format.time(open.endsAt) })}</Notice>;
}
