import type { ScreenView } from '@teabreak/shared';
import { Words } from '../screen-words.js';
import { textWidth } from '../text-width.js';
import styles from './screen-people.module.css';

/** In Chinese characters' widths: beyond it a text is set smaller, in more lines. */
const LONG = 80;

/** Asks and offers in their authors' own words (A1). */
export function ScreenAsks({ asks }: Pick<ScreenView, 'asks'>) {
  return (
    <ul className={styles.asks}>
      {asks.map(({ id, kind, text, name }) => (
        <li key={id} className={styles.ask}>
          <p className={textWidth(text) > LONG ? `${styles.words} ${styles.long}` : styles.words}>{text}</p>
          <p className={styles.by}>
            <span className={kind === 'ask' ? styles.seeks : styles.offers}>
              <Words name={`asks.${kind}`} />
            </span>{' '}
            · {name}
          </p>
        </li>
      ))}
    </ul>
  );
}
