import type { ScreenView } from '@teabreak/shared';
import { Words } from '../screen-words.js';
import styles from './screen-stage.module.css';

/** "Just arrived: …", so that the room looks up. Who does not fit on the line comes up among the others. */
export function ScreenArrivals({ arrivals }: Pick<ScreenView, 'arrivals'>) {
  return (
    <p className={styles.arrivals}>
      <span className={styles.arrived}>
        <Words name="arrived" />
      </span>
      <span className={styles.comers}>
        {arrivals.map(({ id, name }) => (
          <span key={id} className={styles.comer}>
            {name}
          </span>
        ))}
      </span>
    </p>
  );
}
