import { Injectable } from '@nestjs/common';
import { Departures } from './departures.js';
import type { LiveServer, SocketHolder } from './live-socket.js';
import { NodeChannel, type Removal } from './node-channel.js';
import { rooms } from './rooms.js';
import { StaleSockets } from './stale-sockets.js';
import { WatchedRooms } from './watched-rooms.js';

/** Takes out of rooms, and cuts, who has lost the right to hear: here at once, on the other nodes when they are told. */
@Injectable()
export class Removals {
  private server: LiveServer | null = null;
  private readonly ended = new Departures();

  constructor(
    private readonly channel: NodeChannel,
    private readonly watched: WatchedRooms,
    private readonly stale: StaleSockets,
  ) {}

  attach(server: LiveServer): void {
    this.server = server;
    this.channel.listen(
      (removal) => this.apply(removal),
      () => void this.stale.look(server, { rooms: true }),
    );
  }

  remove(removal: Removal): void {
    this.apply(removal);
    void this.channel.tell(removal);
  }

  /** Whether what they hold ended while they were connecting: it was looked up before, and they were in no room yet. */
  hasEnded(holder: SocketHolder): boolean {
    const room = holder.kind === 'screen' ? rooms.screenLink(holder.linkId) : rooms.session(holder.actor.sessionId);
    return this.ended.since(room);
  }

  private apply(removal: Removal): void {
    if (removal.kind === 'left') {
      const { accountId, room } = removal;
      this.watched.sentOut(accountId, room);
      this.server?.local.in(rooms.account(accountId)).socketsLeave(room);
    } else if (removal.kind === 'session-ended') {
      const room = rooms.session(removal.sessionId);
      this.server?.local.to(room).emit('session:ended');
      this.cut(room);
    } else {
      const { eventId, linkId } = removal;
      const room = rooms.screenLink(linkId);
      this.server?.local.to(room).emit('screen:changed', { eventId });
      this.cut(room);
    }
  }

  private cut(room: ReturnType<typeof rooms.session | typeof rooms.screenLink>): void {
    this.ended.note(room);
    this.server?.local.in(room).disconnectSockets(true);
  }
}
