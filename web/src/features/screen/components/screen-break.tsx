import type { ScreenView } from '@teabreak/shared';
import { Countdown } from '../../../components/moment.js';
import { serverNow, useNow } from '../../../lib/clock.js';
import { useTime } from '../../../lib/time.js';
import { Words } from '../screen-words.js';
import styles from './screen-stage.module.css';

/** From here on a countdown says more than a time of day. */
const SOON_MS = 60 * 60_000;

/** The one thing everybody in the room wants to know: how long the tea lasts, or when it comes. */
export function ScreenBreak({ view }: { view: ScreenView }) {
  useNow(1000);
  const { openBreak, nextBreak, event } = view;
  const format = useTime(event.timeZone);
  const now = serverNow();
  if (openBreak) {
    const over = Date.parse(openBreak.endsAt) <= now;
    return (
      <section className={`${styles.break} ${styles.open}`}>
        <p className={styles.eyebrow}>
          <Words name="now" />
        </p>
        <p className={styles.what}>{openBreak.title}</p>
        <p className={over ? styles.words : styles.time}>
          {over ? <Words name="overTime" /> : <Countdown to={openBreak.endsAt} label={openBreak.title} />}
        </p>
        <p className={styles.until}>
          {!over && (
            <>
              <Words name="left" /> ·{' '}
            </>
          )}
          {format.span(openBreak.startsAt, openBreak.endsAt)}
        </p>
      </section>
    );
  }
  if (!nextBreak) {
    const over = Date.parse(event.endsAt) <= now;
    return (
      <section className={styles.break}>
        <p className={styles.words}>
          <Words name={over ? 'thanks' : 'welcome'} />
        </p>
        {!over && event.venue && <p className={styles.until}>{event.venue}</p>}
      </section>
    );
  }
  const left = Date.parse(nextBreak.startsAt) - now;
  return (
    <section className={styles.break}>
      <p className={styles.eyebrow}>
        <Words name="next" />
      </p>
      <p className={styles.what}>{nextBreak.title}</p>
      <p className={left > 0 ? styles.time : styles.words}>
        {left <= 0 && <Words name="soon" />}
        {left > 0 && left < SOON_MS && <Countdown to={nextBreak.startsAt} label={nextBreak.title} />}
        {left >= SOON_MS && format.time(nextBreak.startsAt)}
      </p>
      <p className={styles.until}>
        {left > 0 && left < SOON_MS && (
          <>
            <Words name="startsIn" /> ·{' '}
          </>
        )}
        {format.span(nextBreak.startsAt, nextBreak.endsAt)}
      </p>
    </section>
  );
}
