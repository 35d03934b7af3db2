import type { AgendaItem, PublicEvent } from '@teabreak/shared';
import { LinkButton } from '../../../components/button.js';
import { CupIcon } from '../../../components/first-icons.js';
import { Countdown } from '../../../components/moment.js';
import { serverNow, useNow } from '../../../lib/clock.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useTime } from '../../../lib/time.js';
import { breakState } from '../break-state.js';
import { durationText } from '../duration.js';
import styles from './break-card.module.css';

const HOUR = 3_600_000;
const ANNOUNCED = { none: ['none', 'noneText'], unannounced: ['noneYet', ''], over: ['over', 'overText'] } as const;

/** The break that is open, or the one to look forward to. */
export function BreakCard({ event, boardPath }: { event: PublicEvent; boardPath: string }) {
  const { t } = useTranslation('home');
  useNow(20_000);
  const state = breakState(event, serverNow());
  if (state.kind === 'open') return <OpenBreak item={state.item} event={event} boardPath={boardPath} />;
  if (state.kind === 'next') return <NextBreak item={state.item} event={event} />;
  const [title, text] = ANNOUNCED[state.kind];
  return (
    <section className={styles.card}>
      <CupIcon className={styles.cup} width={40} height={40} />
      <p className={styles.title}>{t(`break.${title}`)}</p>
      {text && <p className={styles.time}>{t(`break.${text}`)}</p>}
    </section>
  );
}

type Props = { item: AgendaItem; event: PublicEvent };

function OpenBreak({ item, event, boardPath }: Props & { boardPath: string }) {
  const { t } = useTranslation('home');
  const format = useTime(event.timeZone);
  const soonOver = Date.parse(item.endsAt) <= serverNow();
  return (
    <section className={`${styles.card} ${styles.open}`} aria-label={t('break.now')}>
      <CupIcon className={styles.cup} width={40} height={40} />
      <p className={styles.eyebrow}>{t('break.now')}</p>
      <p className={styles.title}>{item.title}</p>
      <p className={styles.time}>{format.span(item.startsAt, item.endsAt)}</p>
      <p className={styles.left}>
        {soonOver ? t('break.endsSoon') : <Countdown to={item.endsAt} label={t('break.now')} />}
      </p>
      <LinkButton full to={boardPath}>
        {t('break.board')}
      </LinkButton>
    </section>
  );
}

function NextBreak({ item, event }: Props) {
  const { t } = useTranslation('home');
  const format = useTime(event.timeZone);
  const now = serverNow();
  const left = Date.parse(item.startsAt) - now;
  const today = format.day(item.startsAt) === format.day(new Date(now).toISOString());
  return (
    <section className={styles.card} aria-label={t('break.next')}>
      <CupIcon className={styles.cup} width={40} height={40} />
      <p className={styles.eyebrow}>{t('break.next')}</p>
      <p className={styles.title}>{item.title}</p>
      <p className={styles.time}>
        {!today && `${format.day(item.startsAt)} · `}
        {format.span(item.startsAt, item.endsAt)}
      </p>
      <p className={styles.left}>
        {left <= 0 && t('break.startsSoon')}
        {left > 0 && left < HOUR && <Countdown to={item.startsAt} label={t('break.next')} />}
        {left >= HOUR && t('break.startsIn', { time: durationText(left, t) })}
      </p>
    </section>
  );
}
