import { Mark } from '../../../components/mark.js';
import { Words } from '../screen-words.js';
import styles from './screen-state.module.css';

/** Before there is anything to show, and when there will not be. */
export function ScreenState({ name }: { name: 'starting' | 'gone' | 'unreachable' }) {
  return (
    <main className={styles.state}>
      <Mark size={144} />
      <h1 className={styles.statement}>
        <Words name={name} />
      </h1>
      {name !== 'starting' && (
        <p className={styles.explanation}>
          <Words name={`${name}Text`} />
        </p>
      )}
    </main>
  );
}
