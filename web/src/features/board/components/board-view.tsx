import { useDeferredValue } from 'react';
import { Skeleton } from '../../../components/progress.js';
import { QueryView } from '../../../components/query-view.js';
import { EmptyState, ErrorState, NoMatch } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { lastHeardAt } from '../../../lib/socket.js';
import { useBoardLive } from '../board.live.js';
import { useBoard, useRelations } from '../board.queries.js';
import { asksRelations, type Relations } from '../board-filter.js';
import type { BoardState } from '../board-state.js';
import { useBoardFilter } from '../use-board-filter.js';
import { useBoardCounts, usePeopleList } from '../use-people.js';
import { BoardFilters } from './board-filters.js';
import styles from './board-view.module.css';
import { PeopleRows } from './people-rows.js';

type Props = {
  eventId: string;
  me: string;
  placeNames: ReadonlyMap<string, string>;
  personPath: (personId: string) => string;
};

/** Everybody who is here and wants to be found (B1), as of now. */
export function BoardView({ eventId, ...shown }: Props) {
  const { data, error, refetch } = useBoard(eventId);
  // Asked for at the same time; nobody waits for it.
  useRelations(eventId);
  useBoardLive(eventId, data);
  // As long as the line stood, silence meant that nothing had changed.
  const dataUpdatedAt = Math.max(data?.at ?? 0, lastHeardAt());
  return (
    <QueryView query={{ data, error, refetch, dataUpdatedAt }} loading={<Loading />}>
      {(board) => <People board={board} {...shown} />}
    </QueryView>
  );
}

function Loading() {
  return (
    <div className={styles.loading}>
      <Skeleton card lines={4} />
      <Skeleton card lines={4} />
      <Skeleton card lines={4} />
    </div>
  );
}

type PeopleProps = Omit<Props, 'eventId'> & { board: BoardState };

/** What they are to me comes a little later than they do, and is joined then. */
function People({ board, me, placeNames, personPath }: PeopleProps) {
  const { t } = useTranslation('board');
  const { filter, change, clear } = useBoardFilter();
  const { data: known, error, refetch } = useRelations(board.eventId);
  const relations = known?.people ?? NONE;
  const counts = useBoardCounts({ board, me });
  // Letters come first, the list when the fingers rest.
  const lines = usePeopleList({ board, me }, useDeferredValue(filter), relations);
  if (counts.total === 0) return <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>;
  const needed = asksRelations(filter) && lines.length === 0;
  return (
    <div className={styles.board}>
      <BoardFilters filter={filter} onChange={change} counts={counts} />
      {needed && !known && error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : needed && !known?.complete ? (
        <Loading />
      ) : (
        <>
          <p className={styles.count} role="status">
            {t('count', { count: lines.length })}
          </p>
          {lines.length === 0 ? (
            <NoMatch onClear={clear} />
          ) : (
            <PeopleRows {...{ board, lines, relations, placeNames, personPath }} />
          )}
        </>
      )}
    </div>
  );
}

const NONE: Relations = {};
