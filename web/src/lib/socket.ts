import type { Ack, ClientToServerEvents, ErrorCode, ServerToClientEvents } from '@teabreak/shared';
import type { Socket } from 'socket.io-client';
import { ApiError } from './api-error.js';

export type AppSocket = Socket<ServerToClientEvents, ClientToServerEvents>;
export type Connection = 'idle' | 'connecting' | 'connected' | 'lost';
export type Question = keyof ClientToServerEvents;
export type QuestionInput<Q extends Question> = Parameters<ClientToServerEvents[Q]>[0];
export type QuestionAnswer<Q extends Question> = Parameters<ClientToServerEvents[Q]>[1] extends (
  answer: Ack<infer T>,
) => void
  ? T
  : never;

type Refusal = Error & { data?: { code?: ErrorCode } };

const ANSWER_WITHIN_MS = 6000;
const COME_BACK_MS = 2000;
/** Nobody is signed in, or the projector's link has ended: the network is well, and asking again changes nothing. */
const FOR_GOOD: ReadonlySet<ErrorCode> = new Set(['not_signed_in', 'session_ended', 'not_found']);
const listeners = new Set<() => void>();
let connection: Connection = 'idle';
let heardAt = 0;
let opened: Promise<AppSocket> | undefined;
/** A projector speaks for its link, everybody else for the session in the cookie. */
let credentials: { screen?: string } = {};

const heard = (): void => {
  heardAt = Date.now();
};

/** When the server's last sign of life came, by the phone's clock; 0 before the first. A sleeping phone notices a loss only much later. */
export const lastHeardAt = (): number => heardAt;

function announce(next: Connection): void {
  connection = next;
  for (const listener of listeners) listener();
}

export const currentConnection = (): Connection => connection;

export function subscribeConnection(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The library tries again by itself unless the server spoke: a handshake refused or ended by the server is ours to repeat. */
function comeBack(socket: AppSocket): void {
  setTimeout(() => socket.connect(), COME_BACK_MS * (1 + Math.random()));
}

/** The page's one connection, opened by its first user. WebSocket first; networks that break it get polling. */
export function openSocket(): Promise<AppSocket> {
  opened ??= import('socket.io-client').then(({ io }) => {
    announce('connecting');
    const socket: AppSocket = io({
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      reconnectionDelay: 500,
      reconnectionDelayMax: 8000,
      auth: (send) => send(credentials),
    });
    socket.io.on('ping', heard);
    socket.onAny(heard);
    socket.on('connect', () => {
      heard();
      announce('connected');
    });
    socket.on('disconnect', (reason) => {
      announce('lost');
      // Whether the session has ended or the server only wants to be rid of the line, the next handshake tells.
      if (reason === 'io server disconnect') comeBack(socket);
    });
    socket.on('connect_error', (error: Refusal) => {
      const code = error.data?.code;
      announce(code !== undefined && FOR_GOOD.has(code) ? 'idle' : 'lost');
      if (!socket.active && currentConnection() === 'lost') comeBack(socket);
    });
    return socket;
  });
  opened.catch(() => {
    opened = undefined;
    announce('lost');
  });
  return opened;
}

/** After signing in or out: the connection carries the session it was opened with. */
export async function renewSocket(): Promise<void> {
  if (!opened) return;
  const socket = await opened;
  socket.disconnect().connect();
}

let renewing = false;

/** From now on this page is the projector behind that link; null: somebody's own page again. One link after the other is one new connection. */
export function speakForScreen(token: string | null): void {
  credentials = token === null ? {} : { screen: token };
  if (renewing || !opened) return;
  renewing = true;
  queueMicrotask(() => {
    renewing = false;
    void renewSocket();
  });
}

/** Asks and waits for the acknowledgement; throws ApiError with the server's code, or `timeout`. */
export async function ask<Q extends Question>(question: Q, input: QuestionInput<Q>): Promise<QuestionAnswer<Q>> {
  const socket = await openSocket();
  // The library cannot name the answer of a generic event; the types above do.
  const emit = socket.timeout(ANSWER_WITHIN_MS) as unknown as {
    emitWithAck: (question: Q, input: QuestionInput<Q>) => Promise<Ack<QuestionAnswer<Q>>>;
  };
  const answer = await emit.emitWithAck(question, input).catch(() => {
    throw new ApiError(0, 'timeout', '');
  });
  if (answer.ok) return answer.data;
  throw new ApiError(400, answer.error.code, answer.error.message);
}
