import { useTranslation } from '../../../lib/i18n.js';
import { useHostShares } from '../introductions.queries.js';
import styles from './host-desk.module.css';

/** Who has how much of it. Alone one needs no table; while it loads or fails the work itself is there. */
export function HostShares({ eventId }: { eventId: string }) {
  const { t } = useTranslation('host-desk');
  const hosts = useHostShares(eventId).data?.hosts ?? [];
  if (hosts.length < 2) return null;
  return (
    <ul className={styles.shares} aria-label={t('shares')}>
      {hosts.map(({ name, isMe, waiting, done }, at) => (
        // Two hosts may have the same name.
        // biome-ignore lint/suspicious/noArrayIndexKey: they have no other key, and stay in their order
        <li key={at} className={isMe ? styles.me : undefined}>
          <strong>{isMe ? t('me') : name}</strong> {t('share', { waiting, done })}
        </li>
      ))}
    </ul>
  );
}
