import { type Benchmark, spreadOf } from './frame.js';
import type { ReturnQuestion, ReturnReport } from './load/board-returners.js';
import { LoadProcess } from './load/load-process.js';
import { closeWatchedBoard, logChanges, openBoard, WATCHERS, type WatchedBoard } from './watched-board.js';

/** What happened on the board in the five seconds of a break for which they were away. */
const MISSED = Math.ceil(WATCHERS / 40);

interface Context {
  board: Omit<WatchedBoard, 'load'>;
  load: LoadProcess<ReturnQuestion, ReturnReport>;
  ours: number[];
  theirs: number[];
}

/** Resolves to the bytes that each of them received. */
async function storm({ board, load }: Context, whole: boolean, seconds: number[]): Promise<number> {
  const { world, cookies, eventId } = board;
  const since = board.version;
  await logChanges(board, MISSED);
  const known = whole ? board.version : since;
  const report = await load.ask({ origin: world.origin, cookies, eventId, since: known, whole });
  seconds.push(report.seconds);
  return report.bytes / WATCHERS;
}

const resume: Benchmark<Context> = {
  id: 'RT5',
  title: `${WATCHERS.toLocaleString('en')} phones lose their connections and come back at once, ${MISSED} changes later`,
  metric: 'bytes to each until it is up to date',
  unit: 'B',
  better: 'lower',
  baselineName: 'the same, fetching the whole board (packed)',
  setup: async () => {
    const board = await openBoard();
    // Everybody has done something before, be it that they came.
    await logChanges(board, WATCHERS);
    const load = LoadProcess.start<ReturnQuestion, ReturnReport>(new URL('./load/board-returners.ts', import.meta.url));
    return { board, load, ours: [], theirs: [] };
  },
  subject: (context) => storm(context, false, context.ours),
  baseline: (context) => storm(context, true, context.theirs),
  notes: ({ ours, theirs }) => {
    const middle = (numbers: number[]) => spreadOf(numbers.slice(1)).median.toFixed(2);
    return [`all are up to date within ${middle(ours)} s, baseline ${middle(theirs)} s (medians)`];
  },
  teardown: async ({ board, load }) => {
    await load.stop();
    await closeWatchedBoard(board);
  },
};

export const benchmarks: readonly Benchmark[] = [resume as Benchmark];
