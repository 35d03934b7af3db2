import { Notice } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { Link } from '../../../lib/router.js';
import styles from './own-place.module.css';

type Props = { checkedIn: boolean; shown: boolean; ticketPath: string; consentsPath: string };

/** Whoever looks at the others and is not seen by them should know it, and why. */
export function OwnPlace({ checkedIn, shown, ticketPath, consentsPath }: Props) {
  const { t } = useTranslation('board');
  if (checkedIn && shown) return null;
  return (
    <Notice>
      {t(shown ? 'own.notCheckedIn' : 'own.hidden')}{' '}
      <Link to={shown ? ticketPath : consentsPath} className={styles.link}>
        {t(shown ? 'own.ticket' : 'own.change')}
      </Link>
    </Notice>
  );
}

/** Those who run the event look at it as well. */
export function HostPlace({ deskPath }: { deskPath: string }) {
  const { t } = useTranslation('board');
  return (
    <Notice>
      {t('own.host')}{' '}
      <Link to={deskPath} className={styles.link}>
        {t('own.desk')}
      </Link>
    </Notice>
  );
}
