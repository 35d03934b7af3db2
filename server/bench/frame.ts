/** One measured number against its baseline. A file server/bench/<id>.bench.ts exports `benchmarks`, a list of these. */
export interface Benchmark<Context = unknown> {
  /** As docs name it: DB1, HT1 … Several rows may share one. */
  readonly id: string;
  readonly title: string;
  readonly metric: string;
  readonly unit: string;
  readonly better: 'higher' | 'lower';
  readonly baselineName: string;
  /** Pairs that count, at least 5; one more pair warms up and is thrown away. */
  readonly repetitions?: number;
  setup(): Promise<Context>;
  /** One measurement of ours, in `unit`. */
  subject(context: Context): Promise<number>;
  /** One measurement of what we compare with, in `unit`. */
  baseline(context: Context): Promise<number>;
  /** Why what was measured proves nothing, for instance because the clients could not keep up. Asked once, before teardown. */
  doubt?(context: Context): string | undefined;
  /** What else was seen while measuring, each a sentence with its figures. Asked once, before teardown. */
  notes?(context: Context): readonly string[];
  teardown(context: Context): Promise<void>;
}

/** Median and range of one side. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export interface Outcome {
  readonly benchmark: Benchmark;
  readonly value: Spread;
  readonly baselineValue: Spread;
  /** value ÷ baselineValue, of the medians. */
  readonly ratio: number;
  readonly notes: readonly string[];
  /** Why these figures prove nothing; undefined when they do. */
  readonly failure: string | undefined;
}

/** What `--json` writes, one per benchmark. */
export interface Row {
  readonly bench: string;
  readonly metric: string;
  readonly unit: string;
  readonly value: number;
  readonly baseline: string;
  readonly baselineValue: number;
  readonly ratio: number;
  readonly better: 'higher' | 'lower';
  readonly range: readonly [number, number];
  readonly baselineRange: readonly [number, number];
  readonly notes: readonly string[];
  readonly failure?: string;
}

const LEAST_REPETITIONS = 5;
/** A baseline that moves more than this, largest to smallest, says that the machine was busy with something else. */
const LARGEST_VARIATION = 2;

export function spreadOf(numbers: readonly number[]): Spread {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = (index: number) => sorted[index] ?? Number.NaN;
  const middle = sorted.length / 2;
  const median = sorted.length % 2 === 1 ? at(Math.floor(middle)) : (at(middle - 1) + at(middle)) / 2;
  return { median, min: at(0), max: at(sorted.length - 1) };
}

function failureOf(value: Spread, baseline: Spread): string | undefined {
  const numbers = [value.min, value.max, baseline.min, baseline.max];
  if (numbers.some((number) => !Number.isFinite(number))) return 'a measurement is not a number';
  if (baseline.min <= 0) return 'the baseline measured nothing';
  const variation = baseline.max / baseline.min;
  if (variation <= LARGEST_VARIATION) return undefined;
  return `the baseline itself varies ${variation.toFixed(2)}-fold (more than ${LARGEST_VARIATION}): the machine was not quiet`;
}

/**
 * Measures both sides in turn, and swaps who goes first each time, so that a machine that grows slower or warmer
 * harms both alike. Teardown happens whatever fails.
 */
export async function measure<Context>(benchmark: Benchmark<Context>): Promise<Outcome> {
  const repetitions = Math.max(benchmark.repetitions ?? LEAST_REPETITIONS, LEAST_REPETITIONS);
  const values: number[] = [];
  const baselines: number[] = [];
  let notes: readonly string[] = [];
  let doubt: string | undefined;
  const context = await benchmark.setup();
  try {
    for (let pair = 0; pair <= repetitions; pair += 1) {
      const sides = [
        async () => void values.push(await benchmark.subject(context)),
        async () => void baselines.push(await benchmark.baseline(context)),
      ];
      for (const side of pair % 2 === 0 ? sides : sides.reverse()) await side();
    }
    notes = benchmark.notes?.(context) ?? [];
    doubt = benchmark.doubt?.(context);
  } finally {
    await benchmark.teardown(context);
  }
  const value = spreadOf(values.slice(1));
  const baselineValue = spreadOf(baselines.slice(1));
  const failure = failureOf(value, baselineValue) ?? doubt;
  return {
    benchmark: benchmark as Benchmark,
    value,
    baselineValue,
    ratio: value.median / baselineValue.median,
    notes,
    failure,
  };
}

export function rowOf({ benchmark, value, baselineValue, ratio, notes, failure }: Outcome): Row {
  return {
    bench: benchmark.id,
    metric: benchmark.metric,
    unit: benchmark.unit,
    value: value.median,
    baseline: benchmark.baselineName,
    baselineValue: baselineValue.median,
    ratio,
    better: benchmark.better,
    range: [value.min, value.max],
    baselineRange: [baselineValue.min, baselineValue.max],
    notes,
    ...(failure === undefined ? {} : { failure }),
  };
}
