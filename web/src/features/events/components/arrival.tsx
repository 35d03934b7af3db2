import type { PublicEvent } from '@teabreak/shared';
import { BoardIcon, CalendarIcon, CupIcon, PlaceIcon, TicketIcon } from '../../../components/first-icons.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useTime } from '../../../lib/time.js';
import { AddToCalendar } from './add-to-calendar.js';
import styles from './arrival.module.css';

type Props = {
  event: PublicEvent;
  /** Where the page does not say it already. */
  whenAndWhere?: boolean;
};

/** What to do on the day, in the order in which it happens. Nothing once the event is over. */
export function Arrival({ event, whenAndWhere = false }: Props) {
  const { t } = useTranslation('arrival');
  const format = useTime(event.timeZone);
  if (event.registration === 'over') return null;
  const { venue, address } = event;
  return (
    <section className={styles.arrival}>
      <h2>{t('title')}</h2>
      <ol className={styles.steps}>
        {whenAndWhere && (
          <li>
            <CalendarIcon />
            <p>
              <strong>{format.longDay(event.startsAt)}</strong>
              <span className={styles.detail}>
                {format.span(event.startsAt, event.endsAt)} {format.zoneName(event.startsAt)}
              </span>
            </p>
          </li>
        )}
        {whenAndWhere && (venue || address) && (
          <li>
            <PlaceIcon />
            <p>
              <strong>{venue || address}</strong>
              {venue && address && <span className={styles.detail}>{address}</span>}
            </p>
          </li>
        )}
        <li>
          <TicketIcon />
          <p>
            <strong>{t('door')}</strong>
            <span className={styles.detail}>{t('doorText')}</span>
          </p>
        </li>
        <li>
          <BoardIcon />
          <p>
            <strong>{t('board')}</strong>
            <span className={styles.detail}>{t('boardText')}</span>
          </p>
        </li>
        <li>
          <CupIcon />
          <p>
            <strong>{t('break')}</strong>
            <span className={styles.detail}>{t('breakText')}</span>
          </p>
        </li>
      </ol>
      <AddToCalendar slug={event.slug} />
    </section>
  );
}
