import { type OnModuleDestroy } from '@nestjs/common';
import { type OnGatewayInit, WebSocketGateway } from '@nestjs/websockets';
import { DomainEvents } from '../common/domain-events.js';
import { Logger } from '../common/logger.js';
import type { LiveServer, LiveSocket } from './live-socket.js';
import { RealtimePublisher } from './realtime.publisher.js';
import { rooms } from './rooms.js';
import { SocketAuth } from './socket-auth.js';
import { SocketMessages } from './socket-messages.js';

const RECHECK_MS = 60_000;
/** Tabs and phones of one session; beyond that it is a leak or a flood. */
const SOCKETS_PER_SESSION = 5;

/** Connects sockets to the rest. Guards and pipes do not run when a socket connects, so nothing here relies on them. */
@WebSocketGateway()
export class RealtimeGateway implements OnGatewayInit<LiveServer>, OnModuleDestroy {
  private recheck: NodeJS.Timeout | undefined;

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
    server.on('connection', (socket) => this.welcome(server, socket));
    this.events.on('session:ended', ({ sessionId }) => this.publisher.endSession(sessionId));
    // Also when the message about an ended session is lost, its sockets end within a minute.
    this.recheck = setInterval(() => void this.endStale(server), RECHECK_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.recheck);
  }

  private welcome(server: LiveServer, socket: LiveSocket): void {
    socket.on('error', (error) => this.logger.warn({ error }, 'socket error'));
    const { holder } = socket.data;
    if (holder.kind === 'screen') {
      void socket.join(rooms.screen(holder.eventId));
    } else {
      const session = rooms.session(holder.actor.sessionId);
      if ((server.of('/').adapter.rooms.get(session)?.size ?? 0) >= SOCKETS_PER_SESSION)
        return void socket.disconnect(true);
      void socket.join([rooms.account(holder.actor.accountId), session]);
    }
    socket.onAny((name: unknown, ...parameters: unknown[]) => void this.messages.receive(socket, name, parameters));
  }

  private async endStale(server: LiveServer): Promise<void> {
    for (const socket of server.of('/').sockets.values()) {
      // A database that is away for a moment must not sign everybody out.
      const holds = await this.auth.stillHolds(socket).catch(() => true);
      if (holds) continue;
      socket.emit('session:ended');
      socket.disconnect(true);
    }
  }
}
