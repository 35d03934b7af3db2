/** Long enough to read four names and what they came for. */
export const TURN_MS = 10_000;

/** One after the other, `size` at a time; the last turn is filled up from the first, so that it is not emptier than the others. */
export function pagesOf<T>(all: readonly T[], size: number): T[][] {
  const turns = Math.ceil(all.length / size);
  const round = [...all, ...all];
  return Array.from({ length: turns }, (_, turn) => round.slice(turn * size, turn * size + Math.min(size, all.length)));
}

export type Turn = { show: 'people' | 'asks'; page: number };

/**
 * What stands on the wall at an instant: people twice, then asks (A1), and so on through the pages of both; without asks people only. It hangs on
 * the clock alone, so that a reload changes nothing and two walls show the same.
 */
export function turnAt(now: number, pages: { people: number; asks: number }): Turn {
  const turn = Math.floor(now / TURN_MS);
  const people = Math.max(1, pages.people);
  if (pages.asks === 0) return { show: 'people', page: turn % people };
  const [cycle, within] = [Math.floor(turn / 3), turn % 3];
  return within === 2
    ? { show: 'asks', page: cycle % pages.asks }
    : { show: 'people', page: (cycle * 2 + within) % people };
}
