import type { ScreenView } from '@teabreak/shared';
import { useCode } from '../screen.queries.js';
import { codesOf, type ScreenCode } from '../screen-codes.js';
import { Words } from '../screen-words.js';
import styles from './screen-codes.module.css';

export function ScreenCodes({ view }: { view: ScreenView }) {
  return (
    <aside className={styles.codes}>
      {codesOf(view).map((code) => (
        <Code key={code.picture} code={code} />
      ))}
    </aside>
  );
}

/**
 * Decoded before it is painted: a code that appears a moment later would be a flash on the wall. The group's address is nobody's to type: it
 * is long so that it cannot be guessed.
 */
function Code({ code: { picture, words, address } }: { code: ScreenCode }) {
  const kept = useCode(picture);
  return (
    <figure className={styles.code}>
      {kept === undefined ? (
        <div className={styles.noCode} />
      ) : (
        <img src={kept} alt="" width={400} height={400} decoding="sync" />
      )}
      <figcaption>
        <strong className={styles.call}>
          <Words name={words} />
        </strong>
        {words === 'join' && <span className={styles.address}>{address.replace(/^https?:\/\//u, '')}</span>}
      </figcaption>
    </figure>
  );
}
