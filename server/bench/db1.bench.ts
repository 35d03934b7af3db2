import pg from 'pg';
import type { DataSource } from 'typeorm';
import { JoinQueue } from '../src/features/registrations/joins/join-queue.js';
import { RegistrationsModule } from '../src/features/registrations/registrations.module.js';
import { createEvent } from '../test/factories.js';
import { closedLoop } from './closed-loop.js';
import type { Benchmark } from './frame.js';
import type { HttpLoad, HttpResult } from './load/http-clients.js';
import { LoadProcess } from './load/load-process.js';
import { newPerson } from './new-person.js';
import { seatByOrm } from './orm/join.js';
import { OrmModule } from './orm/orm.module.js';
import { connectOrm } from './orm/tables.js';
import { createAccounts } from './people.js';
import { openWorld, type World } from './world.js';

const AT_ONCE = 32;
const BATCH_MS = 2000;
const ACCOUNTS = 120_000;

interface Context {
  world: World;
  orm: DataSource;
  pool: pg.Pool;
  /** Each is used once. */
  accounts: string[];
}

async function setup(): Promise<Context> {
  const world = await openWorld();
  const pool = new pg.Pool({ connectionString: world.databaseUrl, max: AT_ONCE });
  const orm = await connectOrm(world.databaseUrl, AT_ONCE);
  return { world, orm, pool, accounts: await createAccounts(world.dataSource, ACCOUNTS) };
}

async function teardown({ world, orm, pool }: Context): Promise<void> {
  await pool.end();
  await orm.destroy();
  await world.stop();
}

/** One event that never gets full, so that every try takes a seat; how many do per second. */
async function seats(
  { world, accounts }: Context,
  take: (eventId: string, accountId: string, person: ReturnType<typeof newPerson>) => Promise<unknown>,
): Promise<number> {
  const { eventId } = await createEvent(world.dataSource, { capacity: 1_000_000 });
  return closedLoop(AT_ONCE, BATCH_MS, async () => {
    const accountId = accounts.pop();
    if (accountId === undefined) throw new Error('The accounts are used up');
    await take(eventId, accountId, newPerson());
  });
}

/** As a join does it: seat, registration, contact, goal, consents. */
function ours(context: Context): Promise<number> {
  const queue = context.world.app.select(RegistrationsModule).get(JoinQueue);
  return seats(context, async (eventId, accountId, person) => {
    const { contact } = person;
    const join = { ...person, accountId, requestHash: null, email: contact.value, phone: null };
    const put = await queue.put(eventId, { ...join, device: 'bench', at: new Date() });
    if (put?.status !== 'confirmed') throw new Error('No seat, though there are plenty');
  });
}

/** The least that can be sent to take one seat safely: a single statement that is parsed once, without goal and consents. */
const ONE_STATEMENT = `WITH seat AS (
  UPDATE events SET taken = taken + 1 WHERE id = $1 AND (capacity IS NULL OR taken < capacity) RETURNING id
) INSERT INTO registrations (event_id, account_id, request_id, status, source, name, headline, search_keys, sort_key, email,
    consent_take_part, consent_board, consent_screen, consent_suggestions)
  SELECT id, $2, $3, 'confirmed', 'joined', $4, $5, $6, $6, $7, true, true, false, true FROM seat RETURNING id`;

const againstOrm: Benchmark<Context> = {
  id: 'DB1',
  title: `Seats of one event, ${AT_ONCE} at once: seat, registration, contact, goal and consents`,
  metric: 'registrations',
  unit: '/s',
  better: 'higher',
  baselineName: 'TypeORM transaction (lock, check, save, save) for seat, registration, goal and consents',
  setup,
  subject: ours,
  baseline: (context) =>
    seats(context, (eventId, accountId, person) => seatByOrm(context.orm, eventId, accountId, person)),
  teardown,
};

const againstOneStatement: Benchmark<Context> = {
  id: 'DB1',
  title: `Seats of one event, ${AT_ONCE} at once, against the least that SQL can do one by one`,
  metric: 'registrations',
  unit: '/s',
  better: 'higher',
  baselineName: 'one prepared statement per seat (node-postgres), without contact, goal and consents',
  setup,
  subject: ours,
  baseline: (context) =>
    seats(context, async (eventId, accountId, { requestId, name, headline, contact }) => {
      const values = [eventId, accountId, requestId, name, headline, 'li minghui', contact.value];
      const { rowCount } = await context.pool.query({ name: 'seat', text: ONE_STATEMENT, values });
      if (rowCount !== 1) throw new Error('No seat, though there are plenty');
    }),
  teardown,
};

interface HttpContext {
  world: World;
  load: LoadProcess<HttpLoad, HttpResult>;
}

/** Everything that a join is: validation, account, contact, seat, registration, goal, consents, session, cookie, messages. */
const overHttp: Benchmark<HttpContext> = {
  id: 'DB1',
  title: `Joining one event over HTTP from ${AT_ONCE} phones at once, everything included`,
  metric: 'joins',
  unit: '/s',
  better: 'higher',
  baselineName: 'the same rows by a TypeORM transaction (lock, check, save, save) behind the same server',
  setup: async () => {
    const world = await openWorld((url) => [OrmModule.with(url)]);
    return { world, load: LoadProcess.start(new URL('./load/http-clients.ts', import.meta.url)) };
  },
  subject: (context) => post(context, (slug) => `/api/public/events/${slug}/registrations`),
  baseline: (context) => post(context, (slug) => `/api/baseline/events/${slug}/registrations`),
  teardown: async ({ world, load }) => {
    await load.stop();
    await world.stop();
  },
};

async function post({ world, load }: HttpContext, path: (slug: string) => string): Promise<number> {
  const { slug } = await createEvent(world.dataSource, { capacity: 1_000_000 });
  const { perSecond } = await load.ask({
    port: world.port,
    path: path(slug),
    headers: { origin: world.origin },
    cookies: [],
    clients: AT_ONCE,
    kind: 'joins',
    milliseconds: BATCH_MS,
  });
  return perSecond;
}

export const benchmarks: readonly Benchmark[] = [againstOrm, againstOneStatement, overHttp];
