import type { ReactNode } from 'react';
import { Link } from '../lib/router.js';
import styles from './card.module.css';

type Props = {
  children: ReactNode;
  /** Makes the whole card a way to somewhere. */
  to?: string;
  /** 'tea' for what wants attention now, 'glaze' for what is mine, 'plain' otherwise. */
  tone?: 'plain' | 'glaze' | 'tea';
};

export function Card({ children, to, tone = 'plain' }: Props) {
  const className = `${styles.card} ${styles[tone]}`;
  if (to) {
    return (
      <Link to={to} className={`${className} ${styles.link}`}>
        {children}
      </Link>
    );
  }
  return <div className={className}>{children}</div>;
}
