import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { createLogger } from '../../src/common/logger.js';
import { loadConfig } from '../../src/config/load-config.js';
import { createApp } from '../../src/create-app.js';
import { answerWith } from './load-process.js';

export type MemoryQuestion =
  /** The application on this database, or nothing but Socket.IO that answers 'board:watch'. */
  | { kind: 'start'; port: number; databaseUrl: string | null; dataDir: string }
  /** What is in use after everything unused was freed. */
  | { kind: 'memory' };
/** In bytes. */
export interface MemoryInUse {
  /** Of objects and buffers: exact. */
  objects: number;
  /** Of the process, with what it keeps in reserve: coarse, of meaning with very many connections only. */
  resident: number;
}

answerWith<MemoryQuestion, MemoryInUse | null>(async (question) => {
  if (question.kind === 'memory') return settledMemory();
  const { port, databaseUrl, dataDir } = question;
  if (databaseUrl !== null) await startOurs(port, databaseUrl, dataDir);
  else await startBare(port);
  return null;
});

async function startOurs(port: number, databaseUrl: string, dataDir: string): Promise<void> {
  const config = loadConfig({
    PORT: String(port),
    BASE_URL: `http://127.0.0.1:${port}`,
    DATA_DIR: dataDir,
    SECRET_KEY: 'a key that only benchmarks know, 32 characters or more',
    LOG_LEVEL: 'silent',
  });
  const { nest } = await createApp({ config, databaseUrl, logger: createLogger('silent') });
  await nest.listen(port, '127.0.0.1');
}

async function startBare(port: number): Promise<AddressInfo> {
  const http: HttpServer = createServer();
  const io = new Server(http, { perMessageDeflate: false, serveClient: false });
  io.on('connection', (socket) => {
    socket.on('board:watch', (_input: unknown, acknowledge: (answer: object) => void) => {
      void socket.join('board');
      acknowledge({ ok: true });
    });
  });
  await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve));
  return http.address() as AddressInfo;
}

async function settledMemory(): Promise<MemoryInUse> {
  // What waits to be told that it was freed is freed with the next round.
  for (let round = 0; round < 4; round += 1) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  const { heapUsed, external, rss } = process.memoryUsage();
  return { objects: heapUsed + external, resident: rss };
}
