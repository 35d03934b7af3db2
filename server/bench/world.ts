import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { DomainEvents } from '../src/common/domain-events.js';
import { createLogger } from '../src/common/logger.js';
import { loadConfig } from '../src/config/load-config.js';
import { type CreateAppOptions, createApp } from '../src/create-app.js';
import { startEmbeddedPostgres } from '../src/database/embedded-postgres.js';
import { migrate } from '../src/database/migrate.js';

interface BenchDatabase {
  url: string;
  dataDir: string;
  stop: () => Promise<void>;
}
/** The real application on a database of its own, listening on the loopback address. */
export interface World {
  app: NestFastifyApplication;
  dataSource: DataSource;
  databaseUrl: string;
  dataDir: string;
  port: number;
  /** What clients send as Origin. */
  origin: string;
  /** One more application on the same database, with a pool of its own, as a second server has it. */
  addServer: () => Promise<NestFastifyApplication>;
  stop: () => Promise<void>;
}

/**
 * `baselines`: modules with the routes that ours are compared with. `severalNodes`: the servers tell each other what happens, as
 * they do with an outside PostgreSQL.
 */
export async function openWorld(
  baselines: (databaseUrl: string) => NonNullable<CreateAppOptions['imports']> = () => [],
  severalNodes = false,
): Promise<World> {
  const database = await openDatabase();
  const apps: NestFastifyApplication[] = [];
  const stop = async () => {
    for (const app of apps) {
      await app.get(DomainEvents).settled();
      await app.close();
    }
    await database.stop();
  };
  const addServer = async () => {
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    const { nest: app } = await createApp({
      config: loadConfig({
        PORT: String(port),
        BASE_URL: origin,
        DATA_DIR: database.dataDir,
        ...(severalNodes && { DATABASE_URL: database.url }),
        SECRET_KEY: 'a key that only benchmarks know, 32 characters or more',
        LOG_LEVEL: 'silent',
        // Joins say where they come from, or the limit per address would be measured.
        TRUST_PROXY: '1',
      }),
      databaseUrl: database.url,
      logger: createLogger('silent'),
      imports: baselines(database.url),
    });
    apps.push(app);
    return { app, port, origin };
  };
  try {
    const { app, port, origin } = await addServer();
    await app.listen(port, '127.0.0.1');
    const more = async () => (await addServer()).app;
    const { url: databaseUrl, dataDir } = database;
    return { app, dataSource: app.get(DataSource), databaseUrl, dataDir, port, origin, addServer: more, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** As every installation has it: each commit is flushed to the disk. */
async function openDatabase(): Promise<BenchDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), 'teabreak-bench-'));
  await chmod(dataDir, 0o755);
  const postgres = await startEmbeddedPostgres({ dataDir, dataDirChosen: true });
  const stop = async () => {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  await migrate(postgres.url);
  return { url: postgres.url, dataDir, stop };
}

/** Below the range from which the system takes ports for outgoing connections: thousands of clients come from there. */
export async function freePort(): Promise<number> {
  for (let port = 21_000 + Math.floor(Math.random() * 10_000); ; port += 1) {
    const free = await new Promise<boolean>((resolve) => {
      const probe = createServer().once('error', () => resolve(false));
      probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
    });
    if (free) return port;
  }
}
