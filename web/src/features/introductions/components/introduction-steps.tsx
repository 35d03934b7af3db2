import type { IntroductionView } from '@teabreak/shared';
import { Button } from '../../../components/button.js';
import { FormFailure } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { type Step, useStep } from '../introductions.mutations.js';
import styles from './introduction.module.css';
import { PassOnForm } from './pass-on-form.js';

const PRIMARY = ['agree'] as const;
const QUIET = ['withdraw', 'decline'] as const;

/** The buttons for what the server says I may do until both have said yes. */
export function IntroductionSteps({ introduction }: { introduction: IntroductionView }) {
  const { t } = useTranslation('introductions');
  const { eventId, id, can, startedBy } = introduction;
  const step = useStep(eventId, id);
  const passes = can.includes('pass-on');
  const shown = [...PRIMARY, ...QUIET].filter((name) => can.includes(name));
  if (!passes && shown.length === 0) return null;
  const button = (name: Step & ('agree' | 'withdraw' | 'decline')) => (
    <Button
      key={name}
      full
      variant={name === 'agree' ? 'primary' : 'quiet'}
      disabled={step.isPending}
      busy={step.isPending && step.variables === name}
      onClick={() => step.mutate(name)}
    >
      {t(name === 'withdraw' && startedBy === 'introducer' ? 'step.withdrawOffer' : `step.${name}`)}
    </Button>
  );
  return (
    <div className={styles.actions}>
      {passes && <PassOnForm introduction={introduction} />}
      <FormFailure failure={step.error} />
      {shown.map(button)}
      {can.includes('decline') && <p className={styles.soft}>{t('step.declinePromise')}</p>}
    </div>
  );
}
