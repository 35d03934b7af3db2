import { Global, Module } from '@nestjs/common';
import { RealtimeGateway } from './realtime.gateway.js';
import { RealtimePublisher } from './realtime.publisher.js';
import { SafeHandler } from './safe-handler.js';
import { SocketAuth } from './socket-auth.js';
import { SocketMessages } from './socket-messages.js';

@Global()
@Module({
  providers: [RealtimeGateway, RealtimePublisher, SafeHandler, SocketAuth, SocketMessages],
  exports: [RealtimePublisher, SafeHandler, SocketMessages],
})
export class RealtimeModule {}
