import pg from 'pg';
import { type FaultProxy, faultProxy } from '../../test/faults.js';
import { until } from '../../test/test-app.js';
import { createTestDatabase, type TestDatabase } from '../../test/test-database.js';
import { PostgresLink } from './postgres-link.js';

let database: TestDatabase;
let proxy: FaultProxy;
let link: PostgresLink;
let complaints: unknown[];
beforeAll(async () => {
  database = await createTestDatabase();
  proxy = await faultProxy(Number(new URL(database.url).port));
});
beforeEach(() => {
  complaints = [];
  link = made();
});
afterEach(() => link.close());
afterAll(async () => {
  await proxy.close();
  await database.drop();
});

function made(lookEveryMs?: number): PostgresLink {
  const through = new URL(database.url);
  through.port = String(proxy.port);
  return new PostgresLink(through.href, (error) => complaints.push(error), lookEveryMs);
}

/** Connections that PostgreSQL still has with anybody but who asks. */
async function connections(): Promise<number> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query<{ count: number }>(
    'SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  );
  await client.end();
  return rows[0]?.count ?? 0;
}

it('F12: asked for one connection after another that nobody gives back, it keeps one, sends, and ends', async () => {
  const taken: pg.Client[] = [];
  for (let time = 0; time < 4; time += 1) taken.push(await link.connect());
  // Two at once, as when a connection breaks while it begins: the adapter asks because of the error and because of the end.
  const [first, second] = [link.connect(), link.connect()];
  taken.push(await Promise.race([first, second]));
  await link.query('SELECT 1');
  await until(async () => (await connections()) === 2);
  await taken.at(-1)?.query('SELECT 1');
  await link.close();
  await until(async () => (await connections()) === 0);
});

it('F12: what was made before it was asked for is given out once, and not when it broke meanwhile', async () => {
  await link.open();
  const [first, second] = [await link.connect(), await link.connect()];
  expect(first).not.toBe(second);
  await link.open();
  proxy.cut();
  await until(async () => (await connections()) === 0);
  expect((await (await link.connect()).query('SELECT 3 AS three')).rows).toEqual([{ three: 3 }]);
});

it('F12: of those that it replaces nobody hears the end; of the one in use the adapter does', async () => {
  const ended: number[] = [];
  for (const time of [1, 2]) (await link.connect()).on('end', () => ended.push(time));
  proxy.cut();
  await until(() => ended.length > 0);
  const third = await link.connect();
  expect(ended).toEqual([2]);
  expect((await third.query('SELECT 3 AS three')).rows).toEqual([{ three: 3 }]);
});

it('F11: what went silent is ended, so that another is asked for, and the stop waits for no answer', async () => {
  await link.close();
  link = made(50);
  const client = await link.connect();
  await link.query('SELECT 1');
  const ended = new Promise<void>((resolve) => client.on('end', resolve));
  proxy.blackHole(true);
  await ended;
  const unanswered = link.query('SELECT 1').catch((error: unknown) => error);
  await link.close();
  expect(await unanswered).toBeInstanceOf(Error);
  expect(complaints).not.toEqual([]);
  proxy.blackHole(false);
  proxy.cut();
});

it('once it is closed, the adapter’s next try leads to none after it', async () => {
  await link.close();
  const settled = link.connect().then(
    () => 'taken',
    () => 'refused',
  );
  await expect(link.query('SELECT 1')).rejects.toThrow('pool');
  expect(await Promise.race([settled, 'pending'])).toBe('pending');
});
