import type { ReactNode } from 'react';
import { useEffect } from 'react';
import styles from './page-header.module.css';

type Props = { title: string; lead?: ReactNode; actions?: ReactNode };

/** The page's one h1, which is also its title in the browser. */
export function PageHeader({ title, lead, actions }: Props) {
  usePageTitle(title);
  return (
    <header className={styles.header}>
      <div>
        <h1>{title}</h1>
        {lead && <p className={styles.lead}>{lead}</p>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}

export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} · Teabreak 茶歇` : 'Teabreak 茶歇';
  }, [title]);
}
