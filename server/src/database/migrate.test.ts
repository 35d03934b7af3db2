import { createTestDatabase, type TestDatabase } from '../../test/test-database.js';
import { connect } from './data-source.js';
import { migrate } from './migrate.js';
import { migrations } from './migrations/index.js';

describe('migrate', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await createTestDatabase({ migrated: false });
  });
  afterEach(() => database.drop());

  it('F18: of five processes that start at once one migrates, the others wait', async () => {
    const applied = await Promise.all(Array.from({ length: 5 }, () => migrate(database.url)));
    expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
    expect(applied.flat()).toHaveLength(migrations.length);
  });

  it('says who holds it up when the lock is not free in time', async () => {
    const dataSource = await connect(database.url);
    const holder = dataSource.createQueryRunner();
    await holder.query('SELECT pg_advisory_lock(730157001)');
    await expect(migrate(database.url, { waitMs: 300 })).rejects.toThrow(
      /Another process has been updating the database/u,
    );
    await holder.release();
    await dataSource.destroy();
  });

  it('reports what it does only when there is something to do', async () => {
    const told: string[] = [];
    await migrate(database.url, { progress: (message) => told.push(message) });
    await migrate(database.url, { progress: (message) => told.push(message) });
    expect(told).toHaveLength(1);
  });
});
