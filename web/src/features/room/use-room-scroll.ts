import type { RoomPage } from '@teabreak/shared';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';

/** Nearer to the end than this, in CSS pixels, one is reading along. */
const NEAR = 160;
const page = () => document.documentElement;
const fromEnd = () => page().scrollHeight - page().clientHeight - window.scrollY;
const toEnd = () => window.scrollTo(0, page().scrollHeight);

/**
 * Begins at the newest message and stays there while one reads along; who has scrolled up keeps the place, also when older messages
 * come in above, and is told of new ones below.
 */
export function useRoomScroll({ messages }: RoomPage): { unseen: boolean; toNewest: () => void } {
  const [unseen, setUnseen] = useState(false);
  const shown = useRef<{ first?: number; last?: number; fromEnd: number }>({ fromEnd: 0 });
  const first = messages.at(0)?.seq;
  const last = messages.at(-1)?.seq;

  useEffect(() => {
    const note = () => {
      shown.current.fromEnd = fromEnd();
      if (shown.current.fromEnd < NEAR) setUnseen(false);
    };
    window.addEventListener('scroll', note, { passive: true });
    return () => window.removeEventListener('scroll', note);
  }, []);

  useLayoutEffect(() => {
    const before = shown.current;
    const near = before.fromEnd < NEAR;
    if (before.last === undefined || (last !== before.last && near)) toEnd();
    else if (first !== before.first) window.scrollTo(0, page().scrollHeight - page().clientHeight - before.fromEnd);
    else if (last !== undefined && last > before.last) setUnseen(true);
    shown.current = { ...(first !== undefined && { first }), ...(last !== undefined && { last }), fromEnd: fromEnd() };
  }, [first, last]);

  return {
    unseen,
    toNewest: () => {
      setUnseen(false);
      toEnd();
    },
  };
}
