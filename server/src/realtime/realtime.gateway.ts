import { type OnModuleDestroy } from '@nestjs/common';
import { type OnGatewayInit, WebSocketGateway } from '@nestjs/websockets';
import { DomainEvents } from '../common/domain-events.js';
import { Logger } from '../common/logger.js';
import type { LiveServer, LiveSocket } from './live-socket.js';
import { RealtimePublisher } from './realtime.publisher.js';
import { rooms } from './rooms.js';
import { SlowSockets } from './slow-sockets.js';
import { SocketAuth } from './socket-auth.js';
import { SocketMessages } from './socket-messages.js';

const RECHECK_MS = 60_000;
/** Tabs and phones of one session; beyond that it is a leak or a flood. */
const SOCKETS_PER_SESSION = 5;
/** One address for all projectors of an event, and it can be passed on. */
const PROJECTORS_PER_EVENT = 50;
const LOOK_FOR_SLOW_MS = 5_000;

/** Connects sockets to the rest. Guards and pipes do not run when a socket connects, so nothing here relies on them. */
@WebSocketGateway()
export class RealtimeGateway implements OnGatewayInit<LiveServer>, OnModuleDestroy {
  private readonly timers: NodeJS.Timeout[] = [];
  private rechecking = false;

  constructor(
    private readonly auth: SocketAuth,
    private readonly messages: SocketMessages,
    private readonly publisher: RealtimePublisher,
    private readonly events: DomainEvents,
    private readonly logger: Logger,
  ) {}

  afterInit(server: LiveServer): void {
    this.publisher.attach(server);
    server.use(this.auth.middleware);
    server.on('connection', (socket) => this.welcome(socket));
    this.events.on('session:ended', ({ sessionId }) => this.publisher.endSession(sessionId));
    // Also when the message about an ended session is lost, its sockets end within a minute.
    this.every(RECHECK_MS, () => void this.endStale(server));
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
    socket.on('error', (error) => this.logger.warn({ error }, 'socket error'));
    const { holder } = socket.data;
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
    socket.onAny((name: unknown, ...parameters: unknown[]) => void this.messages.receive(socket, name, parameters));
  }

  private every(milliseconds: number, work: () => void): void {
    this.timers.push(setInterval(work, milliseconds).unref());
  }

  private async endStale(server: LiveServer): Promise<void> {
    if (this.rechecking) return;
    this.rechecking = true;
    try {
      for (const socket of server.of('/').sockets.values()) {
        if (await this.auth.stillHolds(socket)) continue;
        socket.emit('session:ended');
        socket.disconnect(true);
      }
    } catch (error) {
      // A database that is away for a moment must not sign everybody out; the next look is in a minute.
      this.logger.warn({ error }, 'sockets could not be rechecked');
    } finally {
      this.rechecking = false;
    }
  }
}
