import { useTranslation } from '../../../lib/i18n.js';
import type { AskPaths } from '../ask-paths.js';
import { useFittingAsks } from '../asks.queries.js';
import { AskCard } from './ask-card.js';
import styles from './asks.module.css';

/** What I may be able to help with. Nothing where nothing fits, nor while it loads. */
export function FittingAsks({ eventId, paths }: { eventId: string; paths: AskPaths }) {
  const { t } = useTranslation('asks');
  const asks = useFittingAsks(eventId).data?.asks ?? [];
  if (asks.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="fitting">
      <h2 id="fitting" className={styles.heading}>
        {t('fitting.title')}
      </h2>
      <ul className={styles.list}>
        {asks.map(({ ask, because }) => (
          <li key={ask.id}>
            <AskCard eventId={eventId} ask={ask} because={because} paths={paths} />
          </li>
        ))}
      </ul>
    </section>
  );
}
