import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { Logger } from '../common/logger.js';
import { Config } from '../config/config.js';
import { complainOncePerMinute, mayHaveOtherNodes } from './fan-out.js';
import type { RoomName } from './rooms.js';

/** What ends somebody's right to hear. */
export type Removal =
  | { kind: 'left'; accountId: string; room: RoomName }
  | { kind: 'session-ended'; sessionId: string }
  | { kind: 'screen-ended'; eventId: string; linkId: string };

const CHANNEL = 'teabreak_removals';
const PATIENCE_MS = 2000;
const LOOK_EVERY_MS = 2000;
const AGAIN_AFTER_MS = 250;
/** How often a word that PostgreSQL did not take is tried again; after that the other nodes' own looks must do. */
const TRIES = 10;

/**
 * Live messages are hints and may be lost; that somebody may hear no more is none. So it goes over PostgreSQL's own channel,
 * whatever carries the messages: the database that took the change is there, or there is no change.
 */
@Injectable()
export class NodeChannel implements OnModuleInit, OnModuleDestroy {
  private readonly node = randomUUID();
  private readonly closing = new AbortController();
  private readonly complain: (error: unknown) => void;
  private listening: Promise<void> | null = null;
  private readonly telling = new Set<Promise<void>>();
  private onRemoval: (removal: Removal) => void = () => undefined;
  private onDeaf: () => void = () => undefined;

  constructor(
    private readonly config: Config,
    private readonly dataSource: DataSource,
    logger: Logger,
  ) {
    this.complain = complainOncePerMinute(logger, 'This node does not hear the others; it looks again when it does');
  }

  /** `removed` hears the other nodes; `deaf` is called when this one begins to hear them, and may have missed something. */
  listen(removed: (removal: Removal) => void, deaf: () => void): void {
    this.onRemoval = removed;
    this.onDeaf = deaf;
  }

  onModuleInit(): void {
    if (mayHaveOtherNodes(this.config)) this.listening = this.run();
  }

  /** What was said last is still told: the session of who signs out at this moment has ended. */
  async onModuleDestroy(): Promise<void> {
    this.closing.abort();
    await Promise.all([this.listening, ...this.telling]);
  }

  /** Tells all other nodes. Never rejects. */
  tell(removal: Removal): Promise<void> {
    if (!mayHaveOtherNodes(this.config)) return Promise.resolve();
    const told = this.tellUntilTold(JSON.stringify({ from: this.node, removal }));
    this.telling.add(told);
    return told.finally(() => this.telling.delete(told));
  }

  private async tellUntilTold(word: string): Promise<void> {
    for (let tries = 1; tries <= TRIES; tries += 1) {
      const told = await this.dataSource.query('SELECT pg_notify($1, $2)', [CHANNEL, word]).then(
        () => true,
        (error: unknown) => this.complain(error),
      );
      if (told || this.closing.signal.aborted) return;
      await this.pause(AGAIN_AFTER_MS * tries);
    }
  }

  /** One connection after the other until the end. Never rejects. */
  private async run(): Promise<void> {
    const { signal } = this.closing;
    while (!signal.aborted) {
      const client = new pg.Client({
        connectionString: this.url(),
        application_name: CHANNEL,
        connectionTimeoutMillis: PATIENCE_MS,
        query_timeout: PATIENCE_MS,
        keepAlive: true,
      });
      client.on('notification', ({ payload = '' }) => this.hear(payload));
      const lost = new Promise<void>((resolve) => {
        client.on('error', () => resolve());
        client.on('end', () => resolve());
      });
      try {
        await client.connect();
        await client.query(`LISTEN ${CHANNEL}`);
        this.onDeaf();
        await this.whileHeard(client, lost);
      } catch (error) {
        this.complain(error);
      }
      // Not only `end()`: a connection behind a cut line would wait for an answer to its goodbye.
      void client.end().catch(() => undefined);
      client.connection.stream.destroy();
      await this.pause(AGAIN_AFTER_MS);
    }
  }

  /** @throws when the connection answers no more */
  private async whileHeard(client: pg.Client, lost: Promise<void>): Promise<void> {
    let isLost = false;
    void lost.then(() => {
      isLost = true;
    });
    while (!this.closing.signal.aborted) {
      await Promise.race([this.pause(LOOK_EVERY_MS), lost]);
      if (isLost) throw new Error('The connection to PostgreSQL was lost');
      if (!this.closing.signal.aborted) await client.query('SELECT 1');
    }
  }

  private hear(payload: string): void {
    try {
      const { from, removal } = JSON.parse(payload) as { from: string; removal: Removal };
      if (from !== this.node) this.onRemoval(removal);
    } catch (error) {
      this.complain(error);
    }
  }

  private pause(milliseconds: number): Promise<void> {
    return sleep(milliseconds, undefined, { ref: false, signal: this.closing.signal }).catch(() => undefined);
  }

  /** With a Redis, the messages' database may go unnamed. */
  private url(): string | undefined {
    const { options } = this.dataSource;
    return this.config.databaseUrl ?? (options.type === 'postgres' ? options.url : undefined);
  }
}
