import type { ReactNode } from 'react';
import styles from './event-body.module.css';

/** The column below the bowl; what one can do sticks to its end. */
export function EventBody({ children }: { children: ReactNode }) {
  return <div className={styles.body}>{children}</div>;
}
