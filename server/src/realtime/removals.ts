import { Injectable } from '@nestjs/common';
import { Logger } from '../common/logger.js';
import { Departures } from './departures.js';
import type { LiveServer, LiveSocket, SocketHolder } from './live-socket.js';
import { type EndedRight, NodeChannel } from './node-channel.js';
import { type RoomName, rooms } from './rooms.js';
import { StaleSockets } from './stale-sockets.js';
import { WatchedRooms } from './watched-rooms.js';

/** Takes out of rooms, and cuts, who has lost the right to hear: here at once, on every node when PostgreSQL says so. */
@Injectable()
export class Removals {
  private server: LiveServer | null = null;
  private readonly ended = new Departures();

  constructor(
    private readonly channel: NodeChannel,
    private readonly watched: WatchedRooms,
    private readonly stale: StaleSockets,
    private readonly logger: Logger,
  ) {}

  attach(server: LiveServer): void {
    this.server = server;
    this.channel.listen(
      (right) => this.hear(right),
      () => void this.stale.look(server, { rooms: true }),
    );
  }

  leave(accountId: string, room: RoomName): void {
    this.watched.sentOut(accountId, room);
    this.server?.local.in(rooms.account(accountId)).socketsLeave(room);
  }

  endSession(sessionId: string): void {
    const room = rooms.session(sessionId);
    this.server?.local.to(room).emit('session:ended');
    this.cut(room);
  }

  endScreen(eventId: string, linkId: string): void {
    const room = rooms.screenLink(linkId);
    this.server?.local.to(room).emit('screen:changed', { eventId });
    this.cut(room);
  }

  /** Whether what they hold ended while they were connecting: it was looked up before, and they were in no room yet. */
  hasEnded(holder: SocketHolder): boolean {
    const room = holder.kind === 'screen' ? rooms.screenLink(holder.linkId) : rooms.session(holder.actor.sessionId);
    return this.ended.since(room);
  }

  private hear(right: EndedRight): void {
    if (right.kind === 'session-ended') this.endSession(right.sessionId);
    else if (right.kind === 'screen-ended') this.endScreen(right.eventId, right.linkId);
    else if (right.kind === 'right-changed') void this.lookAgain(right.accountId, right.eventId);
    else for (const accountId of right.accountIds) this.tellOfBlock(accountId);
  }

  private async lookAgain(accountId: string, eventId: string): Promise<void> {
    await this.watched.lookAgain(accountId, eventId, this.socketsOf(accountId)).catch((error: unknown) => {
      this.logger.warn({ error }, 'rights could not be looked at again');
      if (this.server) void this.stale.look(this.server, { rooms: true });
    });
  }

  /** Whom they are shown is another question now; it is said in words that everybody hears all the time (I6). */
  private tellOfBlock(accountId: string): void {
    for (const socket of this.socketsOf(accountId))
      for (const eventId of this.watched.eventsOf(socket)) socket.emit('suggestions:changed', { eventId });
  }

  private socketsOf(accountId: string): LiveSocket[] {
    const { adapter, sockets } = this.server?.of('/') ?? {};
    return [...(adapter?.rooms.get(rooms.account(accountId)) ?? [])].flatMap((id) => sockets?.get(id) ?? []);
  }

  private cut(room: ReturnType<typeof rooms.session | typeof rooms.screenLink>): void {
    this.ended.note(room);
    this.server?.local.in(room).disconnectSockets(true);
  }
}
