import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../src/database/embedded-postgres.js';
import { migrate } from '../src/database/migrate.js';
import { TEMPLATE, TEST_DATABASE_URL } from './test-database.js';

/** One real PostgreSQL for the whole run, with a migrated database that every test copies. TEST_DATABASE_URL uses an outside one. */
export async function startTestPostgres(): Promise<() => Promise<void>> {
  const outside = process.env[TEST_DATABASE_URL];
  if (outside) {
    await prepareTemplate(outside);
    return async () => undefined;
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'teabreak-test-'));
  await chmod(dataDir, 0o755);
  const postgres = await startEmbeddedPostgres({ dataDir, dataDirChosen: true, durable: false });
  process.env[TEST_DATABASE_URL] = postgres.url;
  await prepareTemplate(postgres.url);
  return async () => {
    // Whether it stops in time is nobody's concern: its data are thrown away.
    await postgres.stop().catch(() => undefined);
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined);
  };
}

async function prepareTemplate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${TEMPLATE}`);
  await client.query(`CREATE DATABASE ${TEMPLATE}`);
  await client.end();
  const template = new URL(url);
  template.pathname = `/${TEMPLATE}`;
  await migrate(template.href);
}
