import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from '../lib/router.js';
import { NavEntry, type NavItem } from './bars.js';
import styles from './bars.module.css';

/** The organizer's: a column on a laptop, a line that scrolls on a phone. */
export function SideNav({ label, items, heading }: { label: string; items: readonly NavItem[]; heading?: ReactNode }) {
  const entries = useRef<HTMLDivElement>(null);
  const { pathname } = useLocation();
  const count = items.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: where one is changes with the address, and with the entries there are
  useEffect(() => {
    const current = entries.current?.querySelector<HTMLElement>('[aria-current="page"]');
    if (!current || !entries.current) return;
    entries.current.scrollLeft = current.offsetLeft - (entries.current.clientWidth - current.offsetWidth) / 2;
  }, [pathname, count]);
  return (
    <nav aria-label={label} className={styles.side}>
      {heading}
      <div ref={entries} className={styles.entries}>
        {items.map((item) => (
          <NavEntry key={item.to} item={item} className={styles.entry} />
        ))}
      </div>
    </nav>
  );
}
