import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { DomainEvents } from '../../common/domain-events.js';
import { Logger } from '../../common/logger.js';
import { inTransaction } from '../../database/transaction.js';
import { viewersOf } from './introduction-audience.js';
import { IntroductionsRepository } from './introductions.repository.js';

const SWEEP_EVERY_MS = 5_000;

/**
 * Tells everybody who still waits that the time is up. What people see does not depend on it (the state is worked out from
 * the clock whenever it is read); it only spares them the reload, and frees the pair for another request.
 */
@Injectable()
export class IntroductionExpiry implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly repository: IntroductionsRepository,
    private readonly dataSource: DataSource,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.sweepQuietly(), SWEEP_EVERY_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }

  /** Returns how many introductions ran out. */
  async sweep(): Promise<number> {
    const now = this.clock.now();
    const expired = await inTransaction(this.dataSource, (manager) => this.repository.expire(manager, now));
    for (const { id, eventId } of expired) {
      const row = await this.repository.find(eventId, id);
      if (!row) continue;
      const hosts = row.byHosts ? await this.repository.hostAccounts(eventId) : [];
      this.events.emit('introduction:changed', { eventId, introductionId: id, accountIds: viewersOf(row, hosts, now) });
    }
    return expired.length;
  }

  private sweepQuietly(): void {
    this.running = this.running
      .then(() => this.sweep())
      .catch((error: unknown) => this.logger.warn({ error }, 'introductions could not be swept'));
  }
}
