import { useEffect, useLayoutEffect, useRef } from 'react';

/** Nearer to the end than this, in CSS pixels, one is reading along. */
const NEAR = 200;
const page = () => document.documentElement;

/** Goes to the end when there is something new and one is reading along; who reads further back keeps the place. */
export function useStayAtEnd(newest: string): void {
  const near = useRef(true);
  const shown = useRef<string>(undefined);
  useEffect(() => {
    const note = () => {
      near.current = page().scrollHeight - page().clientHeight - window.scrollY < NEAR;
    };
    window.addEventListener('scroll', note, { passive: true });
    return () => window.removeEventListener('scroll', note);
  }, []);
  useLayoutEffect(() => {
    if (shown.current !== newest && near.current) window.scrollTo(0, page().scrollHeight);
    shown.current = newest;
  }, [newest]);
}
