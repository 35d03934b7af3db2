import type { ClientToServerEvents, ServerToClientEvents } from '@teabreak/shared';
import type { Server, Socket } from 'socket.io';
import type { Actor } from '../common/actor.js';

/** Who holds a socket: a signed-in person, or a projector that may only look at one event. */
export type SocketHolder =
  | { kind: 'person'; actor: Actor; token: string }
  | { kind: 'screen'; eventId: string; linkId: string; token: string };

export interface SocketData {
  holder: SocketHolder;
}
/** What nodes tell each other besides messages to sockets. */
export interface NodeEvents {
  'board:changed': (eventId: string) => void;
}
export type LiveServer = Server<ClientToServerEvents, ServerToClientEvents, NodeEvents, SocketData>;
export type LiveSocket = Socket<ClientToServerEvents, ServerToClientEvents, NodeEvents, SocketData>;
