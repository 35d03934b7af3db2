import type { Room } from './scored-room.js';

/** Median of `runs` in ms: one run of a few milliseconds is mostly noise. */
export function medianTime(runs: number, run: () => void): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[runs >> 1] ?? Number.NaN;
}

/** What one run adds to heap and buffers before anything is collected; less when a collection happens in between. */
export function allocatedBy<T>(run: () => T): { result: T; megabytes: number } {
  const used = () => {
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  globalThis.gc?.();
  const before = used();
  const result = run();
  return { result, megabytes: Math.max(0, used() - before) / 2 ** 20 };
}

/** Weight and number of the pairs in a list of partners (−1: none). */
export function weightOfMates({ size, weight }: Room, mates: ArrayLike<number>): { weight: number; pairs: number } {
  let total = 0;
  let pairs = 0;
  for (let one = 0; one < mates.length; one += 1) {
    const other = mates[one] ?? -1;
    if (other < one) continue;
    total += weight[one * size + other] ?? 0;
    pairs += 1;
  }
  return { weight: total, pairs };
}
