import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainEvents } from '../../common/domain-events.js';
import { RealtimePublisher } from '../../realtime/realtime.publisher.js';
import { rooms } from '../../realtime/rooms.js';
import { AttendeeAccess } from '../registrations/attendee-access.service.js';
import { BoardBroadcast } from './board-broadcast.js';
import { BoardCache } from './board-cache.js';

@Injectable()
export class BoardListener implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly broadcast: BoardBroadcast,
    private readonly cache: BoardCache,
    private readonly attendees: AttendeeAccess,
    private readonly publisher: RealtimePublisher,
  ) {}

  onModuleInit(): void {
    this.events.on('board:changed', ({ eventId }) => this.broadcast.schedule(eventId));
    this.events.on('event:deleted', ({ eventId }) => {
      this.broadcast.forget(eventId);
      this.cache.forget(eventId);
    });
    // Both look anew at what the others are to them, and with it at who is gone (I6). It is what they hear all the time anyway.
    this.events.on('block:changed', ({ eventId, accountIds }) =>
      this.publisher.publish(accountIds.map(rooms.account), 'suggestions:changed', { eventId }),
    );
    this.events.on('registration:changed', ({ eventId, accountId }) => this.sendOut(eventId, accountId));
    this.events.on('team:changed', ({ eventId, accountId }) => this.sendOut(eventId, accountId));
  }

  /** Who no longer takes part stops hearing at once. Whoever still runs the event comes back with the next `board:watch`. */
  private async sendOut(eventId: string, accountId: string): Promise<void> {
    if (!(await this.attendees.isAttendee({ accountId }, eventId)))
      this.publisher.leave(accountId, rooms.board(eventId));
  }
}
