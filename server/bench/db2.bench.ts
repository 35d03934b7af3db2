import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { JoinsService } from '../src/features/registrations/joins/joins.service.js';
import { RegistrationsModule } from '../src/features/registrations/registrations.module.js';
import { createEvent } from '../test/factories.js';
import { type Benchmark, spreadOf } from './frame.js';
import { newPerson } from './new-person.js';
import { oversold } from './statistics.js';
import { openWorld, type World } from './world.js';

const TRIES = 200;
const TRIALS = 5;
const POOL_SIZE = 20;

interface Context {
  world: World;
  /** Of two servers on one database. */
  joins: JoinsService[];
  pools: pg.Pool[];
  /** Milliseconds until everybody had an answer. */
  took: { ours: number[]; theirs: number[] };
}

async function setup(): Promise<Context> {
  const world = await openWorld();
  const apps = [world.app, await world.addServer()];
  const joins = apps.map((app) => app.select(RegistrationsModule).get(JoinsService));
  const pools = apps.map(() => new pg.Pool({ connectionString: world.databaseUrl, max: POOL_SIZE }));
  await world.dataSource.query('CREATE TABLE naive_registrations (event_id uuid NOT NULL, person text NOT NULL)');
  await world.dataSource.query('CREATE INDEX ON naive_registrations (event_id)');
  return { world, joins, pools, took: { ours: [], theirs: [] } };
}

/** Everybody at once, by turns at one server and the other; resolves to how many seats were sold that are not there. */
async function trials(
  seats: number,
  took: number[],
  trial: () => Promise<{ attempt: (index: number) => Promise<unknown>; sold: () => Promise<number> }>,
): Promise<number> {
  const oversolds: number[] = [];
  for (let count = 0; count < TRIALS; count += 1) {
    const { attempt, sold } = await trial();
    const started = performance.now();
    await Promise.all(Array.from({ length: TRIES }, (_, index) => attempt(index)));
    took.push(performance.now() - started);
    oversolds.push(oversold(await sold(), seats, TRIES));
  }
  return spreadOf(oversolds).median;
}

function lastSeats(seats: number): Benchmark<Context> {
  return {
    id: 'DB2',
    title: `${TRIES} people at once want the last ${seats === 1 ? 'seat' : `${seats} seats`}, at two servers`,
    metric: 'seats sold twice',
    unit: `of ${seats}`,
    better: 'lower',
    baselineName: 'look whether there is a seat, then insert, in a transaction (READ COMMITTED)',
    setup,
    subject: ({ world, joins, took }) =>
      trials(seats, took.ours, async () => {
        const { eventId, slug } = await createEvent(world.dataSource, { capacity: seats });
        return {
          attempt: (index) => (joins[index % joins.length] as JoinsService).join(null, slug, newPerson(), 'bench'),
          sold: () => confirmed(world, eventId, seats),
        };
      }),
    baseline: ({ pools, took }) =>
      trials(seats, took.theirs, async () => {
        const eventId = randomUUID();
        return {
          attempt: (index) => lookThenInsert(pools[index % pools.length] as pg.Pool, eventId, seats),
          sold: () => count(pools[0] as pg.Pool, eventId),
        };
      }),
    notes: ({ took }) => {
      const [ours, theirs] = [took.ours, took.theirs].map((times) => Math.round(spreadOf(times).median));
      return [
        `until everybody had an answer: ${ours} ms (all of a join), baseline ${theirs} ms (nothing but the seat)`,
      ];
    },
    teardown: async ({ world, pools }) => {
      for (const pool of pools) await pool.end();
      await world.stop();
    },
  };
}

/** Confirmed registrations. @throws Error when ours sold too many, or lost somebody: then no figure means anything */
async function confirmed({ dataSource }: World, eventId: string, seats: number): Promise<number> {
  const [found]: { confirmed: number; waiting: number; taken: number }[] = await dataSource.query(
    `SELECT count(*) FILTER (WHERE status = 'confirmed')::integer AS confirmed,
       count(*) FILTER (WHERE status = 'waitlisted')::integer AS waiting,
       (SELECT taken FROM events WHERE id = $1) AS taken FROM registrations WHERE event_id = $1`,
    [eventId],
  );
  const wanted = { confirmed: seats, waiting: TRIES - seats, taken: seats };
  if (JSON.stringify(found) !== JSON.stringify(wanted)) throw new Error(`Not as it must be: ${JSON.stringify(found)}`);
  return seats;
}

async function lookThenInsert(pool: pg.Pool, eventId: string, seats: number): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    if ((await count(client, eventId)) < seats)
      await client.query('INSERT INTO naive_registrations VALUES ($1, $2)', [eventId, randomUUID()]);
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}

async function count(client: pg.Pool | pg.PoolClient, eventId: string): Promise<number> {
  const { rows } = await client.query<{ sold: number }>(
    'SELECT count(*)::integer AS sold FROM naive_registrations WHERE event_id = $1',
    [eventId],
  );
  return rows[0]?.sold ?? 0;
}

export const benchmarks: readonly Benchmark[] = [lastSeats(1), lastSeats(50)];
