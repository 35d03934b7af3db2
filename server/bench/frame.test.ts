import { type Benchmark, measure, rowOf, spreadOf } from './frame.js';
import { describeOutcome } from './report.js';

/** A benchmark whose sides answer from lists, and that writes down in which order it was asked. */
function scripted(ours: number[], theirs: number[], trail: string[] = []): Benchmark<string> {
  const next = (list: number[]) => list.shift() ?? 0;
  return {
    id: 'X1',
    title: 'a thing',
    metric: 'rate',
    unit: '/s',
    better: 'higher',
    baselineName: 'plain',
    setup: async () => 'context',
    subject: async (context) => {
      trail.push(`A:${context}`);
      return next(ours);
    },
    baseline: async () => {
      trail.push('B');
      return next(theirs);
    },
    teardown: async () => {
      trail.push('end');
    },
  };
}

const six = (...numbers: number[]) => [999, ...numbers];

describe('the frame of the benchmarks', () => {
  it('takes the middle, and the mean of two middles', () => {
    expect(spreadOf([3, 1, 2])).toEqual({ median: 2, min: 1, max: 3 });
    expect(spreadOf([4, 1, 2, 3])).toEqual({ median: 2.5, min: 1, max: 4 });
  });

  it('measures both sides in turn, swaps who begins, throws the first pair away', async () => {
    const trail: string[] = [];
    const outcome = await measure(scripted(six(10, 20, 30, 40, 50), six(5, 6, 5, 6, 7), trail));
    expect(trail.map((step) => step[0]).join('')).toBe('ABBAABBAABBAe');
    expect(outcome.value).toEqual({ median: 30, min: 10, max: 50 });
    expect(outcome.baselineValue).toEqual({ median: 6, min: 5, max: 7 });
    expect(outcome.ratio).toBe(5);
    expect(outcome.failure).toBeUndefined();
  });

  it('never measures fewer than five pairs', async () => {
    const trail: string[] = [];
    await measure({ ...scripted(six(1, 1, 1, 1, 1), six(1, 1, 1, 1, 1), trail), repetitions: 2 });
    expect(trail.filter((step) => step === 'B')).toHaveLength(6);
  });

  it('fails when the baseline varies more than twofold, not at exactly twofold', async () => {
    const shaky = await measure(scripted(six(1, 1, 1, 1, 1), six(1, 1, 1, 1, 2.1)));
    expect(shaky.failure).toMatch(/varies 2\.10-fold/);
    expect(describeOutcome(shaky)).toMatch(/FAILED/);
    expect(rowOf(shaky).failure).toBe(shaky.failure);
    expect((await measure(scripted(six(1, 1, 1, 1, 1), six(1, 1, 1, 1, 2)))).failure).toBeUndefined();
  });

  it('fails when a side measured nothing', async () => {
    expect((await measure(scripted(six(1, 1, 1, 1, 1), six(0, 1, 1, 1, 1)))).failure).toMatch(/nothing/);
    expect((await measure(scripted(six(Number.NaN, 1, 1, 1, 1), six(1, 1, 1, 1, 1)))).failure).toMatch(/not a number/);
  });

  it('fails when the benchmark itself doubts what it measured', async () => {
    const doubted = { ...scripted(six(1, 1, 1, 1, 1), six(1, 1, 1, 1, 1)), doubt: () => 'clients were lost' };
    expect((await measure(doubted)).failure).toBe('clients were lost');
    const sure = { ...scripted(six(1, 1, 1, 1, 1), six(1, 1, 1, 1, 1)), doubt: () => undefined };
    expect((await measure(sure)).failure).toBeUndefined();
  });

  it('keeps what else was seen, asked once before the end', async () => {
    const trail: string[] = [];
    const noted: Benchmark<string> = {
      ...scripted(six(1, 1, 1, 1, 1), six(1, 1, 1, 1, 1), trail),
      notes: (context) => [`${trail.length} steps in ${context}`],
    };
    const outcome = await measure(noted);
    expect(outcome.notes).toEqual(['12 steps in context']);
    expect(rowOf(outcome).notes).toEqual(outcome.notes);
    expect(describeOutcome(outcome)).toContain('12 steps in context');
  });

  it('tears down when a measurement throws', async () => {
    const trail: string[] = [];
    const broken: Benchmark<string> = {
      ...scripted([], [], trail),
      subject: () => Promise.reject(new Error('broken')),
    };
    await expect(measure(broken)).rejects.toThrow('broken');
    expect(trail).toEqual(['end']);
  });

  it('writes rows with the agreed names, and says which way is better', async () => {
    const outcome = await measure({ ...scripted(six(2, 2, 2, 2, 2), six(4, 4, 4, 4, 4)), better: 'lower' });
    expect(rowOf(outcome)).toMatchObject({
      bench: 'X1',
      metric: 'rate',
      unit: '/s',
      value: 2,
      baseline: 'plain',
      baselineValue: 4,
      ratio: 0.5,
      better: 'lower',
    });
    expect(describeOutcome(outcome)).toContain('ratio 0.5 (ours ÷ baseline; lower is better)');
  });
});
