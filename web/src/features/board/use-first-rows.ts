import { useEffect, useState } from 'react';

/** More than any screen shows, few enough to be reckoned in no time. */
const FIRST_ROWS = 24;
/** Above and below the screen, for fast thumbs. */
const SPARE_ROWS = 5;

/**
 * How many of `count` rows the list has, and how many beyond the screen are drawn: at first a screenful, and all once that is seen. To
 * reckon ten thousand heights is a long task, for which nobody's first look has to wait. `atOnce`: they come back to a row far below.
 */
export function useFirstRows(count: number, atOnce: boolean): { count: number; overscan: number } {
  const [all, setAll] = useState(atOnce);
  useEffect(() => {
    if (all) return;
    // After the frame, not in it.
    const timer = setTimeout(setAll, 0, true);
    return () => clearTimeout(timer);
  }, [all]);
  return all ? { count, overscan: SPARE_ROWS } : { count: Math.min(count, FIRST_ROWS), overscan: 1 };
}
