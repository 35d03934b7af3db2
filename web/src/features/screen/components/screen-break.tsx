import type { ScreenView } from '@teabreak/shared';
import type { ReactNode } from 'react';
import { Countdown } from '../../../components/moment.js';
import { serverNow, useNow } from '../../../lib/clock.js';
import { useTime } from '../../../lib/time.js';
import { Words } from '../screen-words.js';
import { textWidth } from '../text-width.js';
import styles from './screen-break.module.css';

/** From here on a countdown says more than a time of day. */
const SOON_MS = 60 * 60_000;

/** The one thing everybody in the room wants to know: how long the tea lasts, or when it comes; and what is on besides. */
export function ScreenBreak({ view }: { view: ScreenView }) {
  useNow(1000);
  const { openBreak, nextBreak, event } = view;
  const format = useTime(event.timeZone);
  const now = serverNow();
  if (openBreak) {
    const over = Date.parse(openBreak.endsAt) <= now;
    return (
      <section className={`${styles.break} ${styles.open}`}>
        <Eyebrow name="now" />
        <What>{openBreak.title}</What>
        <p className={over ? styles.sayso : styles.time}>
          {over ? <Words name="overTime" /> : <Countdown to={openBreak.endsAt} label={openBreak.title} />}
        </p>
        <Until after={!over && 'left'}>{format.span(openBreak.startsAt, openBreak.endsAt)}</Until>
        <Talk view={view} />
      </section>
    );
  }
  if (!nextBreak) {
    const over = Date.parse(event.endsAt) <= now;
    return (
      <section className={styles.break}>
        <p className={styles.sayso}>
          <Words name={over ? 'thanks' : 'welcome'} />
        </p>
        {!over && event.venue && <Until after={false}>{event.venue}</Until>}
        <Talk view={view} />
      </section>
    );
  }
  const left = Date.parse(nextBreak.startsAt) - now;
  const soon = left > 0 && left < SOON_MS;
  const today = format.day(nextBreak.startsAt) === format.day(new Date(now).toISOString());
  return (
    <section className={styles.break}>
      <Eyebrow name="next" />
      <What>{nextBreak.title}</What>
      <p className={left <= 0 ? styles.sayso : soon || today ? styles.time : styles.day}>
        {left <= 0 && <Words name="soon" />}
        {soon && <Countdown to={nextBreak.startsAt} label={nextBreak.title} />}
        {left >= SOON_MS && (today ? format.time(nextBreak.startsAt) : format.day(nextBreak.startsAt))}
      </p>
      <Until after={soon && 'startsIn'}>{format.span(nextBreak.startsAt, nextBreak.endsAt)}</Until>
      <Talk view={view} />
    </section>
  );
}

const Eyebrow = ({ name }: { name: string }) => (
  <p className={styles.eyebrow}>
    <Words name={name} />
  </p>
);

/** In Chinese characters' widths: what stands on one line beside the time. */
const LONG_TITLE = 13;

const What = ({ children }: { children: string }) => (
  <p className={textWidth(children) > LONG_TITLE ? `${styles.what} ${styles.longWhat}` : styles.what}>{children}</p>
);

function Until({ after, children }: { after: string | false; children: ReactNode }) {
  return (
    <p className={styles.until}>
      {after && (
        <>
          <Words name={after} /> ·{' '}
        </>
      )}
      {children}
    </p>
  );
}

/** The talk that is on, else the one that comes. */
function Talk({ view: { session, nextSession, openBreak, event } }: { view: ScreenView }) {
  const format = useTime(event.timeZone);
  const on = openBreak === null ? session : null;
  const talk = on ?? nextSession;
  if (talk === null) return null;
  return (
    <p className={styles.talk}>
      <span className={styles.when}>{on ? <Words name="talkNow" /> : format.time(talk.startsAt)}</span> {talk.title}
    </p>
  );
}
