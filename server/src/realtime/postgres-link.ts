import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const PATIENCE_MS = 3000;
const LOOK_EVERY_MS = 5000;

/** What the adapter calls on the connection that it listens on. */
type ListeningClient = pg.Client & { release: () => void };

/**
 * The two connections that carry live messages over PostgreSQL, in the shape of the pool that Socket.IO's adapter expects. From
 * a real pool it would take one connection after another to listen on, without giving back those that broke while it began: the
 * pool runs dry, nothing is told any more, and its end waits for ever. Here there is one to listen on at any time and one that
 * sends, so that what a node tells arrives in its order; and the end waits for neither.
 */
export class PostgresLink {
  private readonly options: pg.ClientConfig;
  private readonly sending: pg.Pool;
  private readonly watch: NodeJS.Timeout;
  private listening: ListeningClient | null = null;
  /** Made before it is asked for: what others tell from the first moment on is heard. */
  private ready: ListeningClient | null = null;
  /** Has been asked whether it is there, and has not answered yet. */
  private asked: ListeningClient | null = null;
  private closed = false;

  constructor(
    url: string,
    private readonly complain: (error: unknown) => void,
    lookEveryMs = LOOK_EVERY_MS,
  ) {
    this.options = {
      connectionString: url,
      connectionTimeoutMillis: PATIENCE_MS,
      query_timeout: PATIENCE_MS,
      keepAlive: true,
    };
    this.sending = new pg.Pool({ ...this.options, max: 1 });
    this.sending.on('error', complain);
    this.sending.on('connect', (client) => client.on('error', complain));
    // A connection behind a cut line never says so.
    this.watch = setInterval(() => void this.dropIfSilent(), lookEveryMs).unref();
  }

  /** Both connections are there. @throws what PostgreSQL or its absence says */
  async open(): Promise<void> {
    const client = await this.connect();
    this.ready = client;
    client.once('end', () => {
      if (this.ready === client) this.ready = null;
    });
    await this.query('SELECT 1');
  }

  /**
   * A new connection to listen on instead of the one before, whatever became of that. Once closed it never settles: the adapter
   * answers every refusal with another try.
   */
  async connect(): Promise<ListeningClient> {
    const { ready } = this;
    this.ready = null;
    if (ready) return ready;
    this.drop();
    if (this.closed) return new Promise(() => undefined);
    const client = Object.assign(new pg.Client(this.options), { release: () => hangUp(client) });
    this.listening = client;
    client.on('error', this.complain);
    try {
      await client.connect();
    } catch (error) {
      hangUp(client);
      throw error;
    }
    // Another was asked for meanwhile, or none any more.
    if (this.listening !== client) return new Promise(() => undefined);
    return client;
  }

  /** @throws what PostgreSQL or its absence says, after 6 s at most */
  query(sql: string, values?: unknown[]): Promise<pg.QueryResult> {
    return this.sending.query(sql, values);
  }

  /** What was sent before is still tried; resolves within the patience of one query. */
  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    clearInterval(this.watch);
    this.drop();
    await Promise.race([this.sending.end(), sleep(PATIENCE_MS, undefined, { ref: false })]);
  }

  /** The adapter hears nothing of it, or it would ask for one more. */
  private drop(): void {
    const client = this.listening;
    this.listening = null;
    client?.removeAllListeners('end').removeAllListeners('notification');
    if (client) hangUp(client);
  }

  /** Its end makes the adapter ask for another. */
  private async dropIfSilent(): Promise<void> {
    const client = this.listening;
    if (client === null || client === this.asked) return;
    this.asked = client;
    try {
      await client.query('SELECT 1');
    } catch (error) {
      this.complain(error);
      client.connection.stream.destroy();
    }
    if (this.asked === client) this.asked = null;
  }
}

/** Not only `end()`: behind a cut line that would wait for an answer to its goodbye. */
export function hangUp(client: pg.Client): void {
  void client.end().catch(() => undefined);
  client.connection.stream.destroy();
}
