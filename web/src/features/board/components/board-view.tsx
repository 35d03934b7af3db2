import type { PublicEvent } from '@teabreak/shared';
import { useDeferredValue, useRef } from 'react';
import { Button } from '../../../components/button.js';
import { QueryView } from '../../../components/query-view.js';
import { ErrorState, NoMatch } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { lastHeardAt } from '../../../lib/socket.js';
import { useBoardLive } from '../board.live.js';
import { useBoard, useRelations } from '../board.queries.js';
import { asksRelations, NO_FILTER, paramsOf, type Relations } from '../board-filter.js';
import type { BoardPhase } from '../board-phase.js';
import type { BoardState } from '../board-state.js';
import { useBoardFilter } from '../use-board-filter.js';
import { useBoardCounts, usePeopleList } from '../use-people.js';
import { BoardFilters } from './board-filters.js';
import { BoardLoading } from './board-loading.js';
import styles from './board-view.module.css';
import { EmptyBoard } from './empty-board.js';
import { PeopleRows } from './people-rows.js';

type Props = {
  event: Pick<PublicEvent, 'id' | 'startsAt' | 'timeZone'>;
  phase: BoardPhase;
  /** My registration; null for those who run the event and look at it only. */
  me: string | null;
  placeNames: ReadonlyMap<string, string>;
  /** Where somebody's page is; null where the one who looks has no way to it. */
  personPath: ((personId: string) => string) | null;
};

/** Everybody who is here and wants to be found (B1), as of now. */
export function BoardView(props: Props) {
  const eventId = props.event.id;
  const { data, error, refetch } = useBoard(eventId);
  // A large board is drawn in slices, between which the page answers.
  const board = useDeferredValue(data);
  // Asked for at the same time; nobody waits for it.
  useRelations(eventId);
  useBoardLive(eventId, data);
  // As long as the line stood, silence meant that nothing had changed.
  const dataUpdatedAt = Math.max(data?.at ?? 0, lastHeardAt());
  return (
    <QueryView query={{ data: data && board, error, refetch, dataUpdatedAt }} loading={<BoardLoading />}>
      {(shown) => <People board={shown} {...props} />}
    </QueryView>
  );
}

/** What they are to me comes a little later than they do, and is joined then. */
function People({ board, event, phase, me, placeNames, personPath }: Props & { board: BoardState }) {
  const { t } = useTranslation('board');
  const { filter, change, clear } = useBoardFilter();
  const { data: known, error, refetch } = useRelations(board.eventId);
  const relations = known?.people ?? NONE;
  const counts = useBoardCounts({ board, me });
  const found = useRef<HTMLParagraphElement>(null);
  // Letters come first, the list when the fingers rest.
  const lines = usePeopleList({ board, me }, useDeferredValue(filter), relations);
  if (counts.total === 0) return <EmptyBoard event={event} phase={phase} />;
  const needed = asksRelations(filter) && lines.length === 0;
  /** The button goes away with what it clears: how many there are now is where one reads on. */
  const clearAll = () => {
    clear();
    found.current?.focus({ preventScroll: true });
  };
  return (
    <div className={styles.board}>
      <BoardFilters filter={filter} onChange={change} counts={counts} phase={phase} isGuest={me !== null} />
      {needed && !known && error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : needed && !known?.complete ? (
        <BoardLoading rowsOnly />
      ) : (
        <>
          <div className={lines.length > 0 ? styles.found : undefined}>
            <p ref={found} className={lines.length > 0 ? styles.count : 'visually-hidden'} role="status" tabIndex={-1}>
              {t('count', { count: lines.length })}
            </p>
            {lines.length > 0 && `${paramsOf(filter)}` !== UNFILTERED && (
              <Button variant="quiet" size="s" onClick={clearAll}>
                {t('common:noMatch.clear')}
              </Button>
            )}
          </div>
          {lines.length === 0 ? (
            <NoMatch title={t('noMatch.title')} onClear={clearAll}>
              {t('noMatch.text')}
            </NoMatch>
          ) : (
            <PeopleRows {...{ board, lines, relations, placeNames, personPath }} isOver={phase === 'over'} />
          )}
        </>
      )}
    </div>
  );
}

const NONE: Relations = {};
const UNFILTERED = `${paramsOf(NO_FILTER)}`;
