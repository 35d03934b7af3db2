import type { ScreenView } from '@teabreak/shared';
import { pagesOf } from '../screen-turns.js';
import { Words } from '../screen-words.js';
import { textWidth } from '../text-width.js';
import styles from './screen-people.module.css';

/** In Chinese characters' widths: beyond the first a text is set smaller, beyond the second it needs the panel for itself. */
const LONG = 70;
const VERY_LONG = 125;

type Asks = ScreenView['asks'];

/** Two on a page, a very long one alone. */
export function askPages(asks: Asks): Asks[] {
  const alone = asks.filter(({ text }) => textWidth(text) > VERY_LONG);
  const together = asks.filter((ask) => !alone.includes(ask));
  return [...pagesOf(together, 2), ...alone.map((ask) => [ask])];
}

/** Asks and offers in their authors' own words (A1). */
export function ScreenAsks({ asks }: { asks: Asks }) {
  return (
    <ul className={styles.asks}>
      {asks.map(({ id, kind, text, name }) => (
        <li key={id} className={styles.ask}>
          <p className={`${styles.words} ${sizeOf(text)}`}>{text}</p>
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

function sizeOf(text: string): string | undefined {
  const width = textWidth(text);
  if (width > VERY_LONG) return styles.veryLong;
  return width > LONG ? styles.long : '';
}
