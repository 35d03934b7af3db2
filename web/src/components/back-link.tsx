import { canGoBack, goBack, Link } from '../lib/router.js';
import styles from './back-link.module.css';
import { BackIcon } from './first-icons.js';

/** Back to where one came from, with its filters and its place on the page; to `to` for whoever came by a link. */
export function BackLink({ to, label }: { to: string; label: string }) {
  return (
    <Link
      to={to}
      className={styles.back}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || !canGoBack()) return;
        event.preventDefault();
        goBack();
      }}
    >
      <BackIcon width={20} height={20} />
      {label}
    </Link>
  );
}
