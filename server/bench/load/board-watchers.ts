import { WebSocket } from 'ws';
import { boardFrame } from './board-frames.js';
import { answerWith } from './load-process.js';

export type WatcherQuestion =
  /** Everybody of `cookies` watches the event's board. */
  | { kind: 'connect'; origins: readonly string[]; cookies: readonly string[]; eventId: string; since: number }
  /** Forgets what came so far. */
  | { kind: 'listen' }
  /** What came since then, complete as soon as `deliveries` changes have come or nothing has come for a second. */
  | { kind: 'report'; deliveries: number };

export interface WatcherReport {
  deliveries: number;
  frames: readonly {
    since: number;
    version: number /** Date.now() with fractions, one per watcher. */;
    at: Float64Array;
  }[];
  /** Connections that have ended since they were made. */
  lost: number;
  /** How much of this process's one thread was used, 0 to 1. */
  busy: number;
}

/** So many connect at the same time. */
const CONNECTING = 50;

let frames = new Map<string, { since: number; version: number; at: number[] }>();
let deliveries = 0;
let last = 0;
let lost = 0;
let began = performance.eventLoopUtilization();

const now = () => performance.timeOrigin + performance.now();

answerWith<WatcherQuestion, WatcherReport | null>(async (question) => {
  if (question.kind === 'connect') await connectAll(question);
  else if (question.kind === 'report') return report(question.deliveries);
  frames = new Map();
  deliveries = 0;
  began = performance.eventLoopUtilization();
  return null;
});

async function connectAll(question: WatcherQuestion & { kind: 'connect' }): Promise<void> {
  const { origins, eventId, since } = question;
  const waiting = [...question.cookies];
  const line = async () => {
    for (let cookie = waiting.pop(); cookie !== undefined; cookie = waiting.pop())
      await watch({ origin: origins[waiting.length % origins.length] ?? '', eventId, since }, cookie);
  };
  await Promise.all(Array.from({ length: CONNECTING }, line));
}

interface Place {
  origin: string;
  eventId: string;
  since: number;
}

/**
 * Speaks the protocol by hand: socket.io-client needs so much more of the processor that one would measure it instead of
 * the server. Resolves once the server has confirmed that this one watches.
 */
function watch({ origin, eventId, since }: Place, cookie: string): Promise<void> {
  const url = `${origin.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
  const socket = new WebSocket(url, {
    origin,
    headers: { cookie },
    perMessageDeflate: false,
    skipUTF8Validation: true,
    handshakeTimeout: 60_000,
  });
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.on('close', (code) => {
      lost += 1;
      reject(new Error(`The server has closed a watcher's connection (${code})`));
    });
    socket.on('message', (data: Buffer) => {
      const frame = boardFrame(data);
      if (frame) return count(frame);
      const text = data.toString();
      if (text.startsWith('0')) socket.send('40');
      else if (text === '2') socket.send('3');
      else if (text.startsWith('40')) socket.send(`420${JSON.stringify(['board:watch', { eventId, since }])}`);
      else if (text.startsWith('430')) {
        if (text.startsWith('430[{"ok":true')) resolve();
        else reject(new Error(`May not watch: ${text}`));
      }
    });
  });
}

function count({ since, version }: { since: number; version: number }): void {
  last = now();
  deliveries += version - since;
  const name = `${since} ${version}`;
  const frame = frames.get(name) ?? { since, version, at: [] };
  frame.at.push(last);
  frames.set(name, frame);
}

async function report(expected: number): Promise<WatcherReport> {
  const asked = now();
  while (deliveries < expected && now() - Math.max(last, asked) < 1000)
    await new Promise((resolve) => setTimeout(resolve, 5));
  return {
    deliveries,
    frames: [...frames.values()].map(({ since, version, at }) => ({ since, version, at: Float64Array.from(at) })),
    lost,
    busy: performance.eventLoopUtilization(began).utilization,
  };
}
