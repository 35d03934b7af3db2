import type { ScreenRounds as Rounds } from '@teabreak/shared';
import { Countdown } from '../../../components/moment.js';
import { serverNow, useNow } from '../../../lib/clock.js';
import { Words } from '../screen-words.js';
import parts from './screen-break.module.css';
import styles from './screen-rounds.module.css';

/** As many tables as are readable from ten metres; more take turns. */
const AT_ONCE = 20;
const BESIDE_CODES = 9;
const TURN_MS = 7000;

type Tables = Rounds['tables'];

/** More than fit beside the codes. */
export const manyTables = (tables: Tables): boolean => tables.length > BESIDE_CODES;

/** The countdown of the round in the place of the break's (R5). */
export function ScreenRoundClock({ clock }: { clock: Rounds['clock'] }) {
  useNow(1000);
  const changing = clock.phase === 'changeover';
  return (
    <section className={changing ? `${parts.break} ${parts.open}` : parts.break}>
      <p className={parts.eyebrow}>
        <Words name="rounds.number" params={{ number: clock.number, of: clock.of }} />
      </p>
      <p className={parts.what}>
        <Words name={changing ? 'rounds.find' : 'rounds.talk'} />
      </p>
      <p className={parts.time}>
        <Countdown to={changing ? clock.startsAt : clock.endsAt} label={changing ? clock.startsAt : clock.endsAt} />
      </p>
      <p className={parts.until}>
        <Words name={changing ? 'startsIn' : 'left'} />
      </p>
    </section>
  );
}

/** Who sits where. A seat of somebody who did not agree to the screen has no name. */
export function ScreenTables({ tables }: { tables: Tables }) {
  useNow(1000);
  const turns = Math.max(1, Math.ceil(tables.length / AT_ONCE));
  const turn = Math.floor(serverNow() / TURN_MS) % turns;
  const shown = tables.slice(turn * AT_ONCE, (turn + 1) * AT_ONCE);
  return (
    <section className={styles.board}>
      <ul className={`${styles.tables} ${density(tables.length)}`} key={turn}>
        {shown.map(({ table, people }) => (
          <li key={table} className={styles.table}>
            <strong className={styles.number}>{table}</strong>
            <span className={people.length > 2 ? `${styles.names} ${styles.three}` : styles.names}>
              {people.map((name, seat) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a seat is its place at the table; names may repeat
                <span key={seat} className={name === null ? styles.unnamed : styles.name}>
                  {name ?? <Words name="rounds.guest" />}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
      {turns > 1 && (
        <p className={styles.pages}>
          <Words
            name="rounds.shown"
            params={{ from: shown[0]?.table ?? 0, to: shown.at(-1)?.table ?? 0, of: tables.length }}
          />
        </p>
      )}
    </section>
  );
}

function density(count: number): string | undefined {
  if (count <= 4) return styles.few;
  if (count <= BESIDE_CODES) return styles.some;
  return count <= 12 ? styles.dozen : styles.many;
}
