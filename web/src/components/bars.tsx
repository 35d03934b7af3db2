import { type ReactNode, useEffect, useRef } from 'react';
import { Link, NavLink, useLocation } from 'react-router';
import { useTranslation } from '../lib/i18n.js';
import styles from './bars.module.css';
import { BackIcon, type Icon } from './first-icons.js';
import { Mark } from './mark.js';

/** Mark and name, the way home. */
export function Brand({ to = '/' }: { to?: string }) {
  return (
    <Link to={to} className={styles.brand}>
      <Mark size={30} />
      <span className={styles.name}>
        Teabreak <span lang="zh-CN">茶歇</span>
      </span>
    </Link>
  );
}

/** `back` shows an arrow instead of the brand; `title` stands beside it. */
export function TopBar({ back, title, actions }: { back?: string; title?: string; actions?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <header className={styles.top}>
      {back === undefined ? (
        <Brand />
      ) : (
        <Link to={back} className={styles.back} aria-label={t('back')}>
          <BackIcon />
        </Link>
      )}
      {title && <p className={styles.title}>{title}</p>}
      <div className={styles.actions}>{actions}</div>
    </header>
  );
}

export type NavItem = {
  to: string;
  label: string;
  icon: Icon;
  end?: boolean /** How many things wait there. */;
  badge?: number;
};

function Entry({ item, className }: { item: NavItem; className: string | undefined }) {
  return (
    <NavLink to={item.to} end={item.end} className={className}>
      <span className={styles.glyph}>
        <item.icon />
        {item.badge ? <span className={styles.badge}>{item.badge}</span> : null}
      </span>
      <span>{item.label}</span>
    </NavLink>
  );
}

/** The attendee's four places, under the thumb. */
export function BottomNav({ label, items }: { label: string; items: readonly NavItem[] }) {
  return (
    <nav aria-label={label} className={styles.bottom}>
      {items.map((item) => (
        <Entry key={item.to} item={item} className={styles.place} />
      ))}
    </nav>
  );
}

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
          <Entry key={item.to} item={item} className={styles.entry} />
        ))}
      </div>
    </nav>
  );
}
