import { engineOf } from './engine-inside.js';
import type { LiveServer, LiveSocket } from './live-socket.js';

/** Bytes that may wait for one phone; the longest answer there is, catching up with 2,000 changes, is about as long. */
const LONGEST_QUEUE = 1_000_000;

/**
 * Cuts off who does not read what is sent, before it fills everybody's memory. What they miss they fetch when they are back,
 * as after any loss. A phone that had too much before it at two looks in a row has had the time between them.
 */
export class SlowSockets {
  private behind = new Set<string>();

  /** @returns how many were cut off */
  look(server: LiveServer): number {
    const sockets = [...server.of('/').sockets.values()].filter((socket) => waitingBytes(socket) > LONGEST_QUEUE);
    const stuck = sockets.filter(({ id }) => this.behind.has(id));
    this.behind = new Set(sockets.map(({ id }) => id));
    for (const socket of stuck) cutOff(socket);
    return stuck.length;
  }
}

/** Without a goodbye: that would only queue up behind what is never read. */
export function cutOff(socket: LiveSocket): void {
  const { transport } = engineOf(socket);
  socket.conn.close(true);
  transport?.socket?.terminate();
}

function waitingBytes(socket: LiveSocket): number {
  const { transport, writeBuffer = [] } = engineOf(socket);
  return writeBuffer.reduce((sum, { data }) => sum + sizeOf(data), transport?.socket?.bufferedAmount ?? 0);
}

function sizeOf(data: unknown): number {
  if (typeof data === 'string') return data.length;
  return data instanceof Uint8Array ? data.byteLength : 0;
}
