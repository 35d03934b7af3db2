import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Benchmark, spreadOf } from './frame.js';
import type { WatcherReport } from './load/board-watchers.js';
import { percentile } from './statistics.js';
import {
  catchUp,
  closeWatchedBoard,
  emitEach,
  logChanges,
  openWatchedBoard,
  WATCHERS,
  type WatchedBoard,
} from './watched-board.js';

/** As many changes per second as a server without batches can send to so many watchers. */
const EMITTED_PER_SECOND = Math.max(Math.round(50_000 / WATCHERS), 2);
/** Changes are made so often: few one by one, many together, for the database is not what is measured. */
const BEAT_MS = 20;

/** Per measurement. */
interface Side {
  /** 99th percentile from the change to a watcher, in ms. */
  p99: number[];
  /** Percent of one core. */
  core: number[];
  /** Messages to each watcher per second. */
  messages: number[];
  /** Longest time that the server's thread was busy with one thing, in ms. */
  stalls: number[];
  /** How much of their one thread the clients used, 0 to 1. */
  clients: number[];
  /** Connections that ended. */
  lost: number;
}
export interface FanOutContext {
  board: WatchedBoard;
  ours: Side;
  theirs: Side;
}
interface Workload {
  perSecond: number;
  seconds: number;
}

/** `SECONDS=60 npm run bench -- rt3`: how long each measurement lasts. */
export const SECONDS = Number(process.env.SECONDS ?? 5);
/** Clients that are busier than this measure themselves. */
const MOST_OF_THE_CLIENTS = 0.9;

/** Changes of a board that reach all who watch, per second of the server's processor, against emitting each of them. */
export function fanOutBenchmark(id: string, workload: Workload): Benchmark<FanOutContext> {
  const { perSecond, seconds } = workload;
  return {
    id,
    title: `A live board with ${count(WATCHERS)} watchers, ${count(perSecond)} changes per second`,
    metric: 'changes delivered per second of the server’s processor',
    unit: '/CPU-s',
    better: 'higher',
    baselineName: `each change emitted by itself, ${EMITTED_PER_SECOND} changes per second, to the same watchers`,
    setup: async () => ({ board: await openWatchedBoard(), ours: side(), theirs: side() }),
    subject: async ({ board, ours }) => (await fanOut(board, ours, workload, (due) => logChanges(board, due))).changes,
    baseline: async ({ board, theirs }) => {
      const emitted = { perSecond: EMITTED_PER_SECOND, seconds };
      const { changes } = await fanOut(board, theirs, emitted, (due) => emitEach(board, due));
      await catchUp(board);
      return changes;
    },
    notes: fanOutNotes,
    doubt: fanOutDoubt,
    teardown: ({ board }) => closeWatchedBoard(board),
  };
}

export const side = (): Side => ({ p99: [], core: [], messages: [], stalls: [], clients: [], lost: 0 });

export function fanOutNotes({ ours, theirs }: Pick<FanOutContext, 'ours' | 'theirs'>): string[] {
  const middle = (numbers: number[]) => Math.round(spreadOf(numbers.slice(1)).median);
  return [
    `99 % of the changes reach a watcher within ${middle(ours.p99)} ms, baseline ${middle(theirs.p99)} ms (medians)`,
    `a watcher hears ${middle(ours.messages)} messages per second, baseline ${middle(theirs.messages)} (medians)`,
    `the server needs ${middle(ours.core)} % of a core, baseline ${middle(theirs.core)} % (medians)`,
    `the clients' thread is busy for ${middle(ours.clients.map(percent))} % of the time, baseline ${middle(theirs.clients.map(percent))} %`,
    `longest stall of the server's thread: ${middle(ours.stalls)} ms, baseline ${middle(theirs.stalls)} ms (medians)`,
  ];
}

export function fanOutDoubt({ ours, theirs }: Pick<FanOutContext, 'ours' | 'theirs'>): string | undefined {
  const lost = ours.lost + theirs.lost;
  if (lost > 0) return `${lost} connections were lost`;
  const busy = Math.max(...ours.clients.slice(1), ...theirs.clients.slice(1));
  if (busy <= MOST_OF_THE_CLIENTS) return undefined;
  return `the clients were busy for ${Math.round(busy * 100)} % of the time: what waited in their queue was measured, too`;
}

/** Both per second of the server's processor: changes that reached a watcher, and messages that brought them. */
interface PerCpu {
  changes: number;
  messages: number;
}

/** Makes `perSecond` changes and resolves to what they cost. */
export async function fanOut(
  { load }: WatchedBoard,
  seen: Side,
  { perSecond, seconds }: Workload,
  make: (due: number) => Promise<number>,
): Promise<PerCpu> {
  await load.ask({ kind: 'listen' });
  const changes = perSecond * seconds;
  /** When each version was made. */
  const madeAt = new Map<number, number>();
  const loop = monitorEventLoopDelay({ resolution: 20 });
  loop.enable();
  const [cpu, started] = [process.cpuUsage(), performance.now()];
  for (let made = 0; made < changes; ) {
    const due = Math.min(Math.floor(((performance.now() - started) / 1000) * perSecond), changes);
    if (due > made) {
      const at = performance.timeOrigin + performance.now();
      const version = await make(due - made);
      for (let index = 0; index < due - made; index += 1) madeAt.set(version - index, at);
      made = due;
    }
    await sleep(BEAT_MS - ((performance.now() - started) % BEAT_MS));
  }
  const report = await load.ask({ kind: 'report', deliveries: changes * WATCHERS });
  const { user, system } = process.cpuUsage(cpu);
  loop.disable();
  const cpuSeconds = (user + system) / 1e6;
  if (report?.deliveries !== changes * WATCHERS)
    throw new Error(`${report?.deliveries} of ${changes * WATCHERS} deliveries: some watcher has missed something`);
  seen.p99.push(percentile(waits(report, madeAt), 0.99));
  const messages = report.frames.reduce((sum, { at }) => sum + at.length, 0);
  seen.messages.push(messages / WATCHERS / seconds);
  seen.stalls.push(loop.max / 1e6);
  seen.clients.push(report.busy);
  seen.lost = report.lost;
  seen.core.push((cpuSeconds / ((performance.now() - started) / 1000)) * 100);
  return { changes: report.deliveries / cpuSeconds, messages: messages / cpuSeconds };
}

/** From each change to each watcher; those of one burst that came in one frame weigh together. */
function waits({ frames }: WatcherReport, madeAt: ReadonlyMap<number, number>) {
  return frames.flatMap(({ since, version, at }) => {
    const bursts = new Map<number, number>();
    for (let one = since + 1; one <= version; one += 1) {
      const made = madeAt.get(one) ?? Number.NaN;
      bursts.set(made, (bursts.get(made) ?? 0) + 1);
    }
    return [...bursts].flatMap(([made, weight]) => [...at].map((arrived) => ({ value: arrived - made, weight })));
  });
}

const percent = (share: number) => share * 100;

function count(number: number): string {
  return number.toLocaleString('en');
}
