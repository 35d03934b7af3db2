import type { Benchmark } from './frame.js';
import type { HttpLoad, HttpResult } from './load/http-clients.js';
import { LoadProcess } from './load/load-process.js';
import { createFullEvent, type FullEvent } from './people.js';
import { openWorld, type World } from './world.js';

const PEOPLE = 1000;
const AT_ONCE = 32;
const BATCH_MS = 2400;
/** What a phone would ask one by one to know the same. */
const LISTS = ['introductions', 'rounds/mine', 'card-exchanges', 'circle', 'ask-threads'];

interface Context {
  world: World;
  load: LoadProcess<HttpLoad, HttpResult>;
  event: FullEvent;
}

/** Every second person is asked to introduce somebody, and everybody knows twenty others. */
async function seed({ dataSource }: World, eventId: string): Promise<void> {
  const person = `WITH person AS (SELECT id, account_id, row_number() OVER (ORDER BY id) AS at FROM registrations WHERE event_id = $1)`;
  await dataSource.query(
    `${person} INSERT INTO acquaintances (one_id, other_id, origin, confirmed_at)
     SELECT DISTINCT least(a.account_id, b.account_id), greatest(a.account_id, b.account_id), 'met', now()
     FROM person a CROSS JOIN generate_series(1, 10) step JOIN person b ON b.at = (a.at + step * 37) % ${PEOPLE} + 1
     WHERE a.account_id <> b.account_id ON CONFLICT DO NOTHING`,
    [eventId],
  );
  await dataSource.query(
    `${person} INSERT INTO introductions (event_id, request_id, requester_id, target_id, introducer_account_id, requester_accepted_at, expires_at)
     SELECT $1, gen_random_uuid(), a.id, b.id, c.account_id, now(), now() + interval '1 hour'
     FROM person a JOIN person b ON b.at = a.at % ${PEOPLE} + 1 JOIN person c ON c.at = (a.at + 1) % ${PEOPLE} + 1 WHERE a.at % 2 = 0`,
    [eventId],
  );
  await dataSource.query('ANALYZE introductions, acquaintances');
}

async function perSecond({ world, load, event }: Context, path: string, milliseconds: number): Promise<number> {
  const result = await load.ask({
    port: world.port,
    path: `/api/events/${event.eventId}/${path}`,
    headers: {},
    cookies: event.cookies.slice(0, AT_ONCE),
    clients: AT_ONCE,
    kind: 'reads',
    milliseconds,
  });
  return result.perSecond;
}

const inbox: Benchmark<Context> = {
  id: 'IB1',
  title: `Everything that waits for me, among ${PEOPLE.toLocaleString('en')} people`,
  metric: 'reads of all of it',
  unit: '/s',
  better: 'higher',
  baselineName: 'the five lists it is made of, asked for one by one',
  setup: async () => {
    const world = await openWorld();
    const event = await createFullEvent(world.dataSource, PEOPLE);
    await seed(world, event.eventId);
    const load = LoadProcess.start<HttpLoad, HttpResult>(new URL('./load/http-clients.ts', import.meta.url));
    return { world, load, event };
  },
  subject: (context) => perSecond(context, 'inbox', BATCH_MS),
  baseline: async (context) => {
    let seconds = 0;
    for (const path of LISTS) seconds += 1 / (await perSecond(context, path, BATCH_MS / LISTS.length));
    return 1 / seconds;
  },
  teardown: async ({ world, load }) => {
    await load.stop();
    await world.stop();
  },
};

export const benchmarks: readonly Benchmark[] = [inbox];
