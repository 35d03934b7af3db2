import type { Benchmark } from './frame.js';
import type { WatcherQuestion, WatcherReport } from './load/board-watchers.js';
import { LoadProcess } from './load/load-process.js';
import type { MemoryQuestion } from './load/memory-server.js';
import { closeWatchedBoard, openBoard, WATCHERS, type WatchedBoard } from './watched-board.js';
import { freePort } from './world.js';

type Context = Omit<WatchedBoard, 'load'>;

/** Kilobytes that each watcher adds to a server which was just started and has answered a first one. */
async function perConnection(context: Context, ours: boolean): Promise<number> {
  const { world, cookies, eventId, version } = context;
  const server = LoadProcess.start<MemoryQuestion, number>(new URL('./load/memory-server.ts', import.meta.url));
  const clients = LoadProcess.start<WatcherQuestion, WatcherReport | null>(
    new URL('./load/board-watchers.ts', import.meta.url),
  );
  try {
    const port = await freePort();
    const databaseUrl = ours ? world.databaseUrl : null;
    await server.ask({ kind: 'start', port, databaseUrl, dataDir: world.dataDir });
    const origins = [`http://127.0.0.1:${port}`];
    const connect = (some: readonly string[]) =>
      clients.ask({ kind: 'connect', origins, cookies: some, eventId, since: version });
    await connect(cookies.slice(0, 20));
    const before = await server.ask({ kind: 'memory' });
    await connect(cookies.slice(20));
    const after = await server.ask({ kind: 'memory' });
    return (after - before) / 1024 / (cookies.length - 20);
  } finally {
    await clients.stop();
    await server.stop();
  }
}

const memory: Benchmark<Context> = {
  id: 'RT4',
  title: `${WATCHERS.toLocaleString('en')} phones that watch a board and do nothing`,
  metric: 'memory per connection',
  unit: 'KB',
  better: 'lower',
  baselineName: 'nothing but Socket.IO',
  setup: () => openBoard(),
  subject: (context) => perConnection(context, true),
  baseline: (context) => perConnection(context, false),
  teardown: closeWatchedBoard,
};

export const benchmarks: readonly Benchmark[] = [memory as Benchmark];
