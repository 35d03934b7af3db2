import { useMemo, useState } from 'react';
import { useSearchParams } from '../../lib/router.js';
import { type BoardFilter, filterFrom, NO_FILTER, paramsOf } from './board-filter.js';

/**
 * The filter in the address. Each change replaces the entry of the history, so that "back" leaves the board in one step. What is typed
 * is kept beside it: the address follows a moment later, and neither fast fingers nor a Chinese keyboard may be interrupted by it.
 */
export function useBoardFilter() {
  const [params, setParams] = useSearchParams();
  const [query, setQuery] = useState(params.get('q') ?? '');
  const filter = useMemo(() => ({ ...filterFrom(params), query }), [params, query]);
  const to = (next: BoardFilter) => {
    setQuery(next.query);
    setParams(paramsOf(next), { replace: true });
  };
  return {
    filter,
    change: (part: Partial<BoardFilter>) => to({ ...filter, ...part }),
    clear: () => to(NO_FILTER),
  };
}
