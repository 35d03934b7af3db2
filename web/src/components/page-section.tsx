import { type ReactNode, useId } from 'react';
import styles from './page-section.module.css';

type Props = { title: string; hint?: ReactNode; actions?: ReactNode; children: ReactNode };

/** A part of a page or a long form, named by its heading. */
export function PageSection({ title, hint, actions, children }: Props) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <header className={styles.header}>
        <div>
          <h2 id={id} className={styles.title}>
            {title}
          </h2>
          {hint && <p className={styles.hint}>{hint}</p>}
        </div>
        {actions}
      </header>
      {children}
    </section>
  );
}
