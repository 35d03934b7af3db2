import { Injectable } from '@nestjs/common';
import type { ServerToClientEvents } from '@teabreak/shared';
import type { LiveServer } from './live-socket.js';
import { type RoomName, rooms } from './rooms.js';

/** The only place that emits. What it sends may be lost: whoever receives it fetches the truth. */
@Injectable()
export class RealtimePublisher {
  private server: LiveServer | null = null;

  /** Called once, when the socket server is up; before that there is nobody to tell. */
  attach(server: LiveServer): void {
    this.server = server;
  }

  publish<E extends keyof ServerToClientEvents>(
    to: RoomName | readonly RoomName[],
    event: E,
    ...message: Parameters<ServerToClientEvents[E]>
  ): void {
    if (typeof to !== 'string' && to.length === 0) return;
    this.server?.to(to as RoomName | RoomName[]).emit(event, ...message);
  }

  /** How many sockets of this node are in a room: what a message to it costs here. */
  sizeOf(room: RoomName): number {
    return this.server?.of('/').adapter.rooms.get(room)?.size ?? 0;
  }

  /** Takes a person out of a room on every node, for instance after they left the event. */
  leave(accountId: string, room: RoomName): void {
    this.server?.in(rooms.account(accountId)).socketsLeave(room);
  }

  /** Cuts every socket of an ended session, on every node. */
  endSession(sessionId: string): void {
    const room = rooms.session(sessionId);
    this.publish(room, 'session:ended');
    this.server?.in(room).disconnectSockets(true);
  }
}
