import type { ReactNode } from 'react';
import styles from './narrow.module.css';

/** A page of one thing to do: a form, an answer. */
export function Narrow({ children }: { children: ReactNode }) {
  return <div className={styles.narrow}>{children}</div>;
}
