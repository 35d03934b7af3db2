import { type BoardPerson, packMoves } from '@teabreak/shared';
import { DomainEvents } from '../src/common/domain-events.js';
import { Config } from '../src/config/config.js';
import { BoardModule } from '../src/features/board/board.module.js';
import { BoardRepository } from '../src/features/board/board.repository.js';
import { RealtimePublisher } from '../src/realtime/realtime.publisher.js';
import { rooms } from '../src/realtime/rooms.js';
import { changeTo } from './board-changes.js';
import type { WatcherQuestion, WatcherReport } from './load/board-watchers.js';
import type { WriterQuestion } from './load/board-writer.js';
import { LoadProcess } from './load/load-process.js';
import { createFullEvent } from './people.js';
import { openWorld, type World } from './world.js';

/** `WATCHERS=10000 npm run bench -- rt3`: more than an ordinary run needs. */
export const WATCHERS = Number(process.env.WATCHERS ?? 1000);

/** A board with as many people as watch it, over connections from another process. */
export interface WatchedBoard {
  world: World;
  writer: LoadProcess<WriterQuestion, number>;
  load: LoadProcess<WatcherQuestion, WatcherReport | null>;
  eventId: string;
  people: BoardPerson[];
  cookies: readonly string[];
  origins: readonly string[];
  /** Of the last change that was made. */
  version: number;
}

export async function openBoard(nodes = 1): Promise<Omit<WatchedBoard, 'load'>> {
  const world = await openWorld(undefined, nodes > 1);
  const origins = [world.origin];
  while (origins.length < nodes) {
    const node = await world.addServer();
    const { publicUrl, port } = node.get(Config);
    await node.listen(port, '127.0.0.1');
    origins.push(publicUrl);
  }
  const { eventId, cookies } = await createFullEvent(world.dataSource, WATCHERS);
  const state = await world.app.select(BoardModule).get(BoardRepository).state(eventId);
  if (state?.people.length !== WATCHERS) throw new Error('The board is not as it was made');
  const people = state.people.map(({ person }) => person);
  const writer = LoadProcess.start<WriterQuestion, number>(new URL('./load/board-writer.ts', import.meta.url));
  await writer.ask({ kind: 'start', databaseUrl: world.databaseUrl, eventId, people });
  return { world, writer, eventId, people, cookies, origins, version: state.version };
}

/** With several nodes the watchers are spread over them; changes are made on the first. */
export async function openWatchedBoard(nodes = 1): Promise<WatchedBoard> {
  const board = await openBoard(nodes);
  const { origins, cookies, eventId, version } = board;
  const load = LoadProcess.start<WatcherQuestion, WatcherReport | null>(
    new URL('./load/board-watchers.ts', import.meta.url),
  );
  await load.ask({ kind: 'connect', origins, cookies, eventId, since: version });
  return { ...board, load };
}

export async function closeWatchedBoard({
  world,
  writer,
  load,
}: Pick<WatchedBoard, 'world' | 'writer'> & Partial<WatchedBoard>): Promise<void> {
  await load?.stop();
  await writer.stop();
  await world.stop();
}

/** Lets changes be written, and says so once for each, as whoever made them does. */
export async function logChanges(board: Omit<WatchedBoard, 'load'>, count: number): Promise<number> {
  const { world, writer, eventId } = board;
  const version = await writer.ask({ kind: 'write', since: board.version, count });
  if (version !== board.version + count) throw new Error(`The board is at ${version}, not ${board.version + count}`);
  board.version = version;
  for (let told = 0; told < count; told += 1) world.app.get(DomainEvents).emit('board:changed', { eventId });
  return version;
}

/** The usual way: each change is emitted to everybody as it happens, as short as ours. Nothing is written, nothing is read. */
export async function emitEach(board: WatchedBoard, count: number): Promise<number> {
  const { world, eventId, people } = board;
  const publisher = world.app.get(RealtimePublisher);
  for (let emitted = 0; emitted < count; emitted += 1) {
    board.version += 1;
    const { version } = board;
    const moved = packMoves([changeTo(people, version)]);
    publisher.publish(rooms.board(eventId), 'board:changed', {
      eventId,
      since: version - 1,
      version,
      changes: [],
      moved,
    });
  }
  return board.version;
}

/** Lets log and broadcast stand where the emitted numbers ended. */
export async function catchUp({ world, load, eventId, version }: WatchedBoard): Promise<void> {
  await load.ask({ kind: 'listen' });
  await world.dataSource.query('UPDATE events SET board_version = $2 WHERE id = $1', [eventId, version]);
  world.app.get(DomainEvents).emit('board:changed', { eventId });
  await load.ask({ kind: 'report', deliveries: 1 });
  await new Promise((resolve) => setTimeout(resolve, 300));
}
