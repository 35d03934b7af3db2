import { Button } from '../../../components/button.js';
import { FormFailure } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useTakePart } from '../rounds.mutations.js';
import styles from './my-round.module.css';

/** Leaving is one tap, and so is coming back: nobody is held at a table (R4). */
export function TakePartButton({ eventId, takesPart }: { eventId: string; takesPart: boolean }) {
  const { t } = useTranslation('rounds');
  const act = useTakePart(eventId);
  return (
    <div className={styles.takePart}>
      <FormFailure failure={act.error} />
      <Button variant={takesPart ? 'quiet' : 'primary'} busy={act.isPending} onClick={() => act.mutate(!takesPart)}>
        {t(takesPart ? 'leave' : 'comeBack')}
      </Button>
      {takesPart && <p>{t('leaveHint')}</p>}
    </div>
  );
}
