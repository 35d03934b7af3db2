import { setTimeout as sleep } from 'node:timers/promises';
import type { Ack, ClientToServerEvents, ServerToClientEvents } from '@teabreak/shared';
import { io, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client';
import { TEST_ORIGIN } from './test-app.js';

/** What is waited for comes in milliseconds, and on a machine that stands still for a while it comes all the same. */
const PATIENCE_MS = 60_000;

export type TestSocket = Socket<ServerToClientEvents, ClientToServerEvents>;

/**
 * A connected socket with the given Cookie header.
 * @throws the server's refusal (`error.data` is `{ code, message }`) or an error when it takes longer than `timeoutMs`
 */
export function connect(
  url: string,
  cookie?: string,
  options: Partial<ManagerOptions & SocketOptions> = {},
  timeoutMs = PATIENCE_MS,
): Promise<TestSocket> {
  const socket: TestSocket = io(url, {
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: { origin: TEST_ORIGIN, ...(cookie && { cookie }) },
    ...options,
  });
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => fail(new Error(`No connection within ${timeoutMs} ms`)), timeoutMs);
    const fail = (error: Error) => {
      clearTimeout(timer);
      socket.close();
      reject(error);
    };
    // A line that is cut between its opening and the welcome ends without another word; a refusal comes right after its end.
    const cut = (reason: string) => setImmediate(() => fail(new Error(`Ended before it was welcomed: ${reason}`)));
    socket.io.once('close', cut);
    socket.once('connect_error', fail);
    socket.once('connect', () => {
      clearTimeout(timer);
      socket.io.off('close', cut);
      socket.off('connect_error', fail);
      resolve(socket);
    });
  });
}

/** The next message of that name; rejects when none comes in time. Call it before doing what causes the message. */
export function nextEvent<E extends keyof ServerToClientEvents>(
  socket: TestSocket,
  name: E,
  timeoutMs = PATIENCE_MS,
): Promise<Parameters<ServerToClientEvents[E]>[0]> {
  return new Promise((resolve, reject) => {
    const listener = ((message: Parameters<ServerToClientEvents[E]>[0]) => {
      clearTimeout(timer);
      resolve(message);
    }) as ServerToClientEvents[E];
    const timer = setTimeout(() => {
      socket.off(name, listener as never);
      reject(new Error(`No ${name} within ${timeoutMs} ms`));
    }, timeoutMs);
    socket.once(name, listener as never);
  });
}

/**
 * Resolves when no message of that name comes for a while, nor before an answer that the server gives after it; rejects when one
 * does.
 */
export async function noEvent(socket: TestSocket, name: keyof ServerToClientEvents, waitMs = 300): Promise<void> {
  const heard: unknown[] = [];
  const listener = ((message: unknown) => heard.push(message)) as never;
  socket.on(name, listener);
  await sleep(waitMs);
  // Whatever was on its way has arrived when an answer has.
  if (socket.connected) await ask(socket, 'no:such', {});
  socket.off(name, listener);
  if (heard.length > 0) throw new Error(`Unexpected ${name}: ${JSON.stringify(heard[0])}`);
}

/** Sends a frame of any name and shape and resolves to its acknowledgement. */
export function ask(socket: TestSocket, name: string, ...parameters: unknown[]): Promise<Ack<unknown>> {
  return (socket as unknown as Socket).timeout(PATIENCE_MS).emitWithAck(name, ...parameters);
}
