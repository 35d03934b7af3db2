import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { useSearchParams } from '../../lib/router.js';
import { type BoardFilter, filterFrom, NO_FILTER, paramsOf } from './board-filter.js';

/** Safari refuses more than a hundred changes of the address within half a minute. */
const TYPING_PAUSE_MS = 250;

/**
 * The filter in the address. Each change replaces the entry of the history, so that "back" leaves the board in one step. What is typed
 * is kept beside it: the address follows a moment later, and neither fast fingers nor a Chinese keyboard may be interrupted by it.
 */
export function useBoardFilter() {
  const [params, setParams] = useSearchParams();
  const [query, setQuery] = useState(params.get('q') ?? '');
  const address = `${paramsOf({ ...filterFrom(params), query })}`;
  const filter = useMemo(() => filterFrom(new URLSearchParams(address)), [address]);
  const follow = useEffectEvent(() => setParams(new URLSearchParams(address), { replace: true }));
  const isBehind = query !== (params.get('q') ?? '');
  // biome-ignore lint/correctness/useExhaustiveDependencies: each letter starts the pause anew
  useEffect(() => {
    if (!isBehind) return;
    const timer = setTimeout(follow, TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [query, isBehind]);
  return {
    filter,
    change: ({ query: typed, ...part }: Partial<BoardFilter>) => {
      if (typed !== undefined) setQuery(typed);
      if (Object.keys(part).length > 0) setParams(paramsOf({ ...filter, ...part }), { replace: true });
    },
    clear: () => {
      setQuery('');
      setParams(paramsOf(NO_FILTER), { replace: true });
    },
  };
}
