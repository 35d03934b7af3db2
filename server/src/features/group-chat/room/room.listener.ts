import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainEvents } from '../../../common/domain-events.js';
import { RealtimePublisher } from '../../../realtime/realtime.publisher.js';
import { rooms } from '../../../realtime/rooms.js';
import { AttendeeAccess } from '../../registrations/attendee-access.service.js';

@Injectable()
export class RoomListener implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly publisher: RealtimePublisher,
    private readonly attendees: AttendeeAccess,
  ) {}

  onModuleInit(): void {
    this.events.on('room:message-posted', (message) =>
      this.publisher.publish(rooms.groupRoom(message.eventId), 'room:message-posted', message),
    );
    this.events.on('registration:changed', ({ eventId, accountId }) => this.sendOut(eventId, accountId));
    this.events.on('team:changed', ({ eventId, accountId }) => this.sendOut(eventId, accountId));
  }

  /** Who no longer takes part stops hearing at once. Whoever still runs the event comes back with the next `room:watch`. */
  private async sendOut(eventId: string, accountId: string): Promise<void> {
    if (!(await this.attendees.isAttendee({ accountId }, eventId)))
      this.publisher.leave(accountId, rooms.groupRoom(eventId));
  }
}
