import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { type BoardFilter, filterFrom, NO_FILTER, paramsOf } from './board-filter.js';

/** The filter in the address. Typing replaces the entry of the history, so that "back" leaves the board in one step. */
export function useBoardFilter() {
  const [params, setParams] = useSearchParams();
  const filter = useMemo(() => filterFrom(params), [params]);
  return {
    filter,
    change: (part: Partial<BoardFilter>) => setParams(paramsOf({ ...filter, ...part }), { replace: true }),
    clear: () => setParams(paramsOf(NO_FILTER), { replace: true }),
  };
}
