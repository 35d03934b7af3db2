import type { ApiErrorBody } from '@teabreak/shared';
import { ApiError } from './api-error.js';
import { noteServerDate } from './clock.js';
import { currentLanguage } from './i18n.js';

const TIMEOUT_MS = 15_000;
/** Waits before a GET is sent again; anything that writes is sent once. */
const RETRY_AFTER_MS = [400, 1200];
const PASSING = new Set([502, 503, 504]);

type Query = Record<string, string | number | boolean | null | undefined>;
/** `bearer`: asks by what this token allows, as well as by the session. */
export type RequestOptions = { query?: Query; signal?: AbortSignal; bearer?: string };
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export const requestHeaders = (): Record<string, string> => ({
  'x-teabreak': '1',
  'accept-language': currentLanguage(),
});

const address = (path: string, query: Query = {}): string => {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return given.length ? `${path}?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}` : path;
};

/** Reads the answer; a refusal becomes an ApiError, also when a proxy answered in HTML. */
export function readAnswer(status: number, text: string): unknown {
  let body: unknown = null;
  let readable = true;
  try {
    body = text === '' ? null : JSON.parse(text);
  } catch {
    readable = false;
  }
  if (status >= 200 && status < 300) {
    if (readable) return body;
    throw new ApiError(status, 'unreadable', '');
  }
  const refusal = body as Partial<ApiErrorBody> | null;
  if (refusal?.code) throw new ApiError(status, refusal.code, refusal.message ?? '', refusal.fields);
  throw new ApiError(status, 'unreadable', '');
}

type Read = typeof readAnswer;
const readText: Read = (status, text) => (status >= 200 && status < 300 ? text : readAnswer(status, text));

async function send(
  method: Method,
  path: string,
  body: unknown,
  options: RequestOptions,
  read: Read = readAnswer,
): Promise<unknown> {
  const controller = new AbortController();
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    controller.abort();
  }, TIMEOUT_MS);
  const cancel = () => controller.abort();
  options.signal?.addEventListener('abort', cancel, { once: true });
  if (options.signal?.aborted) cancel();
  try {
    const response = await fetch(address(path, options.query), {
      method,
      credentials: 'same-origin',
      signal: controller.signal,
      headers: {
        ...requestHeaders(),
        ...(options.bearer !== undefined && { authorization: `Bearer ${options.bearer}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    noteServerDate(response.headers.get('date'));
    return read(response.status, await response.text());
  } catch (error) {
    if (error instanceof ApiError || options.signal?.aborted) throw error;
    throw new ApiError(0, late ? 'timeout' : 'offline', '');
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', cancel);
  }
}

const passing = (error: unknown): boolean =>
  error instanceof ApiError && (error.code === 'offline' || PASSING.has(error.status));

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms * (0.5 + Math.random())));

async function get(path: string, options: RequestOptions, read: Read = readAnswer): Promise<unknown> {
  for (const wait of RETRY_AFTER_MS) {
    try {
      return await send('GET', path, undefined, options, read);
    } catch (error) {
      if (!passing(error) || options.signal?.aborted) throw error;
      await pause(wait);
    }
  }
  return send('GET', path, undefined, options, read);
}

/**
 * JSON over the same origin. T is the answer's type in @teabreak/shared. Throws ApiError: the server's code, or `offline`, `timeout`,
 * `unreadable` where no proper answer came.
 */
export const api = {
  get: <T>(path: string, options: RequestOptions = {}): Promise<T> => get(path, options) as Promise<T>,
  /** The answer as it came, for what is too large to be parsed at one go. */
  text: (path: string, options: RequestOptions = {}): Promise<string> =>
    get(path, options, readText) as Promise<string>,
  post: <T>(path: string, body: unknown = {}, options: RequestOptions = {}): Promise<T> =>
    send('POST', path, body, options) as Promise<T>,
  put: <T>(path: string, body: unknown): Promise<T> => send('PUT', path, body, {}) as Promise<T>,
  patch: <T>(path: string, body: unknown): Promise<T> => send('PATCH', path, body, {}) as Promise<T>,
  delete: <T>(path: string): Promise<T> => send('DELETE', path, undefined, {}) as Promise<T>,
};
