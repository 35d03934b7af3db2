import { Injectable, type OnModuleInit } from '@nestjs/common';
import { eventParam } from '@teabreak/shared';
import { rooms } from '../../../realtime/rooms.js';
import { SocketMessages } from '../../../realtime/socket-messages.js';
import { WatchedRooms } from '../../../realtime/watched-rooms.js';
import { RoomService } from './room.service.js';

@Injectable()
export class RoomGateway implements OnModuleInit {
  constructor(
    private readonly messages: SocketMessages,
    private readonly watched: WatchedRooms,
    private readonly room: RoomService,
  ) {}

  onModuleInit(): void {
    const enter = this.watched.add(rooms.groupRoom, (actor, eventId) => this.room.member(actor, eventId));
    this.messages.on('room:watch', eventParam, async ({ eventId }, context) => {
      await enter(context, eventId);
      return null;
    });
    this.messages.on('room:unwatch', eventParam, async ({ eventId }, { socket }) => {
      await socket.leave(rooms.groupRoom(eventId));
      return null;
    });
  }
}
