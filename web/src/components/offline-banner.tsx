import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from '../lib/i18n.js';
import { useConnection } from '../lib/live.js';
import { lastHeardAt } from '../lib/socket.js';
import { useTime } from '../lib/time.js';
import { OfflineIcon } from './first-icons.js';
import styles from './offline-banner.module.css';

/** A tunnel of a few seconds needs no banner. */
const PATIENCE_MS = 4000;

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** Since when nothing new can arrive; where live messages are in use, also when only they are gone. */
export function OfflineBanner() {
  const { t } = useTranslation();
  const format = useTime();
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  const connection = useConnection();
  const gone = !online || connection === 'lost';
  const [since, setSince] = useState<string | null>(null);

  useEffect(() => {
    if (!gone) return setSince(null);
    const start = new Date(lastHeardAt() || Date.now()).toISOString();
    const timer = setTimeout(() => setSince(start), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [gone]);

  return (
    <div role="status">
      {since && (
        <p className={styles.banner}>
          <OfflineIcon width={18} height={18} />
          {t('offlineSince', { time: format.time(since) })}
        </p>
      )}
    </div>
  );
}
