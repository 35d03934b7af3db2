import type { ScreenView } from '@teabreak/shared';
import { Mark } from '../../../components/mark.js';
import { serverNow, useNow } from '../../../lib/clock.js';
import { useTime } from '../../../lib/time.js';
import { Words } from '../screen-words.js';
import { ScreenBreak } from './screen-break.js';
import { ScreenPeople } from './screen-people.js';
import { ScreenRoundClock, ScreenTables } from './screen-rounds.js';
import styles from './screen-stage.module.css';

/** The whole wall. Sizes hang on the screen's own, so that it reads the same on every projector. */
export function ScreenStage({ view, offlineSince }: { view: ScreenView; offlineSince: string | null }) {
  const { event } = view;
  const format = useTime(event.timeZone);
  return (
    <main className={styles.stage}>
      <div className={styles.event}>
        <h1 className={styles.title}>{event.title}</h1>
        <Clock timeZone={event.timeZone} />
      </div>
      {view.rounds ? (
        <>
          <ScreenRoundClock clock={view.rounds.clock} />
          <ScreenTables tables={view.rounds.tables} />
        </>
      ) : (
        <>
          <ScreenBreak view={view} />
          <ScreenPeople people={view.people} />
        </>
      )}
      <aside className={styles.codes}>
        <Code picture={`/api/public/events/${event.slug}/qr.svg`} words="join" address={view.joinUrl} />
        <Code picture={`/api/groups/${view.groupUrl.split('/').at(-1)}/qr.svg`} words="group" address={view.groupUrl} />
      </aside>
      <div className={styles.foot}>
        <p className={styles.count}>
          <strong>{view.checkedIn}</strong> <Words name="here" />
        </p>
        <p className={styles.count}>
          <strong>{view.free}</strong> <Words name="free" />
        </p>
        {offlineSince ? (
          <p className={styles.offline} role="status">
            <Words name="offline" params={{ time: format.time(offlineSince) }} />
          </p>
        ) : (
          <p className={styles.brand}>
            <Mark size={36} /> Teabreak <span lang="zh-CN">茶歇</span>
          </p>
        )}
      </div>
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

function Code({ picture, words, address }: { picture: string; words: 'join' | 'group'; address: string }) {
  return (
    <figure className={styles.code}>
      <img src={picture} alt="" width={400} height={400} />
      <figcaption>
        <strong className={styles.call}>
          <Words name={words} />
        </strong>
        <span className={styles.address}>{address.replace(/^https?:\/\//u, '')}</span>
      </figcaption>
    </figure>
  );
}
