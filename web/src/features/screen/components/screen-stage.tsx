import type { ScreenView } from '@teabreak/shared';
import { serverNow, useNow } from '../../../lib/clock.js';
import { useTime } from '../../../lib/time.js';
import { ScreenBreak } from './screen-break.js';
import { ScreenCodes } from './screen-codes.js';
import { ScreenFoot } from './screen-foot.js';
import { ScreenPanel } from './screen-panel.js';
import { manyTables, ScreenRoundClock, ScreenTables } from './screen-rounds.js';
import styles from './screen-stage.module.css';

/** The whole wall. Sizes hang on the screen's own, so that it reads the same on every projector. */
export function ScreenStage({ view, offlineSince }: { view: ScreenView; offlineSince: string | null }) {
  const { event, rounds } = view;
  // Everybody looks for a table now; who joins does so by the code at the door.
  const wide = rounds !== null && manyTables(rounds.tables);
  return (
    <main className={wide ? `${styles.stage} ${styles.wide}` : styles.stage}>
      <div className={styles.event}>
        <h1 className={styles.title}>{event.title}</h1>
        <Clock timeZone={event.timeZone} />
      </div>
      {rounds ? (
        <>
          <ScreenRoundClock clock={rounds.clock} />
          <ScreenTables tables={rounds.tables} />
        </>
      ) : (
        <>
          <ScreenBreak view={view} />
          <ScreenPanel people={view.people} asks={view.asks} />
        </>
      )}
      {!wide && <ScreenCodes view={view} />}
      <ScreenFoot view={view} offlineSince={offlineSince} />
    </main>
  );
}

function Clock({ timeZone }: { timeZone: string }) {
  useNow(5000);
  const format = useTime(timeZone);
  const now = new Date(serverNow()).toISOString();
  return (
    <time className={styles.clock} dateTime={now}>
      {format.time(now)}
    </time>
  );
}
