import type { CardExchange } from '@teabreak/shared';
import { Avatar } from '../../../components/avatar.js';
import styles from './cards.module.css';

/** Whose card it is, in one line. */
export function Holder({ person, note }: { person: CardExchange['person']; note: string }) {
  return (
    <span className={styles.line}>
      <Avatar name={person.name} />
      <span>
        <strong className={styles.who}>{person.name}</strong>
        <span className={styles.note}>{note}</span>
      </span>
    </span>
  );
}
