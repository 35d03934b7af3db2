import type { EventSummary } from '@teabreak/shared';
import { Card } from '../../../components/card.js';
import { Badge } from '../../../components/chip.js';
import { serverNow } from '../../../lib/clock.js';
import { useTranslation } from '../../../lib/i18n.js';
import { paths } from '../../../lib/paths.js';
import { useTime } from '../../../lib/time.js';
import styles from './event-cards.module.css';

const SOON_MS = 12 * 3_600_000;
const startOf = ({ startsAt }: EventSummary) => Date.parse(startsAt);

/** Those to come, the next one first; below them what is over, the last one first. */
export function EventCards({ events }: { events: readonly EventSummary[] }) {
  const { t } = useTranslation('organizer');
  const now = serverNow();
  const over = (event: EventSummary) => Date.parse(event.endsAt) < now;
  const coming = events.filter((event) => !over(event)).sort((one, other) => startOf(one) - startOf(other));
  const past = events.filter(over).sort((one, other) => startOf(other) - startOf(one));
  return (
    <>
      {coming.length > 0 && <Cards events={coming} />}
      {past.length > 0 && (
        <section className={styles.past}>
          <h2>{t('events.past')}</h2>
          <Cards events={past} />
        </section>
      )}
    </>
  );
}

function Cards({ events }: { events: readonly EventSummary[] }) {
  return (
    <ul className={styles.cards}>
      {events.map((event) => (
        <li key={event.id}>
          <EventCard event={event} />
        </li>
      ))}
    </ul>
  );
}

function EventCard({ event }: { event: EventSummary }) {
  const { t } = useTranslation('organizer');
  const format = useTime(event.timeZone);
  const at = paths.organized(event.id);
  const { confirmed, capacity, checkedIn, startsAt, endsAt } = event;
  return (
    <Card to={event.role === 'door' ? at.door : at.overview} tone={isOn(event) ? 'tea' : 'plain'}>
      <div className={styles.top}>
        <p className={styles.day}>{format.longDay(startsAt)}</p>
        {isOn(event) && <Badge tone="tea">{t('events.now')}</Badge>}
        {event.isDemo && <Badge>{t('events.demo')}</Badge>}
      </div>
      <h2 className={styles.title}>{event.title}</h2>
      <p className={styles.time}>
        {format.span(startsAt, endsAt)} · {format.zoneName(startsAt)}
      </p>
      <p className={styles.numbers}>
        <span>
          <strong>{confirmed}</strong>
          {capacity !== null && <span className={styles.of}> / {capacity}</span>} {t('events.confirmed')}
        </span>
        <span>
          <strong>{checkedIn}</strong> {t('events.here')}
        </span>
      </p>
    </Card>
  );
}

const isOn = ({ startsAt, endsAt }: EventSummary): boolean =>
  Date.parse(startsAt) - serverNow() < SOON_MS && Date.parse(endsAt) > serverNow();
