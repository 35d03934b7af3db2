import type { Ack, ClientToServerEvents, ServerToClientEvents } from '@teabreak/shared';
import { io, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client';
import { TEST_ORIGIN } from './test-app.js';

export type TestSocket = Socket<ServerToClientEvents, ClientToServerEvents>;

/**
 * A connected socket with the given Cookie header.
 * @throws the server's refusal (`error.data` is `{ code, message }`) or an error when it takes longer than `timeoutMs`
 */
export function connect(
  url: string,
  cookie?: string,
  options: Partial<ManagerOptions & SocketOptions> = {},
  timeoutMs = 5000,
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
    socket.once('connect_error', fail);
    socket.once('connect', () => {
      clearTimeout(timer);
      socket.off('connect_error', fail);
      resolve(socket);
    });
  });
}

/** The next message of that name; rejects when none comes in time. Call it before doing what causes the message. */
export function nextEvent<E extends keyof ServerToClientEvents>(
  socket: TestSocket,
  name: E,
  timeoutMs = 3000,
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

/** Resolves when no message of that name comes for a while; rejects when one does. */
export async function noEvent(socket: TestSocket, name: keyof ServerToClientEvents, waitMs = 300): Promise<void> {
  const message = await nextEvent(socket, name, waitMs).catch(() => undefined);
  if (message !== undefined) throw new Error(`Unexpected ${name}: ${JSON.stringify(message)}`);
}

/** Sends a frame of any name and shape and resolves to its acknowledgement. */
export function ask(socket: TestSocket, name: string, ...parameters: unknown[]): Promise<Ack<unknown>> {
  return (socket as unknown as Socket).timeout(5000).emitWithAck(name, ...parameters);
}
