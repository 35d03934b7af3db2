import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { DomainEvents } from '../../../common/domain-events.js';
import { RealtimePublisher } from '../../../realtime/realtime.publisher.js';
import { rooms } from '../../../realtime/rooms.js';

/** A room filling up changes the board many times a second; a wall need not. */
const AT_MOST_EVERY_MS = 1000;
const VISIBLE = [
  'board:changed',
  'break:opened',
  'break:closed',
  'rounds:changed',
  'event:changed',
  'registration:changed',
  'registration:checked-in',
  'goal:changed',
  'presence:changed',
  'asks:changed',
] as const;

/** Tells an event's projectors to look again: at once, and then at most once a second. The last change is never swallowed. */
@Injectable()
export class ScreenListener implements OnModuleInit, OnModuleDestroy {
  /** Events told within the last second, and whether something changed since. */
  private readonly quiet = new Map<string, { timer: NodeJS.Timeout; changed: boolean }>();

  constructor(
    private readonly domainEvents: DomainEvents,
    private readonly publisher: RealtimePublisher,
  ) {}

  onModuleInit(): void {
    for (const name of VISIBLE) this.domainEvents.on(name, ({ eventId }) => this.changed(eventId));
    this.domainEvents.on('event:deleted', ({ eventId }) => this.changed(eventId));
    this.domainEvents.on('screen-link:ended', ({ eventId, linkId }) => this.publisher.endScreen(eventId, linkId));
  }

  onModuleDestroy(): void {
    for (const { timer } of this.quiet.values()) clearTimeout(timer);
    this.quiet.clear();
  }

  private changed(eventId: string): void {
    const quiet = this.quiet.get(eventId);
    if (quiet) quiet.changed = true;
    else this.tell(eventId);
  }

  private tell(eventId: string): void {
    this.publisher.publish(rooms.screen(eventId), 'screen:changed', { eventId });
    const timer = setTimeout(() => {
      const again = this.quiet.get(eventId)?.changed === true;
      this.quiet.delete(eventId);
      if (again) this.tell(eventId);
    }, AT_MOST_EVERY_MS).unref();
    this.quiet.set(eventId, { timer, changed: false });
  }
}
