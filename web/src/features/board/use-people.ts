import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { BoardCounts, type Counts } from './board-counts.js';
import type { BoardFilter, Relations } from './board-filter.js';
import type { BoardState } from './board-state.js';
import { type Line, PeopleList } from './people-list.js';

type About = { board: BoardState; me: string | null };

/** Who is shown with this filter. The answer is another one only when somebody comes, goes or gets another name. */
export function usePeopleList({ board, me }: About, filter: BoardFilter, relations: Relations): readonly Line[] {
  const before = useRef<PeopleList>(null);
  const list = useMemo(
    () => new PeopleList({ board, filter, relations, me }, before.current),
    [board, filter, relations, me],
  );
  useEffect(() => {
    before.current = list;
  }, [list]);
  return useSyncExternalStore(list.subscribe, list.snapshot);
}

export function useBoardCounts({ board, me }: About): Counts {
  const counts = useMemo(() => new BoardCounts(board, me), [board, me]);
  return useSyncExternalStore(counts.subscribe, counts.snapshot);
}
