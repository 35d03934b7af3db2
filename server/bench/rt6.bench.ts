import { randomUUID } from 'node:crypto';
import { RealtimePublisher } from '../src/realtime/realtime.publisher.js';
import { rooms } from '../src/realtime/rooms.js';
import { createAttendee, createHelper } from '../test/factories.js';
import { type Benchmark, spreadOf } from './frame.js';
import { percentile } from './statistics.js';
import { catchUp, closeWatchedBoard, openWatchedBoard, WATCHERS, type WatchedBoard } from './watched-board.js';

const CHECK_INS = 20;

interface Context {
  board: WatchedBoard;
  guest: string;
  door: string;
  /** Milliseconds until the middle check-in is everywhere, per measurement. */
  middle: number[];
}

const now = () => performance.timeOrigin + performance.now();

/** Milliseconds from before `act` until the last watcher heard of it. */
async function untilLast({ load }: WatchedBoard, act: () => Promise<void> | void): Promise<number> {
  await load.ask({ kind: 'listen' });
  const from = now();
  await act();
  const report = await load.ask({ kind: 'report', deliveries: WATCHERS });
  if (report?.deliveries !== WATCHERS) throw new Error(`${report?.deliveries} of ${WATCHERS} have heard of it`);
  return Math.max(...report.frames.flatMap(({ at }) => [...at])) - from;
}

async function request({ board, door }: Context, method: string, path: string, body?: object): Promise<void> {
  const url = `${board.world.origin}/api/events/${board.eventId}/check-ins${path}`;
  const headers = { origin: board.world.origin, cookie: door, ...(body && { 'content-type': 'application/json' }) };
  const answer = await fetch(url, { method, headers, body: body && JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${method} ${path} answers ${answer.status}`);
  await answer.arrayBuffer();
}

const p99 = (waits: number[]) =>
  percentile(
    waits.map((value) => ({ value, weight: 1 })),
    0.99,
  );

const checkIn: Benchmark<Context> = {
  id: 'RT6',
  title: `A check-in at the door until the last of ${WATCHERS.toLocaleString('en')} phones shows it`,
  metric: '99 % within',
  unit: 'ms',
  better: 'lower',
  baselineName: 'Socket.IO’s emit of the same to the same phones, without check-in, log and version',
  setup: async () => {
    const board = await openWatchedBoard();
    const { registrationId } = await createAttendee(board.world.dataSource, board.eventId, { name: 'Late Guest' });
    const { cookie } = await createHelper(board.world.dataSource, board.eventId, 'door');
    return { board, guest: registrationId, door: cookie, middle: [] };
  },
  subject: async (context) => {
    const waits: number[] = [];
    for (let at = 0; at < CHECK_INS; at += 1) {
      const scan = { scanId: randomUUID(), registrationId: context.guest };
      waits.push(await untilLast(context.board, () => request(context, 'POST', '', scan)));
      await untilLast(context.board, () => request(context, 'DELETE', `/${context.guest}`));
    }
    context.middle.push(spreadOf(waits).median);
    context.board.version += 2 * CHECK_INS;
    return p99(waits);
  },
  baseline: async ({ board }) => {
    const waits: number[] = [];
    const [person] = board.people;
    if (!person) throw new Error('Nobody is there');
    for (let at = 0; at < CHECK_INS; at += 1) {
      board.version += 1;
      const { eventId, version } = board;
      const message = { eventId, since: version - 1, version, changes: [{ version, kind: 'put' as const, person }] };
      const publisher = board.world.app.get(RealtimePublisher);
      waits.push(await untilLast(board, () => publisher.publish(rooms.board(eventId), 'board:changed', message)));
    }
    await catchUp(board);
    return p99(waits);
  },
  notes: ({ middle }) => [`half of the check-ins within ${spreadOf(middle.slice(1)).median.toFixed(1)} ms`],
  teardown: ({ board }) => closeWatchedBoard(board),
};

export const benchmarks: readonly Benchmark[] = [checkIn as Benchmark];
