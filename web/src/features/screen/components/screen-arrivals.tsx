import type { ScreenView } from '@teabreak/shared';
import { serverNow, useNow } from '../../../lib/clock.js';
import { TURN_MS } from '../screen-turns.js';
import { Words } from '../screen-words.js';
import styles from './screen-foot.module.css';

/** "Just in: …", so that the room looks up. Each stands first in turn, because the line may have no room for all. */
export function ScreenArrivals({ arrivals }: Pick<ScreenView, 'arrivals'>) {
  useNow(1000);
  const first = Math.floor(serverNow() / TURN_MS) % arrivals.length;
  return (
    <p className={styles.arrivals}>
      <span className={styles.arrived}>
        <Words name="arrived" />
      </span>
      <span className={styles.comers}>
        {[...arrivals.slice(first), ...arrivals.slice(0, first)].map(({ id, name }) => (
          <span key={id} className={styles.comer}>
            {name}
          </span>
        ))}
      </span>
    </p>
  );
}
