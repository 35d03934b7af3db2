import type { PublicEvent } from '@teabreak/shared';
import { Badge } from '../../../components/chip.js';
import { CalendarIcon, PlaceIcon } from '../../../components/first-icons.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useTime } from '../../../lib/time.js';
import styles from './event-hero.module.css';

const phoneZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The event's name, time and place on a bowl. Times are the venue's; where the phone lives elsewhere it says its own as well. */
export function EventHero({ event }: { event: PublicEvent }) {
  const { t } = useTranslation('event');
  const there = useTime(event.timeZone);
  const here = useTime();
  const span = there.span(event.startsAt, event.endsAt);
  const spanHere = here.span(event.startsAt, event.endsAt);
  const elsewhere = phoneZone !== event.timeZone && spanHere !== span;
  return (
    <header className={styles.hero}>
      <Steam />
      <div className={styles.inside}>
        {event.isDemo && <Badge tone="cobalt">{t('demo')}</Badge>}
        <h1 className={styles.title}>{event.title}</h1>
        <dl className={styles.facts}>
          <dt>
            <CalendarIcon aria-hidden="true" />
            <span className="visually-hidden">{t('when')}</span>
          </dt>
          <dd>
            <time dateTime={event.startsAt}>{there.longDay(event.startsAt)}</time>
            <span className={styles.detail}>
              {span} {there.zoneName(event.startsAt)}
            </span>
            {elsewhere && <span className={styles.detail}>{t('yourTime', { time: spanHere })}</span>}
          </dd>
          {(event.venue || event.address) && (
            <>
              <dt>
                <PlaceIcon aria-hidden="true" />
                <span className="visually-hidden">{t('where')}</span>
              </dt>
              <dd>
                {event.venue || event.address}
                {event.venue && event.address && <span className={styles.detail}>{event.address}</span>}
              </dd>
            </>
          )}
        </dl>
      </div>
    </header>
  );
}

/** Three strokes of steam that rise over the rim. */
function Steam() {
  return (
    <svg className={styles.steam} viewBox="0 0 120 160" fill="none" aria-hidden="true">
      <path d="M30 150c-22-30 26-46 4-84-8-14-4-30 6-40" />
      <path d="M62 150c-24-34 28-52 4-94-10-18-4-36 8-50" />
      <path d="M94 150c-20-28 22-42 4-76-7-13-3-26 6-36" />
    </svg>
  );
}
