import { type OnModuleDestroy } from '@nestjs/common';
import { type OnGatewayInit, WebSocketGateway } from '@nestjs/websockets';
import { DomainEvents } from '../common/domain-events.js';
import { Logger } from '../common/logger.js';
import { forgetRequest } from './engine-inside.js';
import { guardFrames } from './frame-guard.js';
import type { LiveServer, LiveSocket } from './live-socket.js';
import { RealtimePublisher } from './realtime.publisher.js';
import { Removals } from './removals.js';
import { rooms } from './rooms.js';
import { SlowSockets } from './slow-sockets.js';
import { SocketAuth } from './socket-auth.js';
import { SocketMessages } from './socket-messages.js';
import { StaleSockets } from './stale-sockets.js';

/** Sessions end by time, too, and a server that dies may have ended one and told nobody. */
const RECHECK_MS = 60_000;
const RECHECK_ROOMS_MS = 5 * 60_000;
/** Tabs and phones of one session; beyond that it is a leak or a flood. */
const SOCKETS_PER_SESSION = 5;
/** One address for all projectors of an event, and it can be passed on. */
const PROJECTORS_PER_EVENT = 50;
const LOOK_FOR_SLOW_MS = 5_000;

/** Connects sockets to the rest. Guards and pipes do not run when a socket connects, so nothing here relies on them. */
@WebSocketGateway()
export class RealtimeGateway implements OnGatewayInit<LiveServer>, OnModuleDestroy {
  private readonly timers: NodeJS.Timeout[] = [];
  /** The same two listeners on every socket, which they are given as `this`: a thousand phones need not a thousand of each. */
  private readonly onError: (error: Error) => void;
  private readonly onMessage: (this: LiveSocket, ...frame: unknown[]) => void;

  constructor(
    private readonly auth: SocketAuth,
    messages: SocketMessages,
    private readonly publisher: RealtimePublisher,
    private readonly removals: Removals,
    private readonly stale: StaleSockets,
    private readonly events: DomainEvents,
    private readonly logger: Logger,
  ) {
    this.onError = (error) => logger.warn({ error }, 'socket error');
    this.onMessage = function (...frame) {
      void messages.receive(this, frame);
    };
  }

  afterInit(server: LiveServer): void {
    this.publisher.attach(server);
    guardFrames(server);
    server.use(this.auth.middleware);
    server.on('connection', (socket) => this.welcome(socket));
    this.events.on('session:ended', ({ sessionId }) => this.publisher.endSession(sessionId));
    this.every(RECHECK_MS, () => void this.stale.look(server, { rooms: false }));
    this.every(RECHECK_ROOMS_MS, () => void this.stale.look(server, { rooms: true }));
    const slow = new SlowSockets();
    this.every(LOOK_FOR_SLOW_MS, () => {
      const dropped = slow.look(server);
      if (dropped > 0) this.logger.warn({ dropped }, 'sockets cut off that do not read');
    });
  }

  onModuleDestroy(): void {
    for (const timer of this.timers) clearInterval(timer);
  }

  private welcome(socket: LiveSocket): void {
    const { holder } = socket.data;
    if (this.removals.hasEnded(holder)) {
      socket.disconnect(true);
      return;
    }
    const [room, most] =
      holder.kind === 'screen'
        ? [rooms.screen(holder.eventId), PROJECTORS_PER_EVENT]
        : [rooms.session(holder.actor.sessionId), SOCKETS_PER_SESSION];
    // The connection and not only the socket: a phone whose lost connections still count comes back by itself later on.
    if (this.publisher.sizeOf(room) >= most) {
      socket.conn.close();
      return;
    }
    const own = holder.kind === 'screen' ? rooms.screenLink(holder.linkId) : rooms.account(holder.actor.accountId);
    void socket.join([room, own]);
    socket.on('error', this.onError);
    socket.onAny(this.onMessage);
    forgetRequest(socket);
  }

  private every(milliseconds: number, work: () => void): void {
    this.timers.push(setInterval(work, milliseconds).unref());
  }
}
