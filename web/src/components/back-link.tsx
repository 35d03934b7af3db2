import { Link, useNavigate } from 'react-router';
import styles from './back-link.module.css';
import { BackIcon } from './first-icons.js';

/** react-router numbers its entries; the first one of this tab has nothing of ours behind it. */
const cameFromHere = (): boolean => ((history.state as { idx?: number } | null)?.idx ?? 0) > 0;

/** Back to where one came from, with its filters and its place on the page; to `to` for whoever came by a link. */
export function BackLink({ to, label }: { to: string; label: string }) {
  const navigate = useNavigate();
  return (
    <Link
      to={to}
      className={styles.back}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || !cameFromHere()) return;
        event.preventDefault();
        void navigate(-1);
      }}
    >
      <BackIcon width={20} height={20} />
      {label}
    </Link>
  );
}
