import { Agent, get } from 'node:http';
import { WebSocket } from 'ws';
import { answerWith } from './load-process.js';

export type ReturnQuestion =
  /** Everybody of `cookies` watches the event's board, as of `since`. */
  | { kind: 'connect'; origin: string; cookies: readonly string[]; eventId: string; since: number }
  /** All lose their connections at once. */
  | { kind: 'cut' }
  /** They come back as phones do. `whole`: each fetches the whole board first, as without versions one must. */
  | { kind: 'return'; whole: boolean };
export interface ReturnReport {
  /** From the moment from which they may come back until the last is up to date. */
  seconds: number;
  /** That all of them received over HTTP, headers included, and over the socket. */
  bytes: number;
  /** How many fetched something over HTTP. */
  fetched: number;
}
/** What a phone tries again after, besides a connection that breaks. */
const PASSING = /unavailable|timeout|answers (408|503)|timed out/u;
interface Phone {
  cookie: string;
  version: number;
  socket: WebSocket | null;
}
interface Place {
  origin: string;
  eventId: string;
}

/** As socket.io-client has it in the web app: half a second, half of it left to chance; a failed try is repeated later. */
const RETURN_AFTER_MS = 500;
const AGAIN_AFTER_MS = 1000;
/** So many connect at the same time at the beginning. */
const CONNECTING = 50;
/**
 * So many are on their way back at the same time, and the others wait for their turn: of ten thousand that fetch a whole board at once
 * each waits so long that it asks again, and in the end none is up to date.
 */
const RETURNING = 1000;

let place: Place = { origin: '', eventId: '' };
let phones: Phone[] = [];
const report: ReturnReport = { seconds: 0, bytes: 0, fetched: 0 };

answerWith<ReturnQuestion, ReturnReport>(async (question) => {
  Object.assign(report, { seconds: 0, bytes: 0, fetched: 0 });
  if (question.kind === 'connect') await connectAll(question);
  else if (question.kind === 'cut') for (const phone of phones) phone.socket?.terminate();
  else await returnAll(question.whole);
  return report;
});

async function connectAll({ origin, eventId, cookies, since }: ReturnQuestion & { kind: 'connect' }): Promise<void> {
  place = { origin, eventId };
  phones = cookies.map((cookie) => ({ cookie, version: since, socket: null }));
  const waiting = [...phones];
  const line = async () => {
    for (let phone = waiting.pop(); phone !== undefined; phone = waiting.pop()) await watch(phone);
  };
  await Promise.all(Array.from({ length: CONNECTING }, line));
}

async function returnAll(whole: boolean): Promise<void> {
  const started = performance.now();
  // The connections for HTTP were cut as well.
  const agent = new Agent({ keepAlive: true });
  const inTurn = turns(RETURNING);
  await Promise.all(
    phones.map(async (phone) => {
      await sleep(RETURN_AFTER_MS * (0.5 + Math.random()));
      await inTurn(() => comeBack(phone, whole, agent));
    }),
  );
  agent.destroy();
  report.seconds = (performance.now() - started) / 1000;
}

async function comeBack(phone: Phone, whole: boolean, agent: Agent): Promise<void> {
  if (whole) phone.version = await persistently(() => fetched(phone, 'board/packed', agent));
  const told = await persistently(() => watch(phone));
  if (told.reset) throw new Error('The server no longer knows what they missed');
  const changes = `board/changes?since=${phone.version}`;
  if (told.more) phone.version = await persistently(() => fetched(phone, changes, agent));
}

/** Lets `most` work at a time, the others in the order in which they came. */
function turns(most: number): (work: () => Promise<void>) => Promise<void> {
  const waiting: (() => void)[] = [];
  let free = most;
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    await work();
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };
}

async function persistently<T>(attempt: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      const passes = error instanceof Error && (PASSING.test(error.message) || 'code' in error);
      if (!passes) throw error;
      await sleep(AGAIN_AFTER_MS * (1 + Math.random()));
    }
  }
}

/**
 * Speaks the protocol by hand: socket.io-client needs so much more of the processor that one would measure it instead of the server.
 * Resolves once the phone was told what it missed.
 */
function watch(phone: Phone): Promise<{ more: boolean; reset: boolean }> {
  const url = `${place.origin.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
  const headers = { cookie: phone.cookie };
  const socket = new WebSocket(url, {
    origin: place.origin,
    headers,
    perMessageDeflate: false,
    handshakeTimeout: 60_000,
  });
  phone.socket = socket;
  return new Promise((resolve, reject) => {
    let answered = false;
    socket.on('error', reject);
    socket.on('message', (data: Buffer) => {
      // What comes live afterwards comes to all alike.
      if (!answered) report.bytes += data.length;
      const text = data.toString();
      if (text.startsWith('0')) socket.send('40');
      else if (text === '2') socket.send('3');
      else if (text.startsWith('40'))
        socket.send(`420${JSON.stringify(['board:watch', { eventId: place.eventId, since: phone.version }])}`);
      else if (text.startsWith('430')) {
        answered = true;
        const [answer] = JSON.parse(text.slice(3)) as [
          { ok: true; data: Told } | { ok: false; error: { code: string } },
        ];
        if (!answer.ok) {
          socket.terminate();
          return reject(new Error(answer.error.code));
        }
        phone.version = Math.max(phone.version, answer.data.version);
        resolve(answer.data);
      }
    });
  });
}
interface Told {
  version: number;
  more: boolean;
  reset: boolean;
}

/** Packed, as browsers ask for it. @returns the version */
function fetched({ cookie }: Phone, what: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { cookie, 'accept-encoding': 'gzip' };
    get(`${place.origin}/api/events/${place.eventId}/${what}`, { agent, headers }, (answer) => {
      report.fetched += 1;
      report.bytes += answer.rawHeaders.join(': ').length;
      answer.on('data', (chunk: Buffer) => (report.bytes += chunk.length));
      answer.on('end', () => {
        if (answer.statusCode === 200) resolve(Number.parseInt(String(answer.headers.etag).slice(1), 10));
        else reject(new Error(`${what} answers ${answer.statusCode}`));
      });
    }).on('error', reject);
  });
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
