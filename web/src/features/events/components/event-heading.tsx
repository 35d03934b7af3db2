import { useTranslation } from '../../../lib/i18n.js';
import { useTime } from '../../../lib/time.js';
import { useOrganizedEvent } from '../organized.queries.js';
import styles from './event-heading.module.css';

/** Which event this is, at the top of its navigation. Empty until known. `repeated` on the page itself: then not on a phone as well. */
export function EventHeading({ eventId, repeated }: { eventId: string; repeated: boolean }) {
  const { t } = useTranslation('organizer');
  const { data } = useOrganizedEvent(eventId);
  const format = useTime(data?.timeZone);
  if (!data) return null;
  return (
    <p className={repeated ? `${styles.heading} ${styles.repeated}` : styles.heading}>
      <span className="visually-hidden">{t('nav.event')}</span>
      <strong className={styles.title}>{data.title}</strong>
      <span className={styles.time}>{format.dayTime(data.startsAt)}</span>
    </p>
  );
}
