import type { EventEmitter } from 'node:events';
import type { Socket as NetSocket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ServerToClientEvents } from '@teabreak/shared';
import { connectionOf, type EngineInside, engineOf, isIdleWebSocket, textFrame } from './engine-inside.js';
import type { LiveServer, LiveSocket } from './live-socket.js';
import type { RoomName } from './rooms.js';

type Name = keyof ServerToClientEvents;
export interface Broadcast<E extends Name = Name> {
  room: RoomName;
  event: E;
  message: Parameters<ServerToClientEvents[E]>;
  /** What those of the room who are in one of these rooms, too, are told instead. */
  own?: ReadonlyMap<RoomName, Parameters<ServerToClientEvents[E]>>;
  /** For who does not keep up: instead of all that they have missed, sent once they read again. */
  instead: Parameters<ServerToClientEvents[E]>;
}
export interface Delivery {
  /** Sockets that got it at once, and how many of them by a frame written straight to the connection. */
  sent: number;
  direct: number;
  /** Milliseconds of the processor. */
  busy: number;
}

/** Other work gets its turn after so many sockets, within ten milliseconds. */
const AT_A_TIME = 1000;
/** Bytes, or packets of long polling, that may wait for somebody before they are told nothing more for the moment. */
const BYTES_IN_LINE = 100_000;
const PACKETS_IN_LINE = 8;

/**
 * Sends to everybody of a room on this node, in the order of the calls. Socket.IO spends most of an emit on bookkeeping for
 * each socket; here the frame is made once and written straight to each connection that is idle. All others (long polling,
 * upgrading, busy) get an ordinary emit.
 */
export class LocalBroadcast {
  private readonly owed = new WeakMap<LiveSocket, Map<RoomName, Broadcast>>();

  constructor(private readonly server: LiveServer) {}

  async send<E extends Name>(broadcast: Broadcast<E>): Promise<Delivery> {
    const { adapter } = this.server.of('/');
    const members = adapter.rooms.get(broadcast.room) ?? new Set<string>();
    const ids = [...members];
    const own = new Map<string, Broadcast['message']>();
    for (const [room, message] of broadcast.own ?? [])
      for (const id of adapter.rooms.get(room) ?? []) own.set(id, message as unknown as Broadcast['message']);
    const frame = textFrame(`42${JSON.stringify([broadcast.event, ...broadcast.message])}`);
    const delivery: Delivery = { sent: 0, direct: 0, busy: 0 };
    for (let from = 0; from < ids.length; from += AT_A_TIME) {
      if (from > 0) await nextTurn();
      const [started, cpu] = [performance.now(), process.cpuUsage()];
      // Who has left in the meantime must hear nothing more; who has come was told everything on coming.
      const here = ids.slice(from, from + AT_A_TIME).filter((id) => members.has(id));
      this.sendTo(here, broadcast as unknown as Broadcast, own, frame, delivery);
      const { user, system } = process.cpuUsage(cpu);
      // Other threads of this process count in the one, the machine's other work in the other.
      delivery.busy += Math.min((user + system) / 1000, performance.now() - started);
    }
    return delivery;
  }

  private sendTo(
    ids: readonly string[],
    broadcast: Broadcast,
    own: ReadonlyMap<string, Broadcast['message']>,
    frame: Buffer,
    delivery: Delivery,
  ): void {
    const { sockets } = this.server.of('/');
    const others: string[] = [];
    for (const id of ids) {
      const socket = sockets.get(id);
      if (socket === undefined) continue;
      const engine = engineOf(socket);
      const connection = connectionOf(engine);
      if (this.isBehind(socket, connection, engine, broadcast)) continue;
      delivery.sent += 1;
      const message = own.get(id);
      if (message !== undefined) this.emit([id], broadcast.event, message);
      else if (connection === null || !isIdleWebSocket(engine)) others.push(id);
      else {
        connection.write(frame);
        delivery.direct += 1;
      }
    }
    if (others.length > 0) this.emit(others, broadcast.event, broadcast.message);
  }

  /** Who does not keep up is told nothing more until they have read what waits for them, and then only the latest. */
  private isBehind(
    socket: LiveSocket,
    connection: NetSocket | null,
    engine: EngineInside,
    broadcast: Broadcast,
  ): boolean {
    const owed = this.owed.get(socket);
    if (owed !== undefined) {
      owed.set(broadcast.room, broadcast);
      return true;
    }
    const line = fullLine(connection, engine);
    if (line === null) return false;
    this.owed.set(socket, new Map([[broadcast.room, broadcast]]));
    line.once('drain', () => this.pay(socket));
    return true;
  }

  private pay(socket: LiveSocket): void {
    const owed = this.owed.get(socket);
    this.owed.delete(socket);
    for (const { room, event, instead } of owed?.values() ?? [])
      if (socket.rooms.has(room)) this.emit([socket.id], event, instead);
  }

  /** One packet for all of them, and before this returns: `local` asks no other node. */
  private emit(ids: string[], event: Name, message: Broadcast['message']): void {
    this.server.local.to(ids).emit(event, ...(message as never));
  }
}

/** What is too full to take more, and says 'drain' when it no longer is; null where there is room. */
function fullLine(connection: NetSocket | null, engine: EngineInside): EventEmitter | null {
  if (connection !== null && connection.writableLength > BYTES_IN_LINE && connection.writableNeedDrain)
    return connection;
  return (engine.writeBuffer?.length ?? 0) > PACKETS_IN_LINE ? (engine as EngineInside & EventEmitter) : null;
}
