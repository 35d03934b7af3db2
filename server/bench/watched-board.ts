import type { BoardChange, BoardPerson } from '@teabreak/shared';
import { DomainEvents } from '../src/common/domain-events.js';
import { Config } from '../src/config/config.js';
import { BoardModule } from '../src/features/board/board.module.js';
import { BoardRepository } from '../src/features/board/board.repository.js';
import { RealtimePublisher } from '../src/realtime/realtime.publisher.js';
import { rooms } from '../src/realtime/rooms.js';
import type { WatcherQuestion, WatcherReport } from './load/board-watchers.js';
import { LoadProcess } from './load/load-process.js';
import { createFullEvent } from './people.js';
import { openWorld, type World } from './world.js';

/** `WATCHERS=10000 npm run bench -- rt3`: more than an ordinary run needs. */
export const WATCHERS = Number(process.env.WATCHERS ?? 1000);

/** A board with as many people as watch it, over connections from another process. */
export interface WatchedBoard {
  world: World;
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
  return { world, eventId, cookies, origins, people, version: state.version };
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
  load,
}: Pick<WatchedBoard, 'world'> & Partial<WatchedBoard>): Promise<void> {
  await load?.stop();
  await world.stop();
}

/** Writes changes into the log as personChanged does, of many people in one statement, and says so once for each. */
export async function logChanges(board: Omit<WatchedBoard, 'load'>, count: number): Promise<number> {
  const { world, eventId } = board;
  const put = nextChanges(board, count).map(({ person }) => person);
  await world.dataSource.query(
    `WITH bumped AS (UPDATE events SET board_version = board_version + $2 WHERE id = $1 RETURNING board_version)
     INSERT INTO board_changes (event_id, version, registration_id, person)
     SELECT $1, board_version - $2 + n, (person->>'id')::uuid, person
     FROM bumped, jsonb_array_elements($3::jsonb) WITH ORDINALITY AS new (person, n)`,
    [eventId, count, JSON.stringify(put)],
  );
  for (let told = 0; told < count; told += 1) world.app.get(DomainEvents).emit('board:changed', { eventId });
  return board.version;
}

/** The usual way: each change is emitted to everybody as it happens. Nothing is written, nothing is read. */
export async function emitEach(board: WatchedBoard, count: number): Promise<number> {
  const { world, eventId } = board;
  const publisher = world.app.get(RealtimePublisher);
  for (const change of nextChanges(board, count)) {
    const { version } = change;
    publisher.publish(rooms.board(eventId), 'board:changed', {
      eventId,
      since: version - 1,
      version,
      changes: [change],
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

/** One person after the other goes to talk, or is free again; never twice the same within one message. */
function nextChanges(board: Omit<WatchedBoard, 'load'>, count: number): (BoardChange & { kind: 'put' })[] {
  return Array.from({ length: count }, () => {
    board.version += 1;
    const { people, version } = board;
    const presence = Math.floor(version / people.length) % 2 === 0 ? 'talking' : 'free';
    return { version, kind: 'put', person: { ...(people[version % people.length] as BoardPerson), presence } };
  });
}
