import { Injectable, type OnModuleInit } from '@nestjs/common';
import { eventParam } from '@teabreak/shared';
import { rooms } from '../../realtime/rooms.js';
import { SocketMessages } from '../../realtime/socket-messages.js';
import { WatchedRooms } from '../../realtime/watched-rooms.js';
import { AttendeeAccess } from '../registrations/attendee-access.service.js';

@Injectable()
export class AsksGateway implements OnModuleInit {
  constructor(
    private readonly messages: SocketMessages,
    private readonly watched: WatchedRooms,
    private readonly attendees: AttendeeAccess,
  ) {}

  onModuleInit(): void {
    const enter = this.watched.add(rooms.asks, (actor, eventId) => this.attendees.require(actor, eventId));
    this.messages.on('asks:watch', eventParam, async ({ eventId }, context) => {
      await enter(context, eventId);
      return null;
    });
    this.messages.on('asks:unwatch', eventParam, async ({ eventId }, { socket }) => {
      await socket.leave(rooms.asks(eventId));
      return null;
    });
  }
}
