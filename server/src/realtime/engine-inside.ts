import { Socket as NetSocket } from 'node:net';
import type { WebSocket } from 'ws';
import type { LiveSocket } from './live-socket.js';

/** WebSocket.readyState */
const OPEN = 1;

/**
 * What Engine.IO and ws do not show: the connection beneath, and the packets that wait for it. Their versions are pinned;
 * whatever is not as expected counts as absent, and then the ordinary way is taken.
 */
export interface EngineInside {
  readyState?: string;
  writeBuffer?: readonly { data?: unknown }[];
  transport?: { name?: string; writable?: boolean; socket?: WebSocket & { _socket?: unknown } };
}

export function engineOf({ conn }: LiveSocket): EngineInside {
  return conn as unknown as EngineInside;
}

/** The TCP connection beneath a WebSocket; null where there is none, as with long polling. */
export function connectionOf({ transport }: EngineInside): NetSocket | null {
  const connection = transport?.socket?._socket;
  return connection instanceof NetSocket ? connection : null;
}

/**
 * Whether a whole frame may be written straight to the connection: an open WebSocket without extensions, for which nothing
 * waits that was sent before. What is emitted afterwards goes down the same connection, hence after it.
 */
export function isIdleWebSocket({ readyState, writeBuffer, transport }: EngineInside): boolean {
  return (
    readyState === 'open' &&
    writeBuffer?.length === 0 &&
    transport?.name === 'websocket' &&
    transport.writable === true &&
    transport.socket?.readyState === OPEN &&
    transport.socket.extensions === ''
  );
}

/** Nothing is asked of it once the socket is connected. */
const NO_HANDSHAKE = Object.freeze({}) as LiveSocket['handshake'];

/**
 * Lets go of the request that opened a connection: its headers would stay in memory as long as the phone is there. Socket.IO
 * provides for a request that is gone; who leaves its namespace and wants back on the same connection is asked to sign in.
 */
export function forgetRequest(socket: LiveSocket): void {
  const { request } = socket.conn;
  // A listener of Engine.IO's on the connection still knows the request; what is large in it can go.
  Object.assign(request, { headers: {}, rawHeaders: [] });
  Object.assign(socket.conn, { request: null });
  Object.assign(socket, { handshake: NO_HANDSHAKE });
}

/** A text frame of the WebSocket protocol (RFC 6455, 5.2) as a server sends it: whole, not masked, not compressed. */
export function textFrame(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(head + length);
  frame[0] = 0x81;
  if (head === 2) frame[1] = length;
  else if (head === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.write(text, head);
  return frame;
}
