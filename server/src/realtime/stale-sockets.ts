import { Injectable } from '@nestjs/common';
import { Logger } from '../common/logger.js';
import type { LiveServer, LiveSocket } from './live-socket.js';
import { SocketAuth } from './socket-auth.js';
import { WatchedRooms } from './watched-rooms.js';

/** So many are asked about in one statement. */
const AT_A_TIME = 200;

/** Ends what nobody told this node to end: sessions and display links that ran out, rights of which no word came. */
@Injectable()
export class StaleSockets {
  private running: Promise<void> | null = null;
  private again = false;

  constructor(
    private readonly auth: SocketAuth,
    private readonly watched: WatchedRooms,
    private readonly logger: Logger,
  ) {}

  /** `rooms`: also the rights by which they are in rooms. Who asks while it looks makes it look once more. Never rejects. */
  async look(server: LiveServer, { rooms }: { rooms: boolean }): Promise<void> {
    if (this.running) {
      this.again ||= rooms;
      return this.running;
    }
    this.running = this.lookAtAll(server, rooms);
    await this.running;
    this.running = null;
    if (!this.again) return;
    this.again = false;
    await this.look(server, { rooms: true });
  }

  private async lookAtAll(server: LiveServer, rooms: boolean): Promise<void> {
    const sockets = [...server.of('/').sockets.values()];
    try {
      for (let from = 0; from < sockets.length; from += AT_A_TIME) {
        const some = sockets.slice(from, from + AT_A_TIME).filter(({ connected }) => connected);
        await Promise.all(some.map((socket) => this.lookAt(socket, rooms)));
      }
    } catch (error) {
      // A database that is away for a moment must not sign everybody out; the next look is in a minute.
      this.logger.warn({ error }, 'sockets could not be rechecked');
    }
  }

  private async lookAt(socket: LiveSocket, rooms: boolean): Promise<void> {
    if (await this.auth.stillHolds(socket)) {
      if (rooms) await this.watched.recheck(socket);
      return;
    }
    const { holder } = socket.data;
    if (holder.kind === 'person') socket.emit('session:ended');
    else socket.emit('screen:changed', { eventId: holder.eventId });
    socket.disconnect(true);
  }
}
