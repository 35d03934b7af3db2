import { type Benchmark, spreadOf } from './frame.js';
import type { WatcherQuestion, WatcherReport } from './load/board-watchers.js';
import { LoadProcess } from './load/load-process.js';
import type { MemoryInUse, MemoryQuestion } from './load/memory-server.js';
import { closeWatchedBoard, openBoard, WATCHERS, type WatchedBoard } from './watched-board.js';
import { freePort } from './world.js';

interface Context {
  board: Omit<WatchedBoard, 'load'>;
  /** Resident kilobytes per connection, one per measurement. */
  ours: number[];
  theirs: number[];
}

/** They come first, and let the server reserve what it needs for its work: it is not theirs. */
const FIRST = Math.max(Math.round(WATCHERS / 10), 100);
/** With fewer, the process's reserve is larger than what they need. */
const RESIDENT_FROM = 5000;

/** Kilobytes that each further watcher adds to a server which was just started and has served the first. */
async function perConnection({ board, ours, theirs }: Context, isOurs: boolean): Promise<number> {
  const { world, cookies, eventId, version } = board;
  const server = LoadProcess.start<MemoryQuestion, MemoryInUse | null>(
    new URL('./load/memory-server.ts', import.meta.url),
  );
  const clients = LoadProcess.start<WatcherQuestion, WatcherReport | null>(
    new URL('./load/board-watchers.ts', import.meta.url),
  );
  try {
    const port = await freePort();
    const databaseUrl = isOurs ? world.databaseUrl : null;
    await server.ask({ kind: 'start', port, databaseUrl, dataDir: world.dataDir });
    const origins = [`http://127.0.0.1:${port}`];
    const connect = (some: readonly string[]) =>
      clients.ask({ kind: 'connect', origins, cookies: some, eventId, since: version });
    await connect(cookies.slice(0, FIRST));
    const before = await server.ask({ kind: 'memory' });
    await connect(cookies.slice(FIRST));
    const after = await server.ask({ kind: 'memory' });
    const report = await clients.ask({ kind: 'report', deliveries: 0 });
    if (!before || !after || report?.lost !== 0) throw new Error(`${report?.lost} connections were lost`);
    const each = (what: keyof MemoryInUse) => (after[what] - before[what]) / 1024 / (cookies.length - FIRST);
    (isOurs ? ours : theirs).push(each('resident'));
    return each('objects');
  } finally {
    await clients.stop();
    await server.stop();
  }
}

const memory: Benchmark<Context> = {
  id: 'RT4',
  title: `${WATCHERS.toLocaleString('en')} phones that watch a board and do nothing`,
  metric: 'memory of objects per connection',
  unit: 'KB',
  better: 'lower',
  baselineName: 'nothing but Socket.IO',
  setup: async () => ({ board: await openBoard(), ours: [], theirs: [] }),
  subject: (context) => perConnection(context, true),
  baseline: (context) => perConnection(context, false),
  notes: ({ ours, theirs }) => {
    if (WATCHERS < RESIDENT_FROM) return [];
    const [mine, bare] = [ours, theirs].map((sizes) => spreadOf(sizes.slice(1)).median) as [number, number];
    return [
      `the process grows by ${mine.toFixed(1)} KB per connection, baseline ${bare.toFixed(1)} KB, ratio ${(mine / bare).toFixed(2)} (medians)`,
    ];
  },
  teardown: ({ board }) => closeWatchedBoard(board),
};

export const benchmarks: readonly Benchmark[] = [memory as Benchmark];
