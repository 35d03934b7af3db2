import { setTimeout as sleep } from 'node:timers/promises';
import { type Benchmark, spreadOf } from './frame.js';
import type { ReturnQuestion, ReturnReport } from './load/board-returners.js';
import { LoadProcess } from './load/load-process.js';
import { closeWatchedBoard, logChanges, openBoard, WATCHERS, type WatchedBoard } from './watched-board.js';

/** What happens on the board while they are away for five seconds of a break, and goes on happening while they come back. */
const PER_SECOND = Math.ceil(WATCHERS * 0.0055);
const AWAY_SECONDS = 5;
const BEAT_MS = 200;

interface Side {
  seconds: number[];
  /** Milliseconds of the server's processor for each of them. */
  cpu: number[];
  fetched: number[];
}
interface Context {
  board: Omit<WatchedBoard, 'load'>;
  load: LoadProcess<ReturnQuestion, ReturnReport>;
  ours: Side;
  theirs: Side;
}

/** Resolves to the bytes that each of them received until it was up to date. */
async function storm({ board, load }: Context, whole: boolean, side: Side): Promise<number> {
  await load.ask({ kind: 'cut' });
  await logChanges(board, PER_SECOND * AWAY_SECONDS);
  await sleep(500);
  const over = new AbortController();
  const stirring = (async () => {
    for (; !over.signal.aborted; await sleep(BEAT_MS))
      await logChanges(board, Math.ceil((PER_SECOND * BEAT_MS) / 1000));
  })();
  const before = process.cpuUsage();
  const report = await load.ask({ kind: 'return', whole }).finally(() => over.abort());
  const { user, system } = process.cpuUsage(before);
  await stirring;
  side.seconds.push(report.seconds);
  side.cpu.push((user + system) / 1000 / WATCHERS);
  side.fetched.push(report.fetched / WATCHERS);
  return report.bytes / WATCHERS;
}

const resume: Benchmark<Context> = {
  id: 'RT5',
  title: `${WATCHERS.toLocaleString('en')} phones lose their connections and come back ${AWAY_SECONDS} seconds and ${PER_SECOND * AWAY_SECONDS} changes later, half a second each, the half of it left to chance`,
  metric: 'bytes to each until it is up to date',
  unit: 'B',
  better: 'lower',
  baselineName: 'the same, fetching the whole board in its shortest form',
  setup: async () => {
    const board = await openBoard();
    // Everybody has done something before, be it that they came.
    await logChanges(board, WATCHERS);
    const load = LoadProcess.start<ReturnQuestion, ReturnReport>(new URL('./load/board-returners.ts', import.meta.url));
    const { world, cookies, eventId, version } = board;
    await load.ask({ kind: 'connect', origin: world.origin, cookies, eventId, since: version });
    const side = (): Side => ({ seconds: [], cpu: [], fetched: [] });
    return { board, load, ours: side(), theirs: side() };
  },
  subject: (context) => storm(context, false, context.ours),
  baseline: (context) => storm(context, true, context.theirs),
  notes: ({ ours, theirs }) => {
    const middle = (numbers: number[]) => spreadOf(numbers.slice(1)).median;
    return [
      `the last is up to date after ${middle(ours.seconds).toFixed(2)} s, baseline ${middle(theirs.seconds).toFixed(2)} s (medians)`,
      `each takes ${middle(ours.cpu).toFixed(2)} ms of the server's processor, baseline ${middle(theirs.cpu).toFixed(2)} ms (medians)`,
      `${(middle(ours.fetched) * 100).toFixed(0)} % of them fetch something over HTTP besides (median)`,
    ];
  },
  teardown: async ({ board, load }) => {
    await load.stop();
    await closeWatchedBoard(board);
  },
};

export const benchmarks: readonly Benchmark[] = [resume as Benchmark];
