import { DataSource, EntitySchema } from 'typeorm';
import { faultProxy } from '../../test/faults.js';
import { createTestApp } from '../../test/test-app.js';
import { createTestDatabase, type TestDatabase } from '../../test/test-database.js';
import { connect, dataSourceOptions, POOL_SIZE } from './data-source.js';
import { isDatabaseUnavailable, violatedConstraint } from './database-failure.js';
import { inTransaction } from './transaction.js';

const Cup = new EntitySchema<{ id: string; owner: string | null }>({
  name: 'cup',
  columns: { id: { type: 'text', primary: true }, owner: { type: 'text', nullable: true } },
});

describe('the database connection', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await createTestDatabase({ migrated: false });
  });
  afterEach(() => database.drop());

  it('refuses a condition that is undefined or null instead of matching every row', async () => {
    const dataSource = await new DataSource({ ...dataSourceOptions(database.url), entities: [Cup] } as ReturnType<
      typeof dataSourceOptions
    >).initialize();
    await dataSource.query("CREATE TABLE cup (id text PRIMARY KEY, owner text); INSERT INTO cup VALUES ('1', 'a')");
    const cups = dataSource.getRepository(Cup);
    await expect(cups.findOneBy({ id: undefined as unknown as string })).rejects.toThrow(/undefined/iu);
    await expect(cups.findBy({ owner: null as unknown as string })).rejects.toThrow(/null/iu);
    await expect(cups.delete({ id: undefined as unknown as string })).rejects.toThrow();
    await dataSource.destroy();
  });

  it('F14: with every connection taken gives up after a while, and says so as unavailable', async () => {
    const dataSource = await connect(database.url);
    const held = Array.from({ length: POOL_SIZE }, () => dataSource.createQueryRunner());
    await Promise.all(held.map((runner) => runner.connect()));
    const from = performance.now();
    const failure = await dataSource.query('SELECT 1').catch((error: unknown) => error);
    expect(performance.now() - from).toBeLessThan(30_000);
    expect(isDatabaseUnavailable(failure)).toBe(true);
    await Promise.all(held.map((runner) => runner.release()));
    await dataSource.destroy();
  });

  it('F12: a connection that breaks between two statements of a transaction is unavailable, too', async () => {
    const dataSource = await connect(database.url);
    const failure = await dataSource
      .transaction(async (manager) => {
        const [{ pid }] = await manager.query('SELECT pg_backend_pid() AS pid');
        await dataSource.query('SELECT pg_terminate_backend($1)', [pid]);
        await new Promise((resolve) => setTimeout(resolve, 100));
        await manager.query('SELECT 1');
      })
      .catch((error: unknown) => error);
    expect(isDatabaseUnavailable(failure)).toBe(true);
    await dataSource.destroy();
  });

  it('F15: repeats a transaction that lost a deadlock', async () => {
    const dataSource = await connect(database.url);
    await dataSource.query(
      'CREATE TABLE seat (id int PRIMARY KEY, taken int NOT NULL DEFAULT 0); INSERT INTO seat VALUES (1), (2)',
    );
    const crossing = (first: number, second: number) =>
      inTransaction(dataSource, async (manager) => {
        await manager.query('UPDATE seat SET taken = taken + 1 WHERE id = $1', [first]);
        await new Promise((resolve) => setTimeout(resolve, 50));
        await manager.query('UPDATE seat SET taken = taken + 1 WHERE id = $1', [second]);
      });
    await Promise.all([crossing(1, 2), crossing(2, 1)]);
    expect(await dataSource.query('SELECT sum(taken)::int AS taken FROM seat')).toEqual([{ taken: 4 }]);
    await dataSource.destroy();
  });

  it('names the constraint that refused a row', async () => {
    const dataSource = await connect(database.url);
    await dataSource.query(
      'CREATE TABLE seat (id int CONSTRAINT one_seat_once PRIMARY KEY); INSERT INTO seat VALUES (1)',
    );
    const failure = await dataSource.query('INSERT INTO seat VALUES (1)').catch((error: unknown) => error);
    expect(violatedConstraint(failure)).toBe('one_seat_once');
    expect(violatedConstraint(new Error('other'))).toBeNull();
    await dataSource.destroy();
  });
});

describe('F12: PostgreSQL goes away and comes back', () => {
  it('answers 503 with Retry-After meanwhile, does not end, and recovers', async () => {
    const database = await createTestDatabase();
    const proxy = await faultProxy(Number(new URL(database.url).port));
    const through = new URL(database.url);
    through.port = String(proxy.port);
    const test = await createTestApp({ databaseUrl: through.href, features: [] });
    await test.http.get('/api/health/ready').expect(200);
    proxy.refuse(true);
    await test.http.get('/api/health/ready').expect(503).expect('retry-after', '2');
    await test.http.get('/api/health/live').expect(200);
    proxy.refuse(false);
    await test.http.get('/api/health/ready').expect(200);
    await test.close();
    await proxy.close();
    await database.drop();
  });
});
