import { randomUUID } from 'node:crypto';
import { RealtimePublisher } from '../src/realtime/realtime.publisher.js';
import { rooms } from '../src/realtime/rooms.js';
import { createAttendee, createHelper } from '../test/factories.js';
import { type Benchmark, spreadOf } from './frame.js';
import { percentile } from './statistics.js';
import { catchUp, closeWatchedBoard, openWatchedBoard, WATCHERS, type WatchedBoard } from './watched-board.js';

const CHECK_INS = 40;

interface Context {
  board: WatchedBoard;
  guest: string;
  door: string;
  /** Milliseconds of each, by measurement. */
  ours: number[][];
  theirs: number[][];
  lost: number;
}

const now = () => performance.timeOrigin + performance.now();

/** Milliseconds from before `act` until the last watcher heard of it. */
async function untilLast(context: Context, act: () => Promise<void> | void): Promise<number> {
  const { load } = context.board;
  await load.ask({ kind: 'listen' });
  const from = now();
  await act();
  const report = await load.ask({ kind: 'report', deliveries: WATCHERS });
  if (report?.deliveries !== WATCHERS) throw new Error(`${report?.deliveries} of ${WATCHERS} have heard of it`);
  context.lost = report.lost;
  return Math.max(...report.frames.flatMap(({ at }) => [...at])) - from;
}

async function request({ board, door }: Context, method: string, path: string, body?: object): Promise<void> {
  const url = `${board.world.origin}/api/events/${board.eventId}/check-ins${path}`;
  const headers = { origin: board.world.origin, cookie: door, ...(body && { 'content-type': 'application/json' }) };
  const answer = await fetch(url, { method, headers, body: body && JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${method} ${path} answers ${answer.status}`);
  await answer.arrayBuffer();
}

function within(share: number, measurements: readonly number[][]): string {
  const waits = measurements.slice(1).flat();
  const weighted = waits.map((value) => ({ value, weight: 1 }));
  return `${percentile(weighted, share).toFixed(1)} ms`;
}

const checkIn: Benchmark<Context> = {
  id: 'RT6',
  title: `A check-in at the door until the last of ${WATCHERS.toLocaleString('en')} phones shows it`,
  metric: 'half of them within',
  unit: 'ms',
  better: 'lower',
  baselineName: 'Socket.IO’s emit of the same to the same phones, without check-in, log, version and pace',
  setup: async () => {
    const board = await openWatchedBoard();
    const { registrationId } = await createAttendee(board.world.dataSource, board.eventId, { name: 'Late Guest' });
    const { cookie } = await createHelper(board.world.dataSource, board.eventId, 'door');
    return { board, guest: registrationId, door: cookie, ours: [], theirs: [], lost: 0 };
  },
  subject: async (context) => {
    const waits: number[] = [];
    for (let at = 0; at < CHECK_INS; at += 1) {
      const scan = { scanId: randomUUID(), registrationId: context.guest };
      waits.push(await untilLast(context, () => request(context, 'POST', '', scan)));
      await untilLast(context, () => request(context, 'DELETE', `/${context.guest}`));
    }
    context.board.version += 2 * CHECK_INS;
    context.ours.push(waits);
    return spreadOf(waits).median;
  },
  baseline: async (context) => {
    const { board } = context;
    const waits: number[] = [];
    const [person] = board.people;
    if (!person) throw new Error('Nobody is there');
    for (let at = 0; at < CHECK_INS; at += 1) {
      board.version += 1;
      const { eventId, version } = board;
      const changes = [{ version, kind: 'put' as const, person }];
      const message = { eventId, since: version - 1, version, changes, moved: {} };
      const publisher = board.world.app.get(RealtimePublisher);
      waits.push(await untilLast(context, () => publisher.publish(rooms.board(eventId), 'board:changed', message)));
    }
    await catchUp(board);
    context.theirs.push(waits);
    return spreadOf(waits).median;
  },
  notes: ({ ours, theirs }) => [
    `99 % of ${ours.slice(1).flat().length} check-ins within ${within(0.99, ours)}, baseline ${within(0.99, theirs)}`,
  ],
  doubt: ({ lost }) => (lost > 0 ? `${lost} connections were lost` : undefined),
  teardown: ({ board }) => closeWatchedBoard(board),
};

export const benchmarks: readonly Benchmark[] = [checkIn as Benchmark];
