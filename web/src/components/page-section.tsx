import { type ReactNode, useId } from 'react';
import styles from './page-section.module.css';

type Props = {
  /** So that a link can lead here. */
  id?: string;
  title: string;
  hint?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
};

/** A part of a page or a long form, named by its heading. */
export function PageSection({ id, title, hint, actions, children }: Props) {
  const headingId = useId();
  return (
    <section id={id} className={styles.section} aria-labelledby={headingId}>
      <header className={styles.header}>
        <div>
          <h2 id={headingId} className={styles.title}>
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
