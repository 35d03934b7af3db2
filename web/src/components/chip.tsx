import type { ReactNode } from 'react';
import styles from './chip.module.css';

export type Tone = 'plain' | 'jade' | 'tea' | 'cobalt' | 'seal';

/** A word about a thing: a count, a state. */
export function Badge({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`${styles.badge} ${styles[tone]}`}>{children}</span>;
}

/** A tag, as the person typed it. `tone` tells what it is: seeks are tea, offers are jade, what we share is cobalt. */
export function Chip({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`${styles.chip} ${styles[tone]}`}>{children}</span>;
}

/** Lays chips out with the right gaps. */
export function Chips({ children }: { children: ReactNode }) {
  return <div className={styles.chips}>{children}</div>;
}

type FilterChipProps = { pressed: boolean; onChange: (pressed: boolean) => void; count?: number; children: ReactNode };

export function FilterChip({ pressed, onChange, count, children }: FilterChipProps) {
  return (
    <button type="button" className={styles.filter} aria-pressed={pressed} onClick={() => onChange(!pressed)}>
      {children}
      {count !== undefined && <span className={styles.count}>{count}</span>}
    </button>
  );
}

/** One line of filters that scrolls sideways on a phone, and as many as it takes where there is a mouse. */
export function FilterBar({ label, children }: { label: string; children: ReactNode }) {
  return (
    <fieldset className={styles.bar} aria-label={label}>
      {children}
    </fieldset>
  );
}

export type Status = 'free' | 'talking' | 'at_place' | 'away';

/** The shape differs as well as the colour. The word belongs beside it or into `label`. */
export function StatusDot({ status, label }: { status: Status; label?: string }) {
  return (
    <span className={`${styles.dot} ${styles[status]}`}>
      {label && <span className="visually-hidden">{label}</span>}
    </span>
  );
}
