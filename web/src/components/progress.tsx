import { useTranslation } from '../lib/i18n.js';
import styles from './progress.module.css';

/** Decoration beside a text; what is being waited for is said by its surroundings. */
export function Spinner() {
  return (
    <svg className={styles.spinner} viewBox="0 0 24 24" width="20" height="20" fill="none" aria-hidden="true">
      <circle cx="12" cy="12" r="9" stroke="currentColor" strokeWidth="2.5" opacity="0.25" />
      <path d="M21 12a9 9 0 0 0-9-9" stroke="currentColor" strokeWidth="2.5" strokeLinecap="round" />
    </svg>
  );
}

/** `value` 0…1. */
export function Progress({ label, value }: { label: string; value: number }) {
  const { t } = useTranslation();
  return (
    <div className={styles.labelled}>
      <span>{label}</span>
      <span>{t('percent', { value: Math.round(value * 100) })}</span>
      <progress className={styles.progress} value={value} max={1} aria-label={label} />
    </div>
  );
}

/** Stands where content of about this shape will be. */
export function Skeleton({ lines = 3, card = false }: { lines?: number; card?: boolean }) {
  const { t } = useTranslation();
  return (
    <div className={card ? `${styles.skeleton} ${styles.card}` : styles.skeleton} role="status">
      <span className="visually-hidden">{t('loading')}</span>
      {Array.from({ length: lines }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines without content have no other identity
        <span key={index} className={styles.line} aria-hidden="true" />
      ))}
    </div>
  );
}
