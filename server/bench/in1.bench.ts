import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import { DomainEvents } from '../src/common/domain-events.js';
import { inTransaction } from '../src/database/transaction.js';
import { viewersOf } from '../src/features/introductions/introduction-audience.js';
import { IntroductionExpiry } from '../src/features/introductions/introduction-expiry.service.js';
import { endSilently } from '../src/features/introductions/introduction-state.js';
import { IntroductionsRepository } from '../src/features/introductions/introductions.repository.js';
import { type Benchmark, spreadOf } from './frame.js';
import { createFullEvent } from './people.js';
import { openWorld, type World } from './world.js';

const REQUESTS = 5000;
const PEOPLE = 200;
/** One after the other takes long; the time of each does not depend on how many there are. */
const ONE_BY_ONE = 400;

const OVER = () => new Date(Date.now() - 1000);
/** The baselines end what is not due yet: the server's own timer must not help them. */
const NOT_YET = () => new Date(Date.now() + 3_600_000);

interface Context {
  world: World;
  eventId: string;
  loop: IntervalHistogram;
  /** Longest time that the server's thread did nothing else, per measurement, in ms. */
  stalls: { ours: number[]; theirs: number[] };
}

/** Five thousand requests that nobody has answered end at `ends`. */
async function askAll({ world, eventId }: Context, ends: Date): Promise<void> {
  const { dataSource } = world;
  await dataSource.query('DELETE FROM introductions WHERE event_id = $1', [eventId]);
  await dataSource.query(
    `WITH person AS (SELECT id, account_id, row_number() OVER (ORDER BY id) AS at FROM registrations WHERE event_id = $1)
     INSERT INTO introductions (event_id, request_id, requester_id, target_id, introducer_account_id, requester_accepted_at, expires_at)
     SELECT $1, gen_random_uuid(), a.id, b.id, c.account_id, now(), $4
     FROM person a JOIN person b ON b.id <> a.id JOIN person c ON c.at = (a.at + b.at) % $3 + 1 ORDER BY a.at, b.at LIMIT $2`,
    [eventId, REQUESTS, PEOPLE, ends],
  );
  await dataSource.query('ANALYZE introductions');
}

/** Milliseconds until everybody concerned was told. */
async function timed(context: Context, stalls: number[], work: () => Promise<unknown>, ends: Date): Promise<number> {
  await askAll(context, ends);
  const { world, loop } = context;
  const events = world.app.get(DomainEvents);
  loop.reset();
  loop.enable();
  const from = performance.now();
  await work();
  await events.settled();
  const took = performance.now() - from;
  loop.disable();
  stalls.push(loop.max / 1e6);
  return took;
}

/** What the rest of the server does: one introduction, one transaction. */
async function oneByOne({ world, eventId }: Context): Promise<void> {
  const repository = world.app.get(IntroductionsRepository);
  const due: { id: string }[] = await world.dataSource.query(
    'SELECT id FROM introductions WHERE event_id = $1 LIMIT $2',
    [eventId, ONE_BY_ONE],
  );
  for (const { id } of due) {
    const now = new Date();
    const ended = await inTransaction(world.dataSource, async (manager) => {
      const before = await repository.locked(manager, eventId, id);
      if (!before) throw new Error('It is gone');
      const after = { ...before, ...endSilently(before, 'expired', now) };
      await repository.save(manager, before, after, now);
      return after;
    });
    const accountIds = viewersOf(ended, await repository.hostAccounts(eventId), now);
    world.app.get(DomainEvents).emit('introduction:changed', { eventId, introductionId: id, accountIds });
  }
}

const sweep = ({ world }: Context) => world.app.get(IntroductionExpiry).sweep();
const lifeOf = {
  setup: async (): Promise<Context> => {
    const world = await openWorld();
    const { eventId } = await createFullEvent(world.dataSource, PEOPLE);
    return { world, eventId, loop: monitorEventLoopDelay({ resolution: 1 }), stalls: { ours: [], theirs: [] } };
  },
  teardown: async ({ world, loop }: Context): Promise<void> => {
    loop.disable();
    await world.stop();
  },
};
const middle = (numbers: number[]) => spreadOf(numbers.slice(1)).median.toFixed(1);

export const benchmarks: readonly Benchmark<Context>[] = [
  {
    ...lifeOf,
    id: 'IN1',
    title: `${REQUESTS.toLocaleString('en')} requests run out when a break ends, until all are told`,
    metric: 'time for each',
    unit: 'µs',
    better: 'lower',
    baselineName: 'one after the other, each in a transaction of its own',
    subject: async (context) =>
      ((await timed(context, context.stalls.ours, () => sweep(context), OVER())) / REQUESTS) * 1000,
    baseline: async (context) =>
      ((await timed(context, context.stalls.theirs, () => oneByOne(context), NOT_YET())) / ONE_BY_ONE) * 1000,
    notes: ({ stalls }) => [
      `longest stall of the server’s thread: ${middle(stalls.ours)} ms, baseline ${middle(stalls.theirs)} ms (medians)`,
    ],
  },
];
