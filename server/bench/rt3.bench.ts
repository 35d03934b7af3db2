import { fanOutBenchmark, SECONDS } from './board-fan-out.js';
import type { Benchmark } from './frame.js';

/** As many changes as people in a break make: each begins or ends a talk every three minutes, at 10,000 people. */
export const benchmarks: readonly Benchmark[] = [
  fanOutBenchmark('RT3', { perSecond: 55, seconds: SECONDS }) as Benchmark,
];
