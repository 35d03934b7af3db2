import { fanOutBenchmark, SECONDS } from './board-fan-out.js';
import type { Benchmark } from './frame.js';

export const benchmarks: readonly Benchmark[] = [
  fanOutBenchmark('RT1', { perSecond: 1000, seconds: SECONDS }) as Benchmark,
];
