import { Avatar } from '../../../components/avatar.js';
import { usePageTitle } from '../../../components/page-header.js';
import { useTranslation } from '../../../lib/i18n.js';
import { Link } from '../../../lib/router.js';
import styles from './greeting.module.css';

/** Whose page this is, and the way to what I tell about myself. */
export function Greeting({ name, eventTitle, mePath }: { name: string; eventTitle: string; mePath: string }) {
  const { t } = useTranslation('home');
  usePageTitle(t('documentTitle', { title: eventTitle }));
  return (
    <header className={styles.greeting}>
      <div>
        <p className={styles.event}>{eventTitle}</p>
        <h1 className={styles.name}>{t('greeting', { name })}</h1>
      </div>
      <Link to={mePath} className={styles.me}>
        <span className="visually-hidden">{t('meTitle')}</span>
        <Avatar name={name} />
      </Link>
    </header>
  );
}
