import type { AgendaItem, PublicEvent } from '@teabreak/shared';
import { Badge } from '../../../components/chip.js';
import { CupIcon } from '../../../components/first-icons.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useTime } from '../../../lib/time.js';
import styles from './agenda.module.css';

/** The programme, day by day, in the venue's time. Breaks carry a cup, because they are what one comes for. */
export function Agenda({ event }: { event: Pick<PublicEvent, 'agenda' | 'timeZone'> }) {
  const { t } = useTranslation('event');
  const format = useTime(event.timeZone);
  if (event.agenda.length === 0) return null;
  const days = [...new Set(event.agenda.map((item) => format.day(item.startsAt)))];
  return (
    <section>
      <h2>{t('agenda')}</h2>
      {days.map((day) => (
        <div key={day}>
          {days.length > 1 && <h3 className={styles.day}>{day}</h3>}
          <ol className={styles.list}>
            {event.agenda
              .filter((item) => format.day(item.startsAt) === day)
              .map((item) => (
                <Entry key={item.id} item={item} from={format.time(item.startsAt)} to={format.time(item.endsAt)} />
              ))}
          </ol>
        </div>
      ))}
    </section>
  );
}

function Entry({ item, from, to }: { item: AgendaItem; from: string; to: string }) {
  const { t } = useTranslation('event');
  const isBreak = item.kind === 'break';
  return (
    <li className={isBreak ? `${styles.item} ${styles.break}` : styles.item}>
      <p className={styles.time}>
        <time dateTime={item.startsAt}>{from}</time>
        <span className={styles.end}>–{to}</span>
      </p>
      <span className={styles.mark}>{isBreak ? <CupIcon width={22} height={22} /> : null}</span>
      <p className={styles.what}>
        {isBreak && <span className="visually-hidden">{t('breakMark')}: </span>}
        {item.title}
        {isBreak && item.openedAt && !item.closedAt && <Badge tone="tea">{t('breakNow')}</Badge>}
        {item.closedAt && <Badge>{t('done')}</Badge>}
      </p>
    </li>
  );
}
