import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { StartError } from '../config/start-error.js';
import { isDatabaseUnavailable } from './database-failure.js';

const LONGEST_PAUSE_MS = 5000;
/** The name of a database host may appear later than the server, as in a set of containers. */
const NOT_YET = new Set(['ENOTFOUND', 'EAI_AGAIN']);

/**
 * Resolves once a PostgreSQL answers. Waits as long as it is away, for it may be starting too.
 * @throws StartError when waiting cannot help: wrong password, no such database
 */
export async function waitForDatabase(
  url: string,
  progress: (message: string) => void,
  stopped: () => boolean = () => false,
): Promise<void> {
  const { host } = new URL(url);
  for (let pause = 250; !stopped(); pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      return await tryOnce(url);
    } catch (error) {
      const { code = '', message } = error as Error & { code?: string };
      if (!NOT_YET.has(code) && !isDatabaseUnavailable(error) && !/timeout/u.test(message))
        throw new StartError(`The PostgreSQL of DATABASE_URL (${host}) refuses: ${message}`, { cause: error });
      progress(`Waiting for PostgreSQL at ${host} (${code || message}).`);
      await sleep(pause);
    }
  }
}

async function tryOnce(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } finally {
    await client.end().catch(() => undefined);
  }
}
