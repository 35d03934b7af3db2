import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import type { Benchmark } from './frame.js';
import { spreadOf } from './frame.js';
import type { HttpLoad, HttpResult } from './load/http-clients.js';
import { LoadProcess } from './load/load-process.js';
import { OrmModule } from './orm/orm.module.js';
import { createFullEvent, type FullEvent } from './people.js';
import { openWorld, type World } from './world.js';

const AT_ONCE = 32;
const BATCH_MS = 2500;

interface Side {
  /** Longest time that the server's thread was busy with one thing, per measurement, in ms. */
  stalls: number[];
  /** 99th percentile of an answer, per measurement, in ms. */
  waits: number[];
}
interface Context {
  world: World;
  load: LoadProcess<HttpLoad, HttpResult>;
  event: FullEvent;
  loop: IntervalHistogram;
  ours: Side;
  theirs: Side;
}

function board(people: number, packed: boolean): Benchmark<Context> {
  const encoding = packed ? 'gzip' : 'identity';
  return {
    id: 'HT1',
    title: `The board of ${people.toLocaleString('en')} people, ${packed ? 'as phones fetch it' : 'as ordinary JSON, not packed'}`,
    metric: 'answers',
    unit: '/s',
    better: 'higher',
    baselineName: 'TypeORM find for each request, behind the same server and the same check of who asks',
    setup: async () => {
      const world = await openWorld((url) => [OrmModule.with(url)]);
      const event = await createFullEvent(world.dataSource, people);
      const load = LoadProcess.start<HttpLoad, HttpResult>(new URL('./load/http-clients.ts', import.meta.url));
      const loop = monitorEventLoopDelay({ resolution: 1 });
      return { world, load, event, loop, ours: { stalls: [], waits: [] }, theirs: { stalls: [], waits: [] } };
    },
    subject: (context) =>
      read(context, context.ours, `/api/events/${context.event.eventId}/board${packed ? '/packed' : ''}`, encoding),
    baseline: (context) =>
      read(context, context.theirs, `/api/baseline/events/${context.event.eventId}/board`, encoding),
    notes: ({ ours, theirs }) => {
      const middle = (numbers: number[]) => spreadOf(numbers.slice(1)).median.toFixed(1);
      return [
        `longest stall of the server's thread: ${middle(ours.stalls)} ms, baseline ${middle(theirs.stalls)} ms (medians)`,
        `99 % of the answers within ${middle(ours.waits)} ms, baseline ${middle(theirs.waits)} ms (medians)`,
      ];
    },
    teardown: async ({ world, load, loop }) => {
      loop.disable();
      await load.stop();
      await world.stop();
    },
  };
}

async function read({ world, load, event, loop }: Context, side: Side, path: string, encoding: string) {
  loop.reset();
  loop.enable();
  const { perSecond, p99 } = await load.ask({
    port: world.port,
    path,
    headers: { 'accept-encoding': encoding },
    cookies: event.cookies.slice(0, AT_ONCE),
    clients: AT_ONCE,
    kind: 'reads',
    milliseconds: BATCH_MS,
  });
  loop.disable();
  side.stalls.push(loop.max / 1e6);
  side.waits.push(p99);
  return perSecond;
}

export const benchmarks: readonly Benchmark[] = [board(1000, true), board(1000, false), board(100, true)];
