import { Injectable } from '@nestjs/common';
import type { ServerToClientEvents } from '@teabreak/shared';
import { Config } from '../config/config.js';
import { mayHaveOtherNodes } from './fan-out.js';
import type { LiveServer } from './live-socket.js';
import { type Broadcast, type Delivery, LocalBroadcast } from './local-broadcast.js';
import { Removals } from './removals.js';
import type { RoomName } from './rooms.js';

/** The only place that emits. What it sends may be lost: whoever receives it fetches the truth. */
@Injectable()
export class RealtimePublisher {
  private server: LiveServer | null = null;
  private local: LocalBroadcast | null = null;
  private onHint: (eventId: string) => void = () => undefined;

  constructor(
    private readonly config: Config,
    private readonly removals: Removals,
  ) {}

  /** Called once, when the socket server is up; before that there is nobody to tell. */
  attach(server: LiveServer): void {
    this.server = server;
    this.local = new LocalBroadcast(server);
    this.removals.attach(server);
    server.on('board:changed', (eventId) => this.onHint(eventId));
  }

  publish<E extends keyof ServerToClientEvents>(
    to: RoomName | readonly RoomName[],
    event: E,
    ...message: Parameters<ServerToClientEvents[E]>
  ): void {
    if (typeof to !== 'string' && to.length === 0) return;
    this.server?.to(to as RoomName | RoomName[]).emit(event, ...message);
  }

  /** To everybody of a room on this node; the others are expected to do the same. */
  async publishHere<E extends keyof ServerToClientEvents>(broadcast: Broadcast<E>): Promise<Delivery> {
    return (await this.local?.send(broadcast)) ?? { sent: 0, direct: 0, busy: 0 };
  }

  /** Tells the other nodes that a board has changed. It may be lost. */
  hintBoard(eventId: string): void {
    if (mayHaveOtherNodes(this.config)) this.server?.serverSideEmit('board:changed', eventId);
  }

  /** `listener` hears the hints of the other nodes. */
  onBoardHint(listener: (eventId: string) => void): void {
    this.onHint = listener;
  }

  /** How many sockets of this node are in a room: what a message to it costs here. */
  sizeOf(room: RoomName): number {
    return this.server?.of('/').adapter.rooms.get(room)?.size ?? 0;
  }

  /** Takes a person out of a room, for instance after they left the event. The other nodes hear of that from PostgreSQL. */
  leave(accountId: string, room: RoomName): void {
    this.removals.leave(accountId, room);
  }

  /** Cuts every socket of an ended session; likewise. */
  endSession(sessionId: string): void {
    this.removals.endSession(sessionId);
  }

  /** Cuts every projector that a display link has opened; likewise. Each asks once more and is told that its link has ended. */
  endScreen(eventId: string, linkId: string): void {
    this.removals.endScreen(eventId, linkId);
  }
}
