import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { useSearchParams } from '../../lib/router.js';
import { useDebounced } from '../../lib/use-debounced.js';
import { type AskFilter, filterFrom, NO_FILTER, paramsOf } from './ask-filter.js';

const TYPING_PAUSE_MS = 250;

/**
 * The filter in the address, each change in place of the entry before, so that "back" leaves the list in one step. What is typed is kept
 * beside it and follows after a pause: neither fast fingers nor a Chinese keyboard may be interrupted.
 */
export function useAskFilter() {
  const [params, setParams] = useSearchParams();
  const [typed, setTyped] = useState(params.get('q') ?? '');
  const query = useDebounced(typed, TYPING_PAUSE_MS).trim();
  const address = `${paramsOf({ ...filterFrom(params), query })}`;
  const follow = useEffectEvent(() => setParams(new URLSearchParams(address), { replace: true }));
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was typed is written after it was
  useEffect(() => {
    if (query !== (params.get('q') ?? '')) follow();
  }, [query]);
  return {
    typed,
    type: setTyped,
    filter: useMemo(() => filterFrom(new URLSearchParams(address)), [address]),
    change: (part: Partial<Omit<AskFilter, 'query'>>) =>
      setParams(paramsOf({ ...filterFrom(params), query, ...part }), { replace: true }),
    clear: () => {
      setTyped('');
      setParams(paramsOf(NO_FILTER), { replace: true });
    },
  };
}
