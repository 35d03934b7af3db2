import type { ReactNode } from 'react';
import styles from './narrow.module.css';

/** A page of one thing to do: a form, an answer. `open`: a list that brings cards of its own, and no frame around them. */
export function Narrow({ children, open = false }: { children: ReactNode; open?: boolean }) {
  return <div className={open ? styles.open : styles.narrow}>{children}</div>;
}
