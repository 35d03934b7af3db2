import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { DomainEvents } from '../../common/domain-events.js';
import { Logger } from '../../common/logger.js';
import { RealtimePublisher } from '../../realtime/realtime.publisher.js';
import { rooms } from '../../realtime/rooms.js';
import { MatchmakingRepository } from './matchmaking.repository.js';
import { MatchmakingService } from './matchmaking.service.js';

/** Arrivals come in bursts: one look at the room serves all changes of this long, in ms. */
const GATHER_MS = 500;

/** Keeps suggestions up with what people do (M10) and tells those whose list has changed. */
@Injectable()
export class MatchmakingListener implements OnModuleInit, OnModuleDestroy {
  private readonly waiting = new Map<string, NodeJS.Timeout>();

  constructor(
    private readonly service: MatchmakingService,
    private readonly repository: MatchmakingRepository,
    private readonly events: DomainEvents,
    private readonly publisher: RealtimePublisher,
    private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    for (const name of [
      'goal:changed',
      'registration:changed',
      'registration:checked-in',
      'acquaintance:changed',
      'block:changed',
      'encounter:recorded',
      'match-wishes:changed',
      'match-settings:changed',
      'close-texts:changed',
      'break:opened',
    ] as const)
      this.events.on(name, ({ eventId }) => this.soon(eventId));
    this.events.on('event:deleted', ({ eventId }) => this.service.forget(eventId));
    this.events.on('suggestions:changed', async ({ eventId, registrationIds }) => {
      const accounts = await this.repository.accountsOf(eventId, registrationIds);
      this.publisher.publish(accounts.map(rooms.account), 'suggestions:changed', { eventId });
    });
  }

  onModuleDestroy(): void {
    for (const timer of this.waiting.values()) clearTimeout(timer);
  }

  private soon(eventId: string): void {
    if (this.waiting.has(eventId)) return;
    const look = () => {
      this.waiting.delete(eventId);
      this.service
        .refresh(eventId)
        .catch((error: unknown) => this.logger.error({ error, eventId }, 'suggestions could not be refreshed'));
    };
    this.waiting.set(eventId, setTimeout(look, GATHER_MS).unref());
  }
}
