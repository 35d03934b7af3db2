import { createTestApp } from '../../../test/test-app.js';
import { createTestDatabase } from '../../../test/test-database.js';
import { InstanceSecrets } from './instance-secrets.service.js';

it('servers of one installation agree on a code though their own keys differ; purposes do not mix', async () => {
  const database = await createTestDatabase();
  const one = await createTestApp({ databaseUrl: database.url, config: { secretKey: 'a'.repeat(40) } });
  const other = await createTestApp({ databaseUrl: database.url, config: { secretKey: 'b'.repeat(40) } });
  const stranger = await createTestApp({ config: { secretKey: 'b'.repeat(40) } });
  const [mac, same, elsewhere] = [one, other, stranger].map(({ app }) => app.get(InstanceSecrets).mac('ticket', 'x'));
  expect(mac).toMatch(/^[\w-]{43}$/u);
  expect(same).toBe(mac);
  expect(elsewhere).not.toBe(mac);
  expect(one.app.get(InstanceSecrets).mac('claim', 'x')).not.toBe(mac);
  await Promise.all([one, other, stranger].map((app) => app.close()));
  await database.drop();
});
