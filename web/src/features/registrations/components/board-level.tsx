import type { BoardLevel, MyRegistration } from '@teabreak/shared';
import { RadioCards } from '../../../components/choices.js';
import { Notice } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useBoardLevel } from '../registrations.mutations.js';
import styles from './me-sections.module.css';
import { UpdateState } from './update-state.js';

const LEVELS: readonly BoardLevel[] = ['everyone', 'suggested', 'hidden'];

/** B4. Without the consent there is nothing to grade. */
export function BoardLevelChoice({ registration }: { registration: MyRegistration }) {
  const { t } = useTranslation('me');
  const { chosen, choose, mutation } = useBoardLevel(registration.eventId);
  if (!registration.consents.board) return <Notice>{t('board.needsConsent')}</Notice>;
  return (
    <div className={styles.form}>
      <RadioCards
        legend={t('board.legend')}
        name="boardLevel"
        options={LEVELS.map((value) => ({ value, label: t(`board.${value}`), hint: t(`board.${value}Text`) }))}
        value={chosen ?? registration.boardLevel}
        onChange={choose}
      />
      <UpdateState mutation={mutation} />
    </div>
  );
}
