import type { FollowUpView } from '@teabreak/shared';
import { useState } from 'react';
import { Button } from '../../../components/button.js';
import { FormFailure } from '../../../components/states.js';
import { TextField } from '../../../components/text-field.js';
import { toast } from '../../../components/toast.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useSnooze, useStopFollowUp } from '../follow-ups.mutations.js';
import { dayFromNow, useDay } from './days.js';
import styles from './follow-ups.module.css';

const SOON = { tomorrow: 1, threeDays: 3, week: 7, month: 30 } as const;

/** Not now: another day, or not any more. */
export function LaterChoices({ followUp, onDone }: { followUp: FollowUpView; onDone: () => void }) {
  const { t } = useTranslation('follow-ups');
  const day = useDay();
  const snooze = useSnooze(followUp.id);
  const stop = useStopFollowUp(followUp.id);
  const [until, setUntil] = useState(dayFromNow(14));
  const put = (chosen: string) =>
    snooze.mutate(chosen, {
      onSuccess: ({ dueOn }) => {
        toast(t('later.saved', { day: day(dueOn) }));
        onDone();
      },
    });
  return (
    <div className={styles.stack}>
      <div className={styles.choices}>
        {Object.entries(SOON).map(([name, days]) => (
          <Button key={name} variant="secondary" disabled={snooze.isPending} onClick={() => put(dayFromNow(days))}>
            {t(`later.${name as keyof typeof SOON}`)}
          </Button>
        ))}
      </div>
      <TextField
        type="date"
        label={t('later.day')}
        name="until"
        min={dayFromNow(1)}
        max={dayFromNow(365)}
        value={until}
        onChange={setUntil}
      />
      <Button disabled={until === ''} busy={snooze.isPending} onClick={() => put(until)}>
        {t('later.save')}
      </Button>
      <FormFailure failure={snooze.error ?? stop.error} />
      {followUp.state === 'open' && (
        <Button variant="quiet" busy={stop.isPending} onClick={() => stop.mutate(undefined, { onSuccess: onDone })}>
          {t('stop')}
        </Button>
      )}
    </div>
  );
}
