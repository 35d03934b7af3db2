import { setImmediate as breathe } from 'node:timers/promises';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import { DomainEvents } from '../../common/domain-events.js';
import { Logger } from '../../common/logger.js';
import { viewersOf } from './introduction-audience.js';
import { type ExpiredIntroduction, IntroductionExpiryRepository } from './introduction-expiry.repository.js';
import { WORDS_AFTER_MS } from './introduction-state.js';

const SWEEP_EVERY_MS = 5_000;
/** Twice a sweep and some: a break that goes on is noticed before anything ends with it. */
const AHEAD_MS = 15_000;
/** So many are marked by one statement, and then told in parcels between which the server does other things. */
const BATCH = 250;
const PARCEL = 25;

/**
 * Ends what nobody answered when its break or the event ends (I1), and tells everybody who still waits, in the same moment
 * whatever had happened to it; closes meetings of which nobody says whether they took place. What people see does not depend on it (the state is worked out from the clock whenever it is read).
 */
@Injectable()
export class IntroductionExpiry implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<unknown> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly repository: IntroductionExpiryRepository,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.sweepQuietly(), SWEEP_EVERY_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }

  /** Returns how many introductions ran out. Of one server one sweep after the other: what an earlier one found has been told by then. */
  sweep(): Promise<number> {
    const sweeping = this.running.then(() => this.sweepOnce());
    this.running = sweeping.catch(() => undefined);
    return sweeping;
  }

  /** The agenda has changed: what was to end with a break may end at another time, perhaps now. */
  async reschedule(eventId: string): Promise<void> {
    await this.repository.reschedule(eventId, this.clock.now());
    await this.sweep();
  }

  private async sweepOnce(): Promise<number> {
    if (this.stopped) return 0;
    const now = this.clock.now();
    await this.repository.prolong(now, AHEAD_MS);
    let ended = 0;
    for (let batch = BATCH; batch === BATCH && !this.stopped; ended += batch)
      batch = await this.tell(await this.repository.expire(now, BATCH), now);
    for (let batch = BATCH; batch === BATCH && !this.stopped; )
      batch = await this.tell(await this.repository.closeUnreported(now, WORDS_AFTER_MS, BATCH), now);
    return ended;
  }

  /** Returns how many there were. */
  private async tell(expired: readonly ExpiredIntroduction[], now: Date): Promise<number> {
    if (expired.length === 0) return 0;
    const hosts = await this.repository.hostsOf([
      ...new Set(expired.filter(({ byHosts }) => byHosts).map(({ eventId }) => eventId)),
    ]);
    for (const [at, row] of expired.entries()) {
      const { id: introductionId, eventId } = row;
      const accountIds = viewersOf(row, hosts.get(eventId) ?? [], now);
      this.events.emit('introduction:changed', { eventId, introductionId, accountIds });
      if (at % PARCEL === PARCEL - 1) await breathe();
    }
    return expired.length;
  }

  private sweepQuietly(): void {
    this.sweep().catch((error: unknown) => this.logger.warn({ error }, 'introductions could not be swept'));
  }
}
