import { Button } from '../../../components/button.js';
import { QueryView } from '../../../components/query-view.js';
import { EmptyState } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { type AskFilter, isFiltered } from '../ask-filter.js';
import type { AskPaths } from '../ask-paths.js';
import { useAsks } from '../asks.queries.js';
import { AskCard } from './ask-card.js';
import styles from './asks.module.css';

type Props = { eventId: string; paths: AskPaths; filter: AskFilter; onClear: () => void };

const onlyMine = (filter: AskFilter) => filter.mine && !isFiltered({ ...filter, mine: false });

/** Newest first, as far as one reads back. */
export function AskList({ eventId, paths, filter, onClear }: Props) {
  const { t } = useTranslation('asks');
  const query = useAsks(eventId, filter);
  const nothing = ({ pages }: { pages: readonly { asks: readonly unknown[] }[] }) => !pages[0]?.asks.length;
  return (
    <QueryView
      query={query}
      isEmpty={(data) => nothing(data) && (!isFiltered(filter) || onlyMine(filter))}
      empty={<EmptyState title={t(filter.mine ? 'emptyMine' : 'empty.title')}>{t('empty.text')}</EmptyState>}
      isNoMatch={nothing}
      onClearFilters={onClear}
    >
      {({ pages }) => (
        <>
          <ul className={styles.list}>
            {pages
              .flatMap(({ asks }) => asks)
              .map((ask) => (
                <li key={ask.id}>
                  <AskCard eventId={eventId} ask={ask} paths={paths} />
                </li>
              ))}
          </ul>
          {query.hasNextPage && (
            <Button variant="secondary" full busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {t('more')}
            </Button>
          )}
        </>
      )}
    </QueryView>
  );
}
