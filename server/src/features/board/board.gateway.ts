import { Injectable, type OnModuleInit } from '@nestjs/common';
import { BoardWatch, eventParam } from '@teabreak/shared';
import { DomainError } from '../../common/domain-error.js';
import { rooms } from '../../realtime/rooms.js';
import { SocketMessages } from '../../realtime/socket-messages.js';
import { BoardService } from './board.service.js';
import { BoardBroadcast } from './board-broadcast.js';

@Injectable()
export class BoardGateway implements OnModuleInit {
  constructor(
    private readonly messages: SocketMessages,
    private readonly board: BoardService,
    private readonly broadcast: BoardBroadcast,
  ) {}

  onModuleInit(): void {
    this.messages.on('board:watch', BoardWatch, async ({ eventId, since }, { holder, socket }) => {
      if (holder.kind !== 'person') throw new DomainError('not_allowed');
      await this.board.requireReader(holder.actor, eventId);
      // First the room, then the question what changed: a change in between arrives twice, and never not at all.
      await socket.join(rooms.board(eventId));
      const changes = await this.board.changes(holder.actor, eventId, since);
      this.broadcast.watchedFrom(eventId, changes.version);
      return changes;
    });
    this.messages.on('board:unwatch', eventParam, async ({ eventId }, { socket }) => {
      await socket.leave(rooms.board(eventId));
      return null;
    });
  }
}
