import { randomInt } from 'node:crypto';
import { Agent, type RequestOptions, request } from 'node:http';
import { closedLoop } from '../closed-loop.js';
import { newPerson } from '../new-person.js';
import { percentile, type Weighted } from '../statistics.js';
import { answerWith } from './load-process.js';

export interface HttpLoad {
  port: number;
  path: string;
  headers: Record<string, string>;
  /** One per client, sent by turns; none: strangers. */
  cookies: readonly string[];
  /** Clients at once, each with a connection that it keeps and the next request as soon as it has its answer. */
  clients: number;
  /** `joins` POSTs a new person each time, from an address of their own: nobody's limit is measured here. */
  kind: 'reads' | 'joins';
  milliseconds: number;
}
export interface HttpResult {
  perSecond: number;
  /** Milliseconds. */
  p99: number;
}

answerWith<HttpLoad, HttpResult>(async (load) => {
  const agent = new Agent({ keepAlive: true, maxSockets: load.clients });
  const latencies: Weighted[] = [];
  const perSecond = await closedLoop(load.clients, load.milliseconds, async (client) => {
    const asked = performance.now();
    await once(agent, load, client);
    latencies.push({ value: performance.now() - asked, weight: 1 });
  });
  agent.destroy();
  return { perSecond, p99: percentile(latencies, 0.99) };
});

/** Resolves when the answer has come completely. @throws Error when the answer is not a success */
function once(agent: Agent, { port, path, headers, cookies, kind }: HttpLoad, client: number): Promise<void> {
  const cookie = cookies[client % cookies.length];
  const options: RequestOptions = {
    agent,
    host: '127.0.0.1',
    port,
    path,
    headers: { ...headers, ...(cookie && { cookie }) },
  };
  const body = kind === 'joins' ? JSON.stringify(newPerson()) : null;
  if (body !== null) {
    options.method = 'POST';
    options.headers = {
      ...options.headers,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'x-forwarded-for': `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`,
    };
  }
  return new Promise((resolve, reject) => {
    const sent = request(options, (answer) => {
      answer.resume();
      answer.on('end', () => {
        if (answer.statusCode === 200 || answer.statusCode === 201) resolve();
        else reject(new Error(`${path} answers ${answer.statusCode}`));
      });
      answer.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
