import { Agent, get } from 'node:http';
import { WebSocket } from 'ws';
import { answerWith } from './load-process.js';

export interface ReturnQuestion {
  origin: string;
  cookies: readonly string[];
  eventId: string;
  /** What they know of the board. */
  since: number;
  /** They fetch the whole board first, as without versions one must. */
  whole: boolean;
}
export interface ReturnReport {
  /** From the first who lost the connection to the last who is up to date. */
  seconds: number;
  /** That all of them received. */
  bytes: number;
}

let connected: WebSocket[] = [];

/** All lose their connections at once, if they have any, and come back at once. */
answerWith<ReturnQuestion, ReturnReport>(async (question) => {
  const started = performance.now();
  for (const socket of connected) socket.terminate();
  const agent = new Agent({ keepAlive: true });
  const returned = await Promise.all(question.cookies.map((cookie) => comeBack(question, cookie, agent)));
  agent.destroy();
  connected = returned.map(({ socket }) => socket);
  return {
    seconds: (performance.now() - started) / 1000,
    bytes: returned.reduce((sum, { bytes }) => sum + bytes, 0),
  };
});

async function comeBack(question: ReturnQuestion, cookie: string, agent: Agent) {
  const { origin, eventId, since, whole } = question;
  const read = whole ? await fetchBoard(question, cookie, agent) : 0;
  const url = `${origin.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
  const socket = new WebSocket(url, {
    origin,
    headers: { cookie },
    perMessageDeflate: false,
    handshakeTimeout: 60_000,
  });
  return new Promise<{ socket: WebSocket; bytes: number }>((resolve, reject) => {
    let bytes = read;
    socket.on('error', reject);
    socket.on('message', (data: Buffer) => {
      bytes += data.length;
      const text = data.toString();
      if (text.startsWith('0')) socket.send('40');
      else if (text === '2') socket.send('3');
      else if (text.startsWith('40')) socket.send(`420${JSON.stringify(['board:watch', { eventId, since }])}`);
      else if (text.startsWith('430[{"ok":true')) resolve({ socket, bytes });
      else if (text.startsWith('430')) reject(new Error(`May not watch: ${text}`));
    });
  });
}

/** Bytes of the board, packed as browsers ask for it. */
function fetchBoard({ origin, eventId }: ReturnQuestion, cookie: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { cookie, 'accept-encoding': 'gzip' };
    get(`${origin}/api/events/${eventId}/board`, { agent, headers }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => (bytes += chunk.length));
      answer.on('end', () => (answer.statusCode === 200 ? resolve(bytes) : reject(new Error(`${answer.statusCode}`))));
    }).on('error', reject);
  });
}
