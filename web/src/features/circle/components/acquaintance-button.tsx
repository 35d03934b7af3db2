import type { PersonView } from '@teabreak/shared';
import { Button } from '../../../components/button.js';
import { CheckIcon, PeopleIcon } from '../../../components/first-icons.js';
import { FormFailure } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useAcquaintance, useNoAcquaintance } from '../circle.mutations.js';
import styles from './circle.module.css';

type Props = { eventId: string; personId: string; name: string; state: PersonView['acquaintance'] };

/** Says that the two know each other, so that each can introduce the other to people (K1). */
export function AcquaintanceButton({ eventId, personId, name, state }: Props) {
  const { t } = useTranslation('circle');
  const know = useAcquaintance(eventId, personId);
  const takeBack = useNoAcquaintance(eventId, personId);
  if (state === 'known') {
    return (
      <p className={styles.known}>
        <CheckIcon width={20} height={20} /> {t('knowEachOther')}
      </p>
    );
  }
  if (state === 'asked-by-me') {
    return (
      <div className={styles.knows}>
        <p role="status">{t('waiting', { name })}</p>
        <FormFailure failure={takeBack.error} />
        <Button variant="quiet" size="s" busy={takeBack.isPending} onClick={() => takeBack.mutate()}>
          {t('takeBack')}
        </Button>
      </div>
    );
  }
  const asked = state === 'asked-by-them';
  return (
    <div className={asked ? styles.asked : styles.list}>
      {asked && <p>{t('theySay', { name })}</p>}
      <FormFailure failure={know.error} />
      <Button
        variant={asked ? 'primary' : 'secondary'}
        full
        icon={PeopleIcon}
        busy={know.isPending}
        onClick={() => know.mutate()}
      >
        {t(asked ? 'confirm' : 'say')}
      </Button>
    </div>
  );
}
