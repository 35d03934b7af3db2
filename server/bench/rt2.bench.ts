import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { BoardBatch } from '@teabreak/shared';
import { type WebSocket, WebSocketServer } from 'ws';
import { RealtimePublisher } from '../src/realtime/realtime.publisher.js';
import { rooms } from '../src/realtime/rooms.js';
import { type Benchmark, spreadOf } from './frame.js';
import type { WatcherQuestion, WatcherReport } from './load/board-watchers.js';
import { LoadProcess } from './load/load-process.js';
import { closeWatchedBoard, openWatchedBoard, WATCHERS, type WatchedBoard } from './watched-board.js';

/** Messages one after the other, each when the one before has left. */
const MESSAGES = 20;
const NOBODY = '5f0c3f1e-6b52-4d0f-9a44-0c7f6f6f0a01';

type Load = LoadProcess<WatcherQuestion, WatcherReport | null>;
interface Context {
  board: WatchedBoard;
  bare: BareServer | null;
  version: number;
  /** Messages that arrive per second, from the first that is sent to the last that arrives, one per measurement. */
  ours: number[];
  theirs: number[];
  lost: number;
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

/** About 200 bytes, as a few who go to talk are. */
function messageOf(context: Context, eventId: string): BoardBatch {
  context.version += 1;
  const { version } = context;
  return { eventId, since: version - 1, version, changes: [], moved: { talking: 'x'.repeat(66) } };
}

/** Messages that the server's processor would send in a second; their way to the clients is no work of its thread. */
async function rate(context: Context, load: Load, arrivals: number[], send: () => unknown): Promise<number> {
  await load.ask({ kind: 'listen' });
  const from = performance.timeOrigin + performance.now();
  const cpu = process.cpuUsage();
  for (let sent = 0; sent < MESSAGES; sent += 1) {
    await send();
    await nextTurn();
  }
  const { user, system } = process.cpuUsage(cpu);
  const report = await load.ask({ kind: 'report', deliveries: WATCHERS * MESSAGES });
  if (report?.deliveries !== WATCHERS * MESSAGES)
    throw new Error(`${report?.deliveries} of ${WATCHERS * MESSAGES} messages have arrived`);
  context.lost = Math.max(context.lost, report.lost);
  const last = report.frames.reduce((latest, { at }) => at.reduce((one, other) => Math.max(one, other), latest), from);
  arrivals.push((WATCHERS * MESSAGES * 1000) / (last - from));
  return (WATCHERS * MESSAGES * 1e6) / (user + system);
}

function frameCost(against: 'emit' | 'ws'): Benchmark<Context> {
  return {
    id: 'RT2',
    title: `One message of 200 bytes to ${WATCHERS.toLocaleString('en')} sockets`,
    metric: 'messages sent per second of the server’s processor',
    unit: '/CPU-s',
    better: 'higher',
    baselineName: against === 'emit' ? 'Socket.IO’s own emit to the room' : 'a bare ws server, send() in a loop',
    setup: async () => ({
      board: await openWatchedBoard(),
      bare: against === 'ws' ? await BareServer.open() : null,
      version: 0,
      ours: [],
      theirs: [],
      lost: 0,
    }),
    subject: (context) => {
      const { world, load, eventId } = context.board;
      return rate(context, load, context.ours, async () => {
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
        return rate(context, bare.load, context.theirs, () =>
          bare.send(`42${JSON.stringify(['board:changed', messageOf(context, eventId)])}`),
        );
      const publisher = world.app.get(RealtimePublisher);
      return rate(context, load, context.theirs, () =>
        publisher.publish(rooms.board(eventId), 'board:changed', messageOf(context, eventId)),
      );
    },
    notes: ({ ours, theirs }) => {
      const [mine, other] = [ours, theirs].map((rates) => spreadOf(rates.slice(1)).median) as [number, number];
      const arriving = (rate: number) => Math.round(rate).toLocaleString('en');
      return [
        `${arriving(mine)} arrive per second, baseline ${arriving(other)}, ratio ${(mine / other).toFixed(2)}: as fast as the clients take them`,
      ];
    },
    doubt: ({ lost }) => (lost > 0 ? `${lost} connections were lost` : undefined),
    teardown: async ({ board, bare }) => {
      await bare?.close();
      await closeWatchedBoard(board);
    },
  };
}

export const benchmarks: readonly Benchmark[] = [frameCost('emit') as Benchmark, frameCost('ws') as Benchmark];
