import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** Name of the variable that carries the test server's URL from Jest's set-up to the tests. */
export const TEST_DATABASE_URL = 'TEST_DATABASE_URL';
/** The migrated database that tests copy. */
export const TEMPLATE = 'teabreak_template';

export interface TestDatabase {
  url: string;
  drop: () => Promise<void>;
}

/** A fresh database; `migrated: false` gives an empty one, for tests of the migrations themselves. */
export async function createTestDatabase({ migrated = true } = {}): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(`CREATE DATABASE ${name}${migrated ? ` TEMPLATE ${TEMPLATE}` : ''}`);
  const url = new URL(adminUrl());
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => asAdmin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

/** Concurrent copies of one template refuse each other for a moment. */
async function asAdmin(sql: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const client = new pg.Client({ connectionString: adminUrl() });
    await client.connect();
    try {
      await client.query(sql);
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== '55006' || attempt === 50) throw error;
    } finally {
      await client.end();
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function adminUrl(): string {
  const url = process.env[TEST_DATABASE_URL];
  if (!url) throw new Error('The test database is not running: start the tests through Jest.');
  return url;
}
