import type { LiveServer, LiveSocket } from './live-socket.js';

type Connection = LiveSocket['conn'];
interface Packet {
  type: string;
  data?: unknown;
}

/** Packets of Engine.IO by which a server speaks. Of a changeover to a WebSocket the connection hears none. */
const OF_A_SERVER: ReadonlySet<string> = new Set(['open', 'noop', 'upgrade']);
/**
 * First letters of Socket.IO's packets: a goodbye, after which nobody would be there to answer, and acknowledgements, for which
 * this server never asks.
 */
const UNANSWERABLE = /^[136]/u;

/** The same listener on every connection, which is given as `this`. */
function guard(this: Connection, { type, data }: Packet): void {
  if (OF_A_SERVER.has(type) || (type === 'message' && typeof data === 'string' && UNANSWERABLE.test(data)))
    this.close();
}

/**
 * Whatever comes over a connection is answered or ends it. Engine.IO and Socket.IO end it for what they cannot read, and pass over
 * what they can read but have no use for; that is ended here.
 */
export function guardFrames(server: LiveServer): void {
  server.engine.on('connection', (connection: Connection) => connection.on('packet', guard));
}
