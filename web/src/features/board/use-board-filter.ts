import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { type BoardFilter, filterFrom, NO_FILTER, paramsOf } from './board-filter.js';

/** The filter in the address. Each change replaces the entry of the history, so that "back" leaves the board in one step. */
export function useBoardFilter() {
  const [params, setParams] = useSearchParams();
  const filter = useMemo(() => filterFrom(params), [params]);
  const to = (next: BoardFilter) => setParams(paramsOf(next), { replace: true, preventScrollReset: true });
  return {
    filter,
    change: (part: Partial<BoardFilter>) => to({ ...filter, ...part }),
    clear: () => to(NO_FILTER),
  };
}
