import { Injectable, type OnModuleInit } from '@nestjs/common';
import { eventParam } from '@teabreak/shared';
import { DomainError } from '../../common/domain-error.js';
import { rooms } from '../../realtime/rooms.js';
import { SocketMessages } from '../../realtime/socket-messages.js';
import { AttendeeAccess } from '../registrations/attendee-access.service.js';

@Injectable()
export class AsksGateway implements OnModuleInit {
  constructor(
    private readonly messages: SocketMessages,
    private readonly attendees: AttendeeAccess,
  ) {}

  onModuleInit(): void {
    this.messages.on('asks:watch', eventParam, async ({ eventId }, { holder, socket }) => {
      // A projector holds no session, and takes part in nothing.
      if (holder.kind !== 'person') throw new DomainError('not_found');
      await this.attendees.require(holder.actor, eventId);
      await socket.join(rooms.asks(eventId));
      return null;
    });
    this.messages.on('asks:unwatch', eventParam, async ({ eventId }, { socket }) => {
      await socket.leave(rooms.asks(eventId));
      return null;
    });
  }
}
