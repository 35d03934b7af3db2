import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { Logger } from '../common/logger.js';
import { Config } from '../config/config.js';
import { complainOncePerMinute, mayHaveOtherNodes } from './fan-out.js';
import { hangUp } from './postgres-link.js';

/** What PostgreSQL says when a right to hear ends, or may have. */
export type EndedRight =
  | { kind: 'right-changed'; accountId: string; eventId: string }
  | { kind: 'session-ended'; sessionId: string }
  | { kind: 'screen-ended'; eventId: string; linkId: string }
  | { kind: 'block-changed'; accountIds: string[] };

const CHANNEL = 'teabreak_removals';
const PATIENCE_MS = 2000;
const LOOK_EVERY_MS = 2000;
const AGAIN_AFTER_MS = 250;

/**
 * Live messages are hints and may be lost; that somebody may hear no more is none. So PostgreSQL itself tells every node, whatever
 * carries the messages: with the commit, from triggers, so that no node can die between the change and the word.
 */
@Injectable()
export class NodeChannel implements OnModuleInit, OnModuleDestroy {
  private readonly closing = new AbortController();
  private readonly complain: (error: unknown) => void;
  private listening: Promise<void> | null = null;
  private onEnded: (right: EndedRight) => void = () => undefined;
  private onDeaf: () => void = () => undefined;

  constructor(
    private readonly config: Config,
    private readonly dataSource: DataSource,
    logger: Logger,
  ) {
    this.complain = complainOncePerMinute(logger, 'This node does not hear the others; it looks again when it does');
  }

  /** `ended` hears what happens on any node; `deaf` is called when this one begins to hear, and may have missed something. */
  listen(ended: (right: EndedRight) => void, deaf: () => void): void {
    this.onEnded = ended;
    this.onDeaf = deaf;
  }

  onModuleInit(): void {
    if (mayHaveOtherNodes(this.config)) this.listening = this.run();
  }

  async onModuleDestroy(): Promise<void> {
    this.closing.abort();
    await this.listening;
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
      hangUp(client);
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
      this.onEnded(JSON.parse(payload) as EndedRight);
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
