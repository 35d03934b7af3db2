import type { IncomingMessage } from 'node:http';
import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { Server } from 'socket.io';
import type { Logger } from '../common/logger.js';
import { isOwnPage } from '../common/origin-guard.js';
import type { Config } from '../config/config.js';
import { type FanOut, fanOutFor } from './fan-out.js';

/** Socket.IO with limits of ours; by itself it would take a connection from any site and messages of a megabyte. */
export class SocketIoAdapter extends IoAdapter {
  private fanOut: FanOut | null = null;
  private io: Server | null = null;
  private leaving = false;

  constructor(
    app: INestApplicationContext,
    private readonly config: Config,
    private readonly log: Logger,
  ) {
    super(app);
  }

  /** Call before the application initialises. */
  async prepare(): Promise<void> {
    this.fanOut = await fanOutFor(this.config, this.log);
  }

  /** Our gateway shares the HTTP server; `port` is 0 for that reason. */
  override createIOServer(_port: number): ReturnType<IoAdapter['createIOServer']> {
    const io = new Server(this.httpServer, {
      transports: ['websocket', 'polling'],
      serveClient: false,
      perMessageDeflate: false,
      maxHttpBufferSize: 64_000,
      connectTimeout: 10_000,
      pingInterval: 15_000,
      pingTimeout: 10_000,
      allowRequest: (request: IncomingMessage, decide: (error: string | null, allowed: boolean) => void) =>
        decide(null, !this.leaving && isOwnPage(request.headers, this.config.allowedOrigins())),
    });
    if (this.fanOut) io.adapter(this.fanOut.adapter);
    this.io = io;
    // Nest brings a Socket.IO of its own whose types are another version's.
    return io as unknown as ReturnType<IoAdapter['createIOServer']>;
  }

  /** Our gateway welcomes sockets itself; Nest would hang listeners and observables of its own on each. */
  override bindClientConnect(): void {}

  /**
   * Closes the transports, not the sessions: clients come back by themselves, each after a delay of its own. From here on none
   * is taken, or those who are quick would be sent away twice.
   */
  sendAway(): void {
    this.leaving = true;
    this.io?.engine.close();
  }

  override async dispose(): Promise<void> {
    await this.fanOut?.close();
  }
}
