import type { IntroductionView, MeetingOption } from '@teabreak/shared';
import { useState } from 'react';
import { Button } from '../../../components/button.js';
import { RadioCards } from '../../../components/choices.js';
import { QueryView } from '../../../components/query-view.js';
import { EmptyState, FormFailure } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useTime } from '../../../lib/time.js';
import { useMoveMeeting } from '../introductions.mutations.js';
import { useMeetingOptions } from '../introductions.queries.js';
import styles from './introduction.module.css';

type Props = { introduction: IntroductionView; timeZone: string; onDone: () => void };

/** Another time or place: only what suits everybody who comes. */
export function MeetingChange({ introduction, timeZone, onDone }: Props) {
  const { t } = useTranslation('introductions');
  const { eventId, id, meeting } = introduction;
  return (
    <QueryView
      query={useMeetingOptions(eventId, id)}
      isEmpty={({ options }) => options.length === 0}
      empty={<EmptyState title={t('change.none')}>{t('change.noneText')}</EmptyState>}
    >
      {({ options }) => (
        <Choose eventId={eventId} id={id} now={meeting} options={options} timeZone={timeZone} onDone={onDone} />
      )}
    </QueryView>
  );
}

type ChooseProps = {
  eventId: string;
  id: string;
  /** As it is arranged: changing the place alone is one tap. */
  now: IntroductionView['meeting'];
  options: readonly MeetingOption[];
  timeZone: string;
  onDone: () => void;
};
const VENUE = 'venue';
const keyOf = ({ breakId, slot }: MeetingOption) => `${breakId}_${slot}`;

function Choose({ eventId, id, now, options, timeZone, onDone }: ChooseProps) {
  const { t } = useTranslation('introductions');
  const time = useTime(timeZone);
  const move = useMoveMeeting(eventId, id);
  const [when, setWhen] = useState('');
  const [where, setWhere] = useState<string | null>(null);
  const asArranged = options.find(({ startsAt, breakId }) => startsAt === now?.startsAt && breakId === now.breakId);
  const chosen = options.find((one) => keyOf(one) === when) ?? asArranged ?? options[0];
  if (!chosen) return null;
  const places = [
    ...chosen.places.map(({ id: value, name: label }) => ({ value, label })),
    { value: VENUE, label: t('change.venue') },
  ];
  const place = places.find(({ value }) => value === (where ?? now?.placeId))?.value ?? places[0]?.value ?? VENUE;
  const send = () => {
    const { breakId, slot } = chosen;
    move.mutate({ breakId, slot, placeId: place === VENUE ? null : place }, { onSuccess: onDone });
  };
  return (
    <div className={styles.form}>
      <RadioCards
        legend={t('change.when')}
        name="when"
        compact
        value={keyOf(chosen)}
        onChange={setWhen}
        options={options.map((one) => ({
          value: keyOf(one),
          label: time.span(one.startsAt, one.endsAt),
          hint: one.breakTitle,
        }))}
      />
      <RadioCards legend={t('change.where')} name="where" compact value={place} onChange={setWhere} options={places} />
      <p className={styles.soft}>{t('change.promise')}</p>
      <FormFailure failure={move.error} />
      <Button full busy={move.isPending} onClick={send}>
        {t('change.send')}
      </Button>
    </div>
  );
}
