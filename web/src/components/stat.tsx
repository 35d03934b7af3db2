import type { ReactNode } from 'react';
import { useTranslation } from '../lib/i18n.js';
import { Link } from '../lib/router.js';
import { formatNumber } from '../lib/translate.js';
import styles from './stat.module.css';

/** A row of numbers that matter now. */
export function Stats({ children }: { children: ReactNode }) {
  return <dl className={styles.stats}>{children}</dl>;
}

type Props = {
  label: string;
  value: number;
  /** Behind the number: %. */
  unit?: string;
  /** Out of how many. */
  of?: number | null;
  /** Where one sees them one by one. */
  to?: string;
  tone?: 'plain' | 'tea';
};

export function Stat({ label, value, unit, of, to, tone = 'plain' }: Props) {
  const { language } = useTranslation();
  const number = (
    <>
      {formatNumber(value, language)}
      {unit && <span className={styles.of}> {unit}</span>}
      {typeof of === 'number' && <span className={styles.of}> / {formatNumber(of, language)}</span>}
    </>
  );
  return (
    <div className={`${styles.stat} ${styles[tone]} ${to ? styles.way : ''}`}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>
        {to ? (
          <Link to={to} className={styles.link}>
            <span className="visually-hidden">{label}</span> {number}
          </Link>
        ) : (
          number
        )}
      </dd>
    </div>
  );
}
