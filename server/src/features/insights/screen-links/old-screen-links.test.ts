import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../../test/test-database.js';
import { CreateScreenLinks1783000000000 as CreateScreenLinks } from '../../../database/migrations/1783000000000-create-screen-links.js';
import { migrations } from '../../../database/migrations/index.js';

let database: TestDatabase;
let dataSource: DataSource;
beforeAll(async () => {
  database = await createTestDatabase({ migrated: false });
  dataSource = new DataSource({
    type: 'postgres',
    url: database.url,
    migrations: migrations.slice(0, migrations.indexOf(CreateScreenLinks)),
  });
  await dataSource.initialize();
  await dataSource.runMigrations();
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

it('links given out by earlier releases go on working after the update, and nothing is kept that would open them', async () => {
  const token = 'AbCdEfGhIjKlMnOpQrStUvWxYz_-0123';
  const [{ id }] = await dataSource.query(
    `INSERT INTO events (slug, title, time_zone, starts_at, ends_at, group_code, screen_token)
     VALUES ('old', 'Old', 'Asia/Shanghai', now(), now() + interval '3 hours', 'abcdefgh12345', $1) RETURNING id`,
    [token],
  );
  const runner = dataSource.createQueryRunner();
  await new CreateScreenLinks().up(runner);
  const links = await dataSource.query(
    'SELECT event_id, old_token_hash, hours_after_end, revoked_at FROM screen_links',
  );
  expect(links).toEqual([
    {
      event_id: id,
      old_token_hash: createHash('sha256').update(token).digest(),
      hours_after_end: 48,
      revoked_at: null,
    },
  ]);
  expect(JSON.stringify(await dataSource.query('SELECT * FROM events'))).not.toContain(token);
  await new CreateScreenLinks().down(runner);
  expect((await dataSource.query('SELECT screen_token FROM events'))[0].screen_token).toMatch(/^[\da-f]{32}$/u);
  await runner.release();
});
