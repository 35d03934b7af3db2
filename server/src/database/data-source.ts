import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { entities } from './entities.js';
import { migrations } from './migrations/index.js';

/** How many connections one server process holds at most. */
export const POOL_SIZE = 20;

/**
 * A connection that breaks between two statements of a transaction tells only its own listeners, and without one it would end
 * the process. The next statement on it fails and says so.
 */
class SteadyClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}

/** How long a request waits for a connection before it is told to come again, in milliseconds. */
const CONNECTION_PATIENCE = 3000;

/**
 * Connection settings for a PostgreSQL URL. Migrations are listed but never run by connecting. `patience`: the longest wait for
 * a connection, in milliseconds.
 */
export function dataSourceOptions(url: string, patience = CONNECTION_PATIENCE): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities: entities as NonNullable<DataSourceOptions['entities']>,
    migrations,
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    poolSize: POOL_SIZE,
    // An undefined or null condition would otherwise silently match every row.
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
    // TypeORM hands pool errors to this instead of letting them end the process.
    poolErrorHandler: () => undefined,
    extra: {
      Client: SteadyClient,
      connectionTimeoutMillis: patience,
      statement_timeout: 15_000,
      idle_in_transaction_session_timeout: 15_000,
      keepAlive: true,
    },
  };
}

/** A connected data source; the caller closes it with `destroy()`. */
export function connect(url: string): Promise<DataSource> {
  return new DataSource(dataSourceOptions(url)).initialize();
}
