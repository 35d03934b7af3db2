import type { IntroductionPerson, IntroductionView } from '@teabreak/shared';
import { useState } from 'react';
import { Button } from '../../../components/button.js';
import { Sheet } from '../../../components/sheet.js';
import { FormFailure } from '../../../components/states.js';
import { serverNow, useNow } from '../../../lib/clock.js';
import { useTranslation } from '../../../lib/i18n.js';
import { type Step, useStep } from '../introductions.mutations.js';
import styles from './introduction.module.css';
import { MeetingChange } from './meeting-change.js';

type Props = {
  introduction: IntroductionView;
  timeZone: string;
  other: IntroductionPerson;
  onMet: () => void;
};

/** From so long before the meeting on somebody may stand there and look around. */
const NEAR_MS = 10 * 60_000;

/** What those who are to meet can do: found each other, look for each other, another time, not at all. */
export function MeetingSteps({ introduction, timeZone, other, onMet }: Props) {
  const { t } = useTranslation('introductions');
  const { eventId, id, can, state, meeting, myPart } = introduction;
  const [changing, setChanging] = useState(false);
  const step = useStep(eventId, id);
  useNow(15_000);
  if (!meeting || can.length === 0) return null;
  const near = Date.parse(meeting.startsAt) - serverNow() < NEAR_MS;
  const over = Date.parse(meeting.endsAt) < serverNow();
  const open = state === 'agreed';
  const button = (name: Step, variant: 'primary' | 'secondary' | 'quiet', text = t(`step.${name}`)) =>
    can.includes(name as IntroductionView['can'][number]) && (
      <Button
        full
        variant={variant}
        disabled={step.isPending}
        busy={step.isPending && step.variables === name}
        onClick={() => step.mutate(name, { onSuccess: () => (name === 'met' ? onMet() : undefined) })}
      >
        {text}
      </Button>
    );
  return (
    <div className={styles.actions}>
      <FormFailure failure={step.error} />
      {open ? (
        <>
          {button('met', 'primary')}
          {near &&
            button(
              'ping',
              'secondary',
              myPart === 'introducer' ? t('step.pingBoth') : t('step.ping', { name: other.name }),
            )}
          {can.includes('change') && (
            <Button full variant="quiet" onClick={() => setChanging(true)}>
              {t('step.change')}
            </Button>
          )}
          {over ? button('missed', 'quiet') : button('cancel', 'quiet')}
          {button('leave-table', 'quiet')}
        </>
      ) : (
        <>
          {state === 'missed' && button('met', 'secondary', t('step.metAfterAll'))}
          {state === 'met' && meeting.said.me === null && button('met', 'primary', t('step.confirmMet'))}
          {(state === 'met' || meeting.said.me === 'met') && button('missed', 'quiet', t('step.notMet'))}
        </>
      )}
      <Sheet open={changing} onClose={() => setChanging(false)} title={t('change.title')}>
        {changing && (
          <MeetingChange introduction={introduction} timeZone={timeZone} onDone={() => setChanging(false)} />
        )}
      </Sheet>
    </div>
  );
}
