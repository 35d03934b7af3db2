import { Avatar } from '../../../components/avatar.js';
import { PageSection } from '../../../components/page-section.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useEventNowLive } from '../insights.live.js';
import { useEventNow } from '../insights.queries.js';
import styles from './connectors.module.css';

/** Who among the guests brings others together, and is thanked for help (M11): for the hosts' eyes, and only what came about. */
export function Connectors({ eventId }: { eventId: string }) {
  const { t } = useTranslation('host-desk');
  const connectors = useEventNow(eventId).data?.connectors ?? [];
  useEventNowLive(eventId);
  if (connectors.length === 0) return null;
  return (
    <PageSection title={t('connectors.title')} hint={t('connectors.hint')}>
      <ul className={styles.people}>
        {connectors.map(({ registrationId, name, agreed, helped }) => (
          <li key={registrationId} className={styles.person}>
            <Avatar name={name} size="s" />
            <span>
              <strong>{name}</strong>
              {agreed > 0 && <span className={styles.count}>{t('connectors.brought', { count: agreed })}</span>}
              {helped > 0 && <span className={styles.count}>{t('connectors.helped', { count: helped })}</span>}
            </span>
          </li>
        ))}
      </ul>
    </PageSection>
  );
}
