import { setTimeout as sleep } from 'node:timers/promises';
import type { BoardChange, BoardPerson } from '@teabreak/shared';
import { DomainEvents } from '../src/common/domain-events.js';
import { BoardModule } from '../src/features/board/board.module.js';
import { BoardRepository } from '../src/features/board/board.repository.js';
import { RealtimePublisher } from '../src/realtime/realtime.publisher.js';
import { rooms } from '../src/realtime/rooms.js';
import { type Benchmark, spreadOf } from './frame.js';
import type { WatcherQuestion, WatcherReport } from './load/board-watchers.js';
import { LoadProcess } from './load/load-process.js';
import { createFullEvent } from './people.js';
import { percentile } from './statistics.js';
import { openWorld, type World } from './world.js';

const WATCHERS = 1000;
const SECONDS = 4;
const OURS_PER_SECOND = 1000;
/** As many as a server without batches can send to so many watchers. */
const BASELINE_PER_SECOND = 50;
/** Changes are made so often: the baseline's one by one, ours twenty at a time, for the database is not what is measured. */
const BEAT_MS = 20;

interface Side {
  /** 99th percentile from the change to a watcher, per measurement, in ms. */
  p99: number[];
  /** Percent of one core. */
  core: number[];
  /** Messages to each watcher per second. */
  messages: number[];
}
interface Context {
  world: World;
  load: LoadProcess<WatcherQuestion, WatcherReport | null>;
  eventId: string;
  people: BoardPerson[];
  version: number;
  ours: Side;
  theirs: Side;
}

async function setup(): Promise<Context> {
  const world = await openWorld();
  const { eventId, cookies } = await createFullEvent(world.dataSource, WATCHERS);
  const state = await world.app.select(BoardModule).get(BoardRepository).state(eventId);
  if (state?.people.length !== WATCHERS) throw new Error('The board is not as it was made');
  const load = LoadProcess.start<WatcherQuestion, WatcherReport | null>(
    new URL('./load/board-watchers.ts', import.meta.url),
  );
  await load.ask({ kind: 'connect', origin: world.origin, cookies, eventId, since: state.version });
  const side = () => ({ p99: [], core: [], messages: [] });
  return { world, load, eventId, ...state, ours: side(), theirs: side() };
}

/** Makes `perSecond` changes and resolves to how many of them reached a watcher per second of the server's processor. */
async function fanOut(
  { load }: Context,
  side: Side,
  perSecond: number,
  make: (count: number) => Promise<number>,
): Promise<number> {
  await load.ask({ kind: 'listen' });
  const changes = perSecond * SECONDS;
  /** When each version was made. */
  const madeAt = new Map<number, number>();
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
  const seconds = (user + system) / 1e6;
  if (report?.deliveries !== changes * WATCHERS)
    throw new Error(`${report?.deliveries} of ${changes * WATCHERS} deliveries: some watcher has missed something`);
  side.p99.push(percentile(waits(report, madeAt), 0.99));
  side.messages.push(report.frames.length / SECONDS);
  side.core.push((seconds / ((performance.now() - started) / 1000)) * 100);
  return report.deliveries / seconds;
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

/** Writes changes into the log as personChanged does, of many people in one statement, and says so once for each. */
async function logChanges(context: Context, count: number): Promise<number> {
  const { world, eventId } = context;
  const put = nextChanges(context, count).map(({ person }) => person);
  await world.dataSource.query(
    `WITH bumped AS (UPDATE events SET board_version = board_version + $2 WHERE id = $1 RETURNING board_version)
     INSERT INTO board_changes (event_id, version, registration_id, person)
     SELECT $1, board_version - $2 + n, (person->>'id')::uuid, person
     FROM bumped, jsonb_array_elements($3::jsonb) WITH ORDINALITY AS new (person, n)`,
    [eventId, count, JSON.stringify(put)],
  );
  for (let told = 0; told < count; told += 1) world.app.get(DomainEvents).emit('board:changed', { eventId });
  return context.version;
}

/** The usual way: each change is emitted to everybody as it happens. Nothing is written, nothing is read. */
async function emitEach(context: Context, count: number): Promise<number> {
  const { world, eventId } = context;
  const publisher = world.app.get(RealtimePublisher);
  for (const change of nextChanges(context, count)) {
    const { version } = change;
    publisher.publish(rooms.board(eventId), 'board:changed', {
      eventId,
      since: version - 1,
      version,
      changes: [change],
    });
  }
  return context.version;
}

/** One person after the other goes to talk, or is free again; never twice the same within one message. */
function nextChanges(context: Context, count: number): (BoardChange & { kind: 'put' })[] {
  return Array.from({ length: count }, () => {
    context.version += 1;
    const { people, version } = context;
    const presence = Math.floor(version / people.length) % 2 === 0 ? 'talking' : 'free';
    return { version, kind: 'put', person: { ...(people[version % people.length] as BoardPerson), presence } };
  });
}

const fanOutPerCpu: Benchmark<Context> = {
  id: 'RT1',
  title: `A live board with ${WATCHERS.toLocaleString('en')} watchers, ${OURS_PER_SECOND.toLocaleString('en')} changes per second`,
  metric: 'changes delivered per second of the server’s processor',
  unit: '/CPU-s',
  better: 'higher',
  baselineName: `each change emitted by itself, ${BASELINE_PER_SECOND} changes per second, to the same watchers`,
  setup,
  subject: (context) => fanOut(context, context.ours, OURS_PER_SECOND, (count) => logChanges(context, count)),
  baseline: async (context) => {
    const per = await fanOut(context, context.theirs, BASELINE_PER_SECOND, (count) => emitEach(context, count));
    await catchUp(context);
    return per;
  },
  notes: ({ ours, theirs }) => {
    const middle = (numbers: number[]) => Math.round(spreadOf(numbers.slice(1)).median);
    return [
      `99 % of the changes reach a watcher within ${middle(ours.p99)} ms, baseline ${middle(theirs.p99)} ms (medians)`,
      `a watcher hears ${middle(ours.messages)} messages per second, baseline ${middle(theirs.messages)} (medians)`,
      `the server needs ${middle(ours.core)} % of a core, baseline ${middle(theirs.core)} % (medians)`,
    ];
  },
  teardown: async ({ world, load }) => {
    await load.stop();
    await world.stop();
  },
};

/** Lets log and broadcast stand where the baseline's numbers ended. */
async function catchUp({ world, eventId, version }: Context): Promise<void> {
  await world.dataSource.query('UPDATE events SET board_version = $2 WHERE id = $1', [eventId, version]);
  world.app.get(DomainEvents).emit('board:changed', { eventId });
  await sleep(500);
}

export const benchmarks: readonly Benchmark[] = [fanOutPerCpu];
