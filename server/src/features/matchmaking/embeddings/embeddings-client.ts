import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../../../common/logger.js';
import type { EmbeddingsEndpoint } from '../../../config/embeddings-endpoint.js';
import { vectorsIn } from './embeddings-answer.js';

/** Texts per question. */
export const BATCH = 32;
/** 32 vectors of 4096 dimensions, written out generously. */
const MOST_BYTES = 4_000_000;
const ATTEMPTS = 3;

/** Times in ms. After the `n`th failure in a row nothing is asked for `restMs · 2ⁿ⁻¹`, at most `longestRestMs`. */
type Pace = { timeoutMs: number; retryMs: number; restMs: number; longestRestMs: number };
const PACE: Pace = { timeoutMs: 20_000, retryMs: 1_000, restMs: 60_000, longestRestMs: 1_800_000 };

/** Why there is no answer. A closed list: what the endpoint or the network says may quote a text or the key. */
type Failure =
  | 'unreachable'
  | 'too slow'
  | 'failing'
  | 'refused'
  | 'redirected'
  | 'too large'
  | 'malformed'
  | 'stopped';
const WORTH_ANOTHER_TRY: ReadonlySet<Failure> = new Set<Failure>(['unreachable', 'too slow', 'failing']);

/** Asks the endpoint for vectors, one question at a time. Whatever goes wrong is an absent answer, never an exception. */
export class EmbeddingsClient {
  private failures = 0;
  private restsUntil = 0;
  private readonly stopping = new AbortController();
  private readonly pace: Pace;

  constructor(
    private readonly endpoint: EmbeddingsEndpoint,
    private readonly logger: Pick<Logger, 'warn'>,
    pace: Partial<Pace> = {},
    /** Milliseconds that only go on. */
    private readonly now: () => number = () => performance.now(),
  ) {
    this.pace = { ...PACE, ...pace };
  }

  /** @param texts at most `BATCH`. Answers a vector for each of them, or null where the endpoint does not, or is left in peace for now. */
  async embed(texts: readonly string[]): Promise<Int8Array[] | null> {
    if (this.now() < this.restsUntil) return null;
    for (let attempt = 1; ; attempt++) {
      const answer = await this.ask(texts);
      if (typeof answer !== 'string') {
        this.failures = 0;
        return answer;
      }
      if (answer === 'stopped') return null;
      if (attempt === ATTEMPTS || !WORTH_ANOTHER_TRY.has(answer)) {
        this.rest(answer);
        return null;
      }
      await sleep(this.pace.retryMs * 4 ** (attempt - 1), null, { signal: this.stopping.signal }).catch(() => null);
    }
  }

  stop(): void {
    this.stopping.abort();
  }

  private rest(reason: Failure): void {
    this.failures++;
    const ms = Math.min(this.pace.restMs * 2 ** (this.failures - 1), this.pace.longestRestMs);
    this.restsUntil = this.now() + ms;
    this.logger.warn({ reason, restSeconds: Math.round(ms / 1000) }, 'no vectors from EMBEDDINGS_URL');
  }

  private async ask(input: readonly string[]): Promise<Int8Array[] | Failure> {
    if (this.stopping.signal.aborted) return 'stopped';
    const overall = new AbortController();
    const stop = () => overall.abort();
    const timer = setTimeout(stop, this.pace.timeoutMs);
    this.stopping.signal.addEventListener('abort', stop);
    try {
      const response = await this.send(JSON.stringify({ input, model: this.endpoint.model }), overall.signal);
      const failure = failureOf(response);
      if (failure === null) return await answerIn(response, input.length);
      await response.body?.cancel();
      return failure;
    } catch {
      if (this.stopping.signal.aborted) return 'stopped';
      return overall.signal.aborted ? 'too slow' : 'unreachable';
    } finally {
      clearTimeout(timer);
      this.stopping.signal.removeEventListener('abort', stop);
    }
  }

  private send(body: string, signal: AbortSignal): Promise<Response> {
    const { url, key } = this.endpoint;
    const headers = new Headers({ 'content-type': 'application/json', accept: 'application/json' });
    if (key !== undefined) headers.set('authorization', `Bearer ${key}`);
    // Texts and key are for this address alone, wherever it points.
    return fetch(url, { method: 'POST', headers, body, signal, redirect: 'manual' });
  }
}

function failureOf({ ok, status }: Response): Failure | null {
  if (ok) return null;
  if (status >= 500 || status === 429) return 'failing';
  return status >= 400 ? 'refused' : 'redirected';
}

async function answerIn(response: Response, texts: number): Promise<Int8Array[] | Failure> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MOST_BYTES) return 'too large';
    chunks.push(chunk);
  }
  return vectorsIn(Buffer.concat(chunks).toString('utf8'), texts) ?? 'malformed';
}
