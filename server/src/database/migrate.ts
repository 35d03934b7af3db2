import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { DataSource, MigrationExecutor } from 'typeorm';
import { StartError } from '../config/start-error.js';
import { dataSourceOptions } from './data-source.js';

/** Any fixed number; every Teabreak uses this one to take turns at a database. */
const LOCK_KEY = 730_157_001;

export interface MigrateOptions {
  /** One sentence per step that a person at the terminal may want to see. */
  progress?: (message: string) => void;
  /** How long to wait for another process that is migrating. */
  waitMs?: number;
}

/**
 * Brings the database to the newest schema and resolves to the names of the migrations it ran. Several processes may
 * call it at once: one works, the others wait. The lock sits on a connection of its own, so that a migration's
 * commit does not release it, and PostgreSQL releases it when the process dies.
 * @throws StartError when the lock is not free within `waitMs`, or when a migration fails (it leaves nothing behind).
 */
export async function migrate(
  url: string,
  { progress = () => undefined, waitMs = 120_000 }: MigrateOptions = {},
): Promise<string[]> {
  const lock = new pg.Client({ connectionString: url });
  lock.on('error', () => undefined);
  await lock.connect();
  try {
    await acquire(lock, waitMs, progress);
    return await runPending(url, progress);
  } finally {
    await lock.end();
  }
}

async function acquire(lock: pg.Client, waitMs: number, progress: (message: string) => void): Promise<void> {
  const deadline = performance.now() + waitMs;
  let told = false;
  for (;;) {
    const { rows } = await lock.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [LOCK_KEY]);
    if (rows[0]?.taken) return;
    if (performance.now() > deadline)
      throw new StartError(
        `Another process has been updating the database for more than ${Math.round(waitMs / 1000)} s. Stop it, or wait and start again.`,
      );
    if (!told) progress('Another process is updating the database; waiting for it.');
    told = true;
    await sleep(200);
  }
}

async function runPending(url: string, progress: (message: string) => void): Promise<string[]> {
  const { extra: _unused, ...options } = dataSourceOptions(url) as ReturnType<typeof dataSourceOptions> & {
    extra?: unknown;
  };
  const dataSource = await new DataSource({ ...options, poolSize: 2 } as ReturnType<
    typeof dataSourceOptions
  >).initialize();
  try {
    const pending = await new MigrationExecutor(dataSource).getPendingMigrations();
    if (pending.length === 0) return [];
    progress(`Updating the database (${pending.length} ${pending.length === 1 ? 'step' : 'steps'}).`);
    const done = await dataSource.runMigrations({ transaction: 'each' });
    return done.map(({ name }) => name);
  } finally {
    await dataSource.destroy();
  }
}
