import { Injectable, type OnModuleInit } from '@nestjs/common';
import { BoardWatch, eventParam } from '@teabreak/shared';
import { rooms } from '../../realtime/rooms.js';
import { SocketMessages } from '../../realtime/socket-messages.js';
import { WatchedRooms } from '../../realtime/watched-rooms.js';
import { BoardService } from './board.service.js';
import { BoardBroadcast } from './board-broadcast.js';

@Injectable()
export class BoardGateway implements OnModuleInit {
  constructor(
    private readonly messages: SocketMessages,
    private readonly watched: WatchedRooms,
    private readonly board: BoardService,
    private readonly broadcast: BoardBroadcast,
  ) {}

  onModuleInit(): void {
    const enter = this.watched.add(rooms.board, (actor, eventId) => this.board.requireReader(actor, eventId));
    this.messages.on('board:watch', BoardWatch, async ({ eventId, since }, context) => {
      // First the room, then the question what changed: a change in between arrives twice, and never not at all.
      const actor = await enter(context, eventId);
      const { answer, version } = await this.board.watched(actor, eventId, since);
      // Who is gone by now was told nothing; another one who watches still has to be.
      if (context.socket.rooms.has(rooms.board(eventId))) this.broadcast.watchedFrom(eventId, version);
      return answer;
    });
    this.messages.on('board:unwatch', eventParam, async ({ eventId }, { socket }) => {
      await socket.leave(rooms.board(eventId));
      return null;
    });
  }
}
