import type { ReactNode } from 'react';
import { useTranslation } from '../lib/i18n.js';
import { Link, NavLink } from '../lib/router.js';
import styles from './bars.module.css';
import { BackIcon, type Icon } from './first-icons.js';
import { Mark } from './mark.js';

/** More would not fit into a badge. */
const MOST_SHOWN = 99;

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
      {back === undefined ? <Brand /> : <BarLink to={back} label={t('back')} icon={BackIcon} />}
      {title && <p className={styles.title}>{title}</p>}
      <div className={styles.actions}>{actions}</div>
    </header>
  );
}

/** A place to go to, as a sign only; the label says as well how many things wait there. */
export function BarLink({ to, label, icon: Glyph, badge }: Pick<NavItem, 'to' | 'label' | 'icon' | 'badge'>) {
  return (
    <Link to={to} className={styles.link} aria-label={label}>
      <Glyph />
      <Waiting count={badge} />
    </Link>
  );
}

export type NavItem = {
  to: string;
  label: string;
  icon: Icon;
  end?: boolean /** How many things wait there. */;
  badge?: number;
};

export function NavEntry({ item, className }: { item: NavItem; className: string | undefined }) {
  return (
    <NavLink to={item.to} end={item.end} className={className}>
      <span className={styles.glyph}>
        <item.icon />
        <Waiting count={item.badge} />
      </span>
      <span>{item.label}</span>
    </NavLink>
  );
}

function Waiting({ count = 0 }: { count: number | undefined }) {
  return count > 0 && <span className={styles.badge}>{count > MOST_SHOWN ? `${MOST_SHOWN}+` : count}</span>;
}

/** The attendee's four places, under the thumb. */
export function BottomNav({ label, items }: { label: string; items: readonly NavItem[] }) {
  return (
    <nav aria-label={label} className={styles.bottom}>
      {items.map((item) => (
        <NavEntry key={item.to} item={item} className={styles.place} />
      ))}
    </nav>
  );
}
