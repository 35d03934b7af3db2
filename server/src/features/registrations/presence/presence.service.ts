import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { BoardLog } from '../../../common/board-log.js';
import { Clock } from '../../../common/clock.js';
import { DomainEvents } from '../../../common/domain-events.js';
import { Logger } from '../../../common/logger.js';
import { inTransaction } from '../../../database/transaction.js';
import { RealtimePublisher } from '../../../realtime/realtime.publisher.js';
import { rooms } from '../../../realtime/rooms.js';
import { type Moved, PresenceRepository, type Said, type Silence } from './presence.repository.js';

const MINUTE_MS = 60_000;
/** Whoever did not look at their phone for so long is more likely gone than free. */
const SILENT_AFTER_MS = 30 * MINUTE_MS;
/** Sessions note that they were seen every ten minutes, so one may have been seen that much later. */
const NOTED_LATE_MS = 10 * MINUTE_MS;
/** A first talk at a tea break; longer ones are said with one tap. */
const FIRST_TALK_MS = 10 * MINUTE_MS;

/** Keeps what the board says about people true where nobody taps: after silence, after an agreed meeting, on coming back. */
@Injectable()
export class PresenceService implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly repository: PresenceRepository,
    private readonly board: BoardLog,
    private readonly dataSource: DataSource,
    private readonly events: DomainEvents,
    private readonly publisher: RealtimePublisher,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.events.on('session:seen', async ({ accountId, silentMs }) => {
      if (silentMs >= SILENT_AFTER_MS) await this.changeFor((manager) => this.repository.back(manager, accountId));
    });
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.renewQuietly(), MINUTE_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }

  /** What a person says of themselves. `said.at` lies in the past where their phone had no network. @throws as the database does */
  async say(eventId: string, registrationId: string, said: Said): Promise<void> {
    const at = new Date(Math.min(said.at.getTime(), this.clock.now().getTime()));
    await this.change(async (manager) =>
      (await this.repository.say(manager, registrationId, { ...said, at })) ? [{ eventId, id: registrationId }] : [],
    );
  }

  /** They have found each other (I7): nobody else should walk up to them. It ends by itself. */
  async foundEachOther(eventId: string, registrationIds: readonly string[]): Promise<void> {
    const until = new Date(this.clock.now().getTime() + FIRST_TALK_MS);
    await this.changeFor((manager) => this.repository.talk(manager, eventId, registrationIds, until));
  }

  /** @returns how many people's status has changed */
  async renew(): Promise<number> {
    const silence = this.silence();
    let changed = 0;
    for (const eventId of await this.repository.outdated(silence))
      changed += await this.changeFor((manager) => this.repository.renew(manager, eventId, silence));
    return changed;
  }

  private silence(): Silence {
    const now = this.clock.now();
    const before = (milliseconds: number) => new Date(now.getTime() - milliseconds);
    return { now, up: before(SILENT_AFTER_MS), heard: before(SILENT_AFTER_MS + NOTED_LATE_MS) };
  }

  /** Without a tap of theirs: their phones hear of it. */
  private async changeFor(work: (manager: EntityManager) => Promise<Moved[]>): Promise<number> {
    const moved = await this.change(work);
    for (const { eventId, id: registrationId, accountId } of moved)
      this.publisher.publish(rooms.account(accountId), 'registration:changed', { eventId, registrationId });
    return moved.length;
  }

  private async change<T extends Omit<Moved, 'accountId'>>(
    work: (manager: EntityManager) => Promise<T[]>,
  ): Promise<T[]> {
    const moved = await inTransaction(this.dataSource, async (manager) => {
      const changed = await work(manager);
      for (const [eventId, ids] of byEvent(changed)) await this.board.peopleChanged(manager, eventId, ids);
      return changed;
    });
    for (const { eventId, id } of moved) this.events.emit('presence:changed', { eventId, registrationId: id });
    for (const eventId of byEvent(moved).keys()) this.events.emit('board:changed', { eventId });
    return moved;
  }

  private renewQuietly(): void {
    this.running = this.running
      .then(() => this.renew())
      .catch((error: unknown) => this.logger.warn({ error }, 'presence could not be renewed'));
  }
}

function byEvent(moved: readonly Omit<Moved, 'accountId'>[]): Map<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const { eventId, id } of moved) ids.set(eventId, [...(ids.get(eventId) ?? []), id]);
  return ids;
}
