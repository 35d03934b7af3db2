import { type MouseEvent, useLayoutEffect } from 'react';
import { useNavigationType } from '../../lib/router.js';

type Place = { rowId: string; top: number };
const left = new Map<string, Place>();

/**
 * Coming back to a list, the row that was opened stands where it stood. Browsers restore a height in pixels, and the rows above
 * may have changed meanwhile. `name` tells lists apart; the answer is the list's click handler; rows have an id.
 */
export function useKeptPlace(name: string): (event: MouseEvent<HTMLElement>) => void {
  const kind = useNavigationType();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the list appears
  useLayoutEffect(() => {
    const place = left.get(name);
    left.delete(name);
    if (kind !== 'POP' || !place) return;
    const settle = () => {
      const row = document.getElementById(place.rowId);
      if (row) window.scrollBy(0, row.getBoundingClientRect().top - place.top);
    };
    settle();
    // The browser's own try comes with the next frame.
    const frame = requestAnimationFrame(() => requestAnimationFrame(settle));
    return () => cancelAnimationFrame(frame);
  }, []);
  return (event) => {
    const row = (event.target as Element).closest('li[id]');
    if (row) left.set(name, { rowId: row.id, top: row.getBoundingClientRect().top });
  };
}
