import type { ClientToServerEvents, ServerToClientEvents } from '@teabreak/shared';
import type { DefaultEventsMap, Server, Socket } from 'socket.io';
import type { Actor } from '../common/actor.js';

/** Who holds a socket: a signed-in person, or a projector that may only look at one event. */
export type SocketHolder =
  | { kind: 'person'; actor: Actor; token: string }
  | { kind: 'screen'; eventId: string; token: string };

export interface SocketData {
  holder: SocketHolder;
}
export type LiveServer = Server<ClientToServerEvents, ServerToClientEvents, DefaultEventsMap, SocketData>;
export type LiveSocket = Socket<ClientToServerEvents, ServerToClientEvents, DefaultEventsMap, SocketData>;
