import { setTimeout as sleep } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import supertest from 'supertest';
import { DataSource } from 'typeorm';
import { Clock } from '../src/common/clock.js';
import type { CommonOptions } from '../src/common/common.module.js';
import { DomainEvents } from '../src/common/domain-events.js';
import { createLogger, type Logger } from '../src/common/logger.js';
import type { Config } from '../src/config/config.js';
import { type CreateAppOptions, createApp } from '../src/create-app.js';
import type { SocketIoAdapter } from '../src/realtime/socket-io-adapter.js';
import { createTestDatabase } from './test-database.js';

/** The origin that test clients send and the server takes for its own. */
export const TEST_ORIGIN = 'http://teabreak.test';

const STARTS_AT = '2026-06-01T10:00:00Z';

/** Stands still until told otherwise. */
export class TestClock extends Clock {
  private at = new Date(STARTS_AT);

  override now(): Date {
    return new Date(this.at);
  }
  set(to: Date | string): void {
    this.at = new Date(to);
  }
  advance(milliseconds: number): void {
    this.at = new Date(this.at.getTime() + milliseconds);
  }
}

/** A machine that runs tests may stand still for seconds; that alone must not make one fail. */
const DATABASE_PATIENCE = 20_000;

/** Ended by test-environment.mjs after the file's own hooks. */
const stillOpen = new Set<() => Promise<void>>();
Object.assign(globalThis, { stillOpen });

type Agent = ReturnType<typeof supertest.agent>;
export interface TestApp {
  app: NestFastifyApplication;
  sockets: SocketIoAdapter;
  /** `http://127.0.0.1:<port>` */
  url: string;
  /** A client without cookies that sends our Origin. */
  http: Agent;
  /** A client that keeps its own cookies: another phone. */
  phone: (headers?: Record<string, string>) => Agent;
  dataSource: DataSource;
  clock: TestClock;
  /** Resolves when every listener of every domain event has finished. */
  settled: () => Promise<void>;
  /** Nobody and nothing in the tables, and the clock where it was: for the next test, without the half second of a new application. */
  startAfresh: () => Promise<void>;
  close: () => Promise<void>;
}

export type TestAppOptions = Partial<
  Pick<CreateAppOptions, 'features' | 'imports' | 'databaseUrl' | 'databasePatience'>
> & {
  config?: Partial<Config>;
  logger?: Logger;
  randomness?: CommonOptions['randomness'];
};

/** The real application on a database of its own, listening on a port of its own. */
export async function createTestApp({ config = {}, databaseUrl, ...options }: TestAppOptions = {}): Promise<TestApp> {
  const database = databaseUrl ? null : await createTestDatabase();
  const clock = new TestClock();
  const { nest: app, sockets } = await createApp({
    config: { ...testConfig(), ...config },
    databaseUrl: databaseUrl ?? database?.url ?? '',
    databasePatience: DATABASE_PATIENCE,
    clock,
    logger: createLogger('silent'),
    ...options,
  });
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as { port: number };
  const url = `http://127.0.0.1:${port}`;
  const phone = (headers: Record<string, string> = {}) => supertest.agent(url).set({ origin: TEST_ORIGIN, ...headers });
  const close = async () => {
    stillOpen.delete(close);
    await app.get(DomainEvents).settled();
    await app.close();
    await database?.drop();
  };
  stillOpen.add(close);
  return {
    app,
    sockets,
    url,
    http: phone(),
    phone,
    dataSource: app.get(DataSource),
    clock,
    settled: () => app.get(DomainEvents).settled(),
    startAfresh: async () => {
      await app.get(DomainEvents).settled();
      await empty(app.get(DataSource));
      clock.set(STARTS_AT);
    },
    close,
  };
}

/** All tables but those that the application filled when it started. */
async function empty(dataSource: DataSource): Promise<void> {
  const rows: { sql: string }[] = await dataSource.query(
    `SELECT format('DELETE FROM %I;', tablename) AS sql FROM pg_tables
     WHERE schemaname = 'public' AND tablename NOT IN ('migrations', 'instance_secrets')`,
  );
  const all = rows.map(({ sql }) => sql).join('');
  // Without triggers, those of foreign keys among them: everything goes, in whatever order.
  await dataSource.transaction((manager) => manager.query(`SET LOCAL session_replication_role = replica; ${all}`));
}

function testConfig(): Config {
  return {
    nodeEnv: 'test',
    port: 0,
    publicUrl: TEST_ORIGIN,
    secure: false,
    allowedOrigins: () => [TEST_ORIGIN],
    dataDir: '/nonexistent',
    dataDirChosen: true,
    databaseUrl: undefined,
    redisUrl: undefined,
    smtpUrl: undefined,
    mailFrom: 'Teabreak <tea@teabreak.test>',
    logLevel: 'silent',
    secretKey: 'a key that only tests know, 32 characters or more',
    trustProxy: 0,
    demo: false,
    embeddings: undefined,
    webDir: '/nonexistent',
  };
}

/** Asks again until `condition` holds; for what has no event to wait for. */
export async function until(condition: () => boolean | Promise<boolean>, timeoutMs = 60_000): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`Not so within ${timeoutMs} ms: ${condition}`);
    await sleep(10);
  }
}
