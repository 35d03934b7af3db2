import type { BoardRelations } from '@teabreak/shared';
import { useDeferredValue } from 'react';
import { Skeleton } from '../../../components/progress.js';
import { QueryView } from '../../../components/query-view.js';
import { EmptyState, NoMatch } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { lastHeardAt } from '../../../lib/socket.js';
import { useBoardLive } from '../board.live.js';
import { useBoard, useRelations } from '../board.queries.js';
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
  const relations = useRelations(eventId);
  useBoardLive(eventId, data);
  // As long as the line stood, silence meant that nothing had changed.
  const dataUpdatedAt = Math.max(data?.at ?? 0, lastHeardAt());
  return (
    <QueryView query={{ data, error, refetch, dataUpdatedAt }} loading={<Loading />}>
      {(board) => (
        // Together with what they are to me: who is blocked must not be seen for a moment, either (I6).
        <QueryView query={relations} loading={<Loading />}>
          {(known) => <People board={board} relations={known} {...shown} />}
        </QueryView>
      )}
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

type PeopleProps = Omit<Props, 'eventId'> & { board: BoardState; relations: BoardRelations };

function People({ board, relations, me, placeNames, personPath }: PeopleProps) {
  const { t } = useTranslation('board');
  const { filter, change, clear } = useBoardFilter();
  const counts = useBoardCounts({ board, relations, me });
  // Letters come first, the list when the fingers rest.
  const lines = usePeopleList({ board, relations, me }, useDeferredValue(filter));
  if (counts.total === 0) return <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>;
  return (
    <div className={styles.board}>
      <BoardFilters filter={filter} onChange={change} counts={counts} />
      <p className={styles.count} role="status">
        {t('count', { count: lines.length })}
      </p>
      {lines.length === 0 ? (
        <NoMatch onClear={clear} />
      ) : (
        <PeopleRows {...{ board, lines, relations, placeNames, personPath }} />
      )}
    </div>
  );
}
