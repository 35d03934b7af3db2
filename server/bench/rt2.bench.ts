import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { RealtimePublisher } from '../src/realtime/realtime.publisher.js';
import { rooms } from '../src/realtime/rooms.js';
import type { Benchmark } from './frame.js';
import type { WatcherQuestion, WatcherReport } from './load/board-watchers.js';
import { LoadProcess } from './load/load-process.js';
import { closeWatchedBoard, openWatchedBoard, WATCHERS, type WatchedBoard } from './watched-board.js';

/** Messages one after the other, each when all have the one before. */
const MESSAGES = 20;
const NOBODY = '5f0c3f1e-6b52-4d0f-9a44-0c7f6f6f0a01';

type Load = LoadProcess<WatcherQuestion, WatcherReport | null>;
interface Context {
  board: WatchedBoard;
  bare: BareServer | null;
  version: number;
}

/** A server of nothing but WebSockets that answers as much of the protocol as our clients need. */
class BareServer {
  private constructor(
    private readonly http: HttpServer,
    private readonly sockets: WebSocketServer,
    readonly load: Load,
  ) {}

  static async open(): Promise<BareServer> {
    const http = createServer();
    const sockets = new WebSocketServer({ server: http, perMessageDeflate: false });
    sockets.on('connection', answerAsSocketIo);
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    const origins = [`http://127.0.0.1:${(http.address() as AddressInfo).port}`];
    const load: Load = LoadProcess.start(new URL('./load/board-watchers.ts', import.meta.url));
    const cookies = Array.from({ length: WATCHERS }, () => 'none');
    await load.ask({ kind: 'connect', origins, cookies, eventId: NOBODY, since: 0 });
    return new BareServer(http, sockets, load);
  }

  send(text: string): void {
    for (const socket of this.sockets.clients) socket.send(text);
  }

  async close(): Promise<void> {
    await this.load.stop();
    for (const socket of this.sockets.clients) socket.terminate();
    this.http.close();
  }
}

function answerAsSocketIo(socket: WebSocket): void {
  socket.send('0{}');
  socket.on('message', (data: Buffer) => {
    const text = data.toString();
    if (text === '40') socket.send('40{}');
    else if (text.startsWith('420')) socket.send('430[{"ok":true}]');
  });
}

/** About 200 bytes, as one who goes to talk is. */
function messageOf(context: Context, eventId: string) {
  context.version += 1;
  const { version } = context;
  const [one, two] = ['0b6f3c1e-6b52-4d0f-9a44-0c7f6f6f0a02', null];
  const changes = [{ version, kind: 'moved' as const, id: one, presence: 'talking' as const, placeId: two }];
  return { eventId, since: version - 1, version, changes };
}

/** Deliveries per second, from sending to the last arrival. */
async function rate(load: Load, send: () => unknown): Promise<number> {
  let milliseconds = 0;
  for (let sent = 0; sent < MESSAGES; sent += 1) {
    await load.ask({ kind: 'listen' });
    const from = performance.timeOrigin + performance.now();
    await send();
    const report = await load.ask({ kind: 'report', deliveries: WATCHERS });
    const arrivals = report?.frames.flatMap(({ at }) => [...at]) ?? [];
    if (arrivals.length !== WATCHERS) throw new Error(`${arrivals.length} of ${WATCHERS} have got the message`);
    milliseconds += Math.max(...arrivals) - from;
  }
  return (WATCHERS * MESSAGES * 1000) / milliseconds;
}

function frameCost(against: 'emit' | 'ws'): Benchmark<Context> {
  return {
    id: 'RT2',
    title: `One message of 200 bytes to ${WATCHERS.toLocaleString('en')} sockets`,
    metric: 'messages that arrive',
    unit: '/s',
    better: 'higher',
    baselineName: against === 'emit' ? 'Socket.IO’s own emit to the room' : 'a bare ws server, send() in a loop',
    setup: async () => ({
      board: await openWatchedBoard(),
      bare: against === 'ws' ? await BareServer.open() : null,
      version: 0,
    }),
    subject: (context) => {
      const { world, load, eventId } = context.board;
      return rate(load, async () => {
        const message = messageOf(context, eventId);
        const publisher = world.app.get(RealtimePublisher);
        const room = rooms.board(eventId);
        const { direct } = await publisher.publishHere({
          room,
          event: 'board:changed',
          message: [message],
          instead: [message],
        });
        if (direct !== WATCHERS) throw new Error(`Only ${direct} were written straight to the connection`);
      });
    },
    baseline: (context) => {
      const { world, load, eventId } = context.board;
      const { bare } = context;
      if (bare)
        return rate(bare.load, () => bare.send(`42${JSON.stringify(['board:changed', messageOf(context, eventId)])}`));
      const publisher = world.app.get(RealtimePublisher);
      return rate(load, () => publisher.publish(rooms.board(eventId), 'board:changed', messageOf(context, eventId)));
    },
    teardown: async ({ board, bare }) => {
      await bare?.close();
      await closeWatchedBoard(board);
    },
  };
}

export const benchmarks: readonly Benchmark[] = [frameCost('emit') as Benchmark, frameCost('ws') as Benchmark];
