import { Injectable, type OnModuleInit } from '@nestjs/common';
import { eventParam } from '@teabreak/shared';
import { DomainError } from '../../../common/domain-error.js';
import { rooms } from '../../../realtime/rooms.js';
import { type MessageContext, SocketMessages } from '../../../realtime/socket-messages.js';
import { RoomService } from './room.service.js';

@Injectable()
export class RoomGateway implements OnModuleInit {
  constructor(
    private readonly messages: SocketMessages,
    private readonly room: RoomService,
  ) {}

  onModuleInit(): void {
    this.messages.on('room:watch', eventParam, async ({ eventId }, context) => {
      await this.room.member(person(context), eventId);
      await context.socket.join(rooms.groupRoom(eventId));
      return null;
    });
    this.messages.on('room:unwatch', eventParam, async ({ eventId }, { socket }) => {
      await socket.leave(rooms.groupRoom(eventId));
      return null;
    });
  }
}

/** A projector holds no session and is nobody's member. */
function person({ holder }: MessageContext) {
  if (holder.kind !== 'person') throw new DomainError('not_found');
  return holder.actor;
}
