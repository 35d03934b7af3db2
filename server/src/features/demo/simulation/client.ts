import type { ServerToClientEvents } from '@teabreak/shared';
import { io, type Socket } from 'socket.io-client';

export type LiveConnection = Socket<ServerToClientEvents>;

/** An answer that is not 2xx; `code` is one of the closed list, or empty. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(`${status} ${code}`);
  }
}

const TIMEOUT_MS = 10_000;
/** What is no page has no origin, and says so. */
const NO_PAGE = { 'x-teabreak': '1' };

/** One signed-in person's phone. */
export class Client {
  constructor(
    private readonly baseUrl: string,
    private readonly cookie: string,
  ) {}

  /** `path` below /api. @throws Refused, or what `fetch` throws when there is no answer */
  async call<T = unknown>(method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<T> {
    const response = await fetch(`${this.baseUrl}/api${path}`, {
      method,
      headers: { ...NO_PAGE, cookie: this.cookie, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const text = await response.text();
    if (!response.ok) throw new Refused(response.status, codeIn(text));
    return (text === '' ? null : JSON.parse(text)) as T;
  }

  /** Comes back by itself; the caller closes it. */
  listen(): LiveConnection {
    return io(this.baseUrl, {
      transports: ['websocket'],
      forceNew: true,
      extraHeaders: { ...NO_PAGE, cookie: this.cookie },
      reconnectionDelay: 1000,
      reconnectionDelayMax: 30_000,
    });
  }
}

function codeIn(text: string): string {
  try {
    const { code } = JSON.parse(text) as { code?: unknown };
    return typeof code === 'string' ? code : '';
  } catch {
    return '';
  }
}
