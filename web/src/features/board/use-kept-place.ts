import type { VirtualItem } from '@tanstack/react-virtual';
import { type MouseEvent, useLayoutEffect, useState } from 'react';
import { useNavigationType } from '../../lib/router.js';

/** `heights`: of the rows that were seen, so that those above are as high as they were. */
type Place = { rowId: string; top: number; heights: VirtualItem[] };
/** A quarter of a second. */
const SETTLING_FRAMES = 15;
const TOUCHES = ['pointerdown', 'touchstart', 'wheel', 'keydown'] as const;
const left = new Map<string, Place>();

/**
 * Coming back to a list, the row that was opened stands where it stood. Browsers restore a height in pixels, and the rows above
 * may have changed meanwhile. `name` tells lists apart; rows have an id.
 */
export function useKeptPlace(name: string): {
  /** Where one comes back to, if one does. */
  place: Place | null;
  /** Call it with the list's clicks. */
  keep: (event: MouseEvent<HTMLElement>, heights: VirtualItem[]) => void;
} {
  const kind = useNavigationType();
  const [place] = useState(() => (kind === 'POP' ? (left.get(name) ?? null) : null));
  useLayoutEffect(() => void left.delete(name), [name]);
  return {
    place,
    keep: ({ target }, heights) => {
      const row = (target as Element).closest('li[id]');
      if (row) left.set(name, { rowId: row.id, top: row.getBoundingClientRect().top, heights });
    },
  };
}

/** Once the rows stand: scrolls until the kept one is where it was. `scrollNear` brings it onto the screen. */
export function useReturnTo(place: Place | null, scrollNear: (rowId: string, top: number) => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the list appears
  useLayoutEffect(() => {
    if (!place) return;
    const settle = () => {
      const row = document.getElementById(place.rowId);
      if (row) window.scrollBy(0, row.getBoundingClientRect().top - place.top);
      else scrollNear(place.rowId, place.top);
    };
    settle();
    // The browser's own try comes with the next frame, heights and pictures after it. A finger on the list ends that.
    let frames = SETTLING_FRAMES;
    let frame = requestAnimationFrame(function again() {
      settle();
      frames -= 1;
      if (frames > 0) frame = requestAnimationFrame(again);
    });
    const stop = () => cancelAnimationFrame(frame);
    for (const touch of TOUCHES) window.addEventListener(touch, stop, { once: true, passive: true });
    return () => {
      stop();
      for (const touch of TOUCHES) window.removeEventListener(touch, stop);
    };
  }, []);
}
