import { useEffect, useState } from 'react';

/** Below this the phone's own clock is the better one: an answer's date has whole seconds and was on its way. */
const NOTABLE_MS = 3000;
let ahead = 0;

/** Takes an answer's Date header. */
export function noteServerDate(date: string | null): void {
  const difference = Date.parse(date ?? '') - Date.now();
  if (!Number.isNaN(difference)) ahead = Math.abs(difference) > NOTABLE_MS ? difference : 0;
}

/** Milliseconds since 1970 by the server's clock, whatever the phone's says. */
export const serverNow = (): number => Date.now() + ahead;

/** Renders again every `everyMs`. */
export function useNow(everyMs: number): void {
  const [, render] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => render((count) => count + 1), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
}
