import { Injectable, type OnModuleInit } from '@nestjs/common';
import { eventParam } from '@teabreak/shared';
import { rooms } from '../../realtime/rooms.js';
import { SocketMessages } from '../../realtime/socket-messages.js';
import { WatchedRooms } from '../../realtime/watched-rooms.js';
import { EventAccess } from './event-access.service.js';
import { MAY_SEE_DESK } from './events.policy.js';

/** The room of those who run an event. */
@Injectable()
export class DeskGateway implements OnModuleInit {
  constructor(
    private readonly messages: SocketMessages,
    private readonly watched: WatchedRooms,
    private readonly access: EventAccess,
  ) {}

  onModuleInit(): void {
    const enter = this.watched.add(rooms.desk, (actor, eventId) =>
      this.access.require(actor, eventId, ...MAY_SEE_DESK),
    );
    this.messages.on('desk:watch', eventParam, async ({ eventId }, context) => {
      await enter(context, eventId);
      return null;
    });
    this.messages.on('desk:unwatch', eventParam, async ({ eventId }, { socket }) => {
      await socket.leave(rooms.desk(eventId));
      return null;
    });
  }
}
