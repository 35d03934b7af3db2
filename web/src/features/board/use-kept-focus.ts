import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual';
import { type FocusEvent, useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { Line } from './people-list.js';

/**
 * The row with the focus stays drawn, and its neighbours with it, however far it is scrolled away: Tab goes on from there. When its
 * person leaves the list, the focus goes to whoever stands in their place.
 */
export function useKeptFocus(list: { current: HTMLElement | null }, lines: readonly Line[]) {
  const [focused, setFocused] = useState<{ id: string; index: number } | null>(null);
  const index = focused ? indexOf(lines, focused) : -1;
  const wasFocused = useRef(false);

  useLayoutEffect(() => {
    if (!focused || index >= 0 || !wasFocused.current) return;
    const next = list.current?.querySelectorAll<HTMLElement>('li[data-index]') ?? [];
    const heir = [...next].find((row) => Number(row.dataset.index) >= Math.min(focused.index, lines.length - 1));
    heir?.querySelector('a')?.focus({ preventScroll: true });
  }, [list, lines, focused, index]);

  return {
    withFocused: useCallback(
      (range: Range) => {
        const shown = defaultRangeExtractor(range);
        if (index < 0) return shown;
        const kept = [index - 1, index, index + 1].filter((one) => one >= 0 && one < range.count);
        return [...new Set([...shown, ...kept])].sort((a, b) => a - b);
      },
      [index],
    ),
    onFocus: ({ target }: FocusEvent) => {
      const row = target.closest<HTMLElement>('li[data-index]');
      const line = lines[Number(row?.dataset.index)];
      wasFocused.current = true;
      if (line) setFocused({ id: line.id, index: Number(row?.dataset.index) });
    },
    /** Not called where the focused row itself goes away. Whoever gets the focus next must still be there when it arrives. */
    onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
      if (currentTarget.contains(relatedTarget)) return;
      wasFocused.current = false;
      setFocused(null);
    },
  };
}

/** Nearly always where it was. */
function indexOf(lines: readonly Line[], { id, index }: { id: string; index: number }): number {
  return lines[index]?.id === id ? index : lines.findIndex((line) => line.id === id);
}
