import { Global, Module } from '@nestjs/common';
import { NodeChannel } from './node-channel.js';
import { RealtimeGateway } from './realtime.gateway.js';
import { RealtimePublisher } from './realtime.publisher.js';
import { Removals } from './removals.js';
import { SafeHandler } from './safe-handler.js';
import { SocketAuth } from './socket-auth.js';
import { SocketMessages } from './socket-messages.js';
import { StaleSockets } from './stale-sockets.js';
import { WatchedRooms } from './watched-rooms.js';

@Global()
@Module({
  providers: [
    NodeChannel,
    RealtimeGateway,
    RealtimePublisher,
    Removals,
    SafeHandler,
    SocketAuth,
    SocketMessages,
    StaleSockets,
    WatchedRooms,
  ],
  exports: [RealtimePublisher, SafeHandler, SocketMessages, WatchedRooms],
})
export class RealtimeModule {}
