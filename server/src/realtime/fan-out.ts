import { setTimeout as sleep } from 'node:timers/promises';
import { createAdapter as postgresAdapter } from '@socket.io/postgres-adapter';
import { createAdapter as redisAdapter } from '@socket.io/redis-adapter';
import { Redis, type RedisOptions } from 'ioredis';
import type pg from 'pg';
import type { Server } from 'socket.io';
import type { Logger } from '../common/logger.js';
import type { Config } from '../config/config.js';
import { PostgresLink } from './postgres-link.js';

const REDIS_PATIENCE_MS = 2000;
const OPEN_ATTEMPTS = 5;
const OPEN_AGAIN_AFTER_MS = 500;
const LOOK_AT_REDIS_MS = 5000;

type AdapterFactory = NonNullable<Parameters<Server['adapter']>[0]>;
export interface FanOut {
  adapter: AdapterFactory;
  close: () => Promise<void>;
}

/**
 * How live messages reach the sockets of other nodes: Redis when there is one, else the outside PostgreSQL, else not at
 * all (the embedded database serves one node). They are hints; losing them must never hold up or end this process.
 */
export async function fanOutFor(config: Config, logger: Logger): Promise<FanOut | null> {
  if (config.redisUrl) return overRedis(config.redisUrl, logger);
  if (config.databaseUrl) return overPostgres(config.databaseUrl, logger);
  return null;
}

/** The embedded database serves one node, and that needs nobody to tell. */
export function mayHaveOtherNodes({ redisUrl, databaseUrl }: Config): boolean {
  return redisUrl !== undefined || databaseUrl !== undefined;
}

function overRedis(url: string, logger: Logger): FanOut {
  const complain = complainOncePerMinute(logger, 'Redis is away; live messages reach this node only');
  const common: RedisOptions = {
    retryStrategy: (times) => Math.min(times * 200, 5000),
    connectTimeout: REDIS_PATIENCE_MS,
  };
  // Publishing fails at once while Redis is away instead of piling up; subscriptions wait for it, they are few.
  const publisher = new Redis(url, {
    ...common,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: REDIS_PATIENCE_MS,
  });
  const subscriber = new Redis(url, { ...common, maxRetriesPerRequest: null });
  for (const client of [publisher, subscriber]) client.on('error', complain);
  const watch = setInterval(() => {
    for (const client of [publisher, subscriber]) void dropIfSilent(client, complain);
  }, LOOK_AT_REDIS_MS).unref();
  neverReject(publisher, ['publish'], complain);
  neverReject(subscriber, ['subscribe', 'psubscribe', 'unsubscribe', 'punsubscribe'], complain);
  return {
    adapter: redisAdapter(publisher, subscriber, { requestsTimeout: REDIS_PATIENCE_MS }),
    close: async () => {
      clearInterval(watch);
      publisher.disconnect();
      subscriber.disconnect();
    },
  };
}

type Command = (...parameters: unknown[]) => Promise<unknown>;

/** The adapter does not look at these promises, and an unhandled rejection would be reported as a fault of ours. */
function neverReject(client: Redis, names: readonly (keyof Redis)[], complain: (error: unknown) => void): void {
  const commands = client as unknown as Record<keyof Redis, Command>;
  for (const name of names) {
    const command = commands[name].bind(client) as Command;
    commands[name] = (...parameters) =>
      command(...parameters).catch((error: unknown) => {
        complain(error);
        return 0;
      });
  }
}

/** A Redis behind a cut line never says so; what is sent there would pile up, and nobody would connect anew. */
async function dropIfSilent(client: Redis, complain: (error: unknown) => void): Promise<void> {
  if (client.status !== 'ready') return;
  const answer = client.ping().catch(() => null);
  const late = new AbortController();
  const silence = sleep(REDIS_PATIENCE_MS, null, { ref: false, signal: late.signal }).catch(() => null);
  const heard = (await Promise.race([answer, silence])) !== null;
  late.abort();
  if (heard || client.status !== 'ready') return;
  complain(new Error('Redis does not answer'));
  client.disconnect(true);
}

async function overPostgres(url: string, logger: Logger): Promise<FanOut> {
  const complain = complainOncePerMinute(logger, 'PostgreSQL is away; live messages reach this node only');
  const link = new PostgresLink(url, complain);
  await openPatiently(link);
  return {
    // Of a pool the adapter calls just what the link has.
    adapter: postgresAdapter(link as unknown as pg.Pool, { errorHandler: complain }),
    close: () => link.close(),
  };
}

/** A database that is slow for a moment is no reason not to start. @throws what PostgreSQL or its absence says the last time */
async function openPatiently(link: PostgresLink): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await link.open();
      return await createAttachmentTable(link);
    } catch (error) {
      if (attempt === OPEN_ATTEMPTS) throw error;
      await sleep(OPEN_AGAIN_AFTER_MS);
    }
  }
}

/** The adapter's place for messages over 8 kB. Nodes that start together may collide here; the second try finds it. */
async function createAttachmentTable(link: PostgresLink): Promise<void> {
  const sql = `CREATE TABLE IF NOT EXISTS socket_io_attachments (
    id bigserial UNIQUE, created_at timestamptz DEFAULT NOW(), payload bytea)`;
  await link.query(sql).catch(() => link.query(sql));
}

export function complainOncePerMinute(logger: Logger, message: string): (error: unknown) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (error) => {
    if (performance.now() - last < 60_000) return;
    last = performance.now();
    logger.warn({ error }, message);
  };
}
