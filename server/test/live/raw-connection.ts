import { WebSocket } from 'ws';
import { TEST_ORIGIN, until } from '../test-app.js';

/** How long the server may take to say or to end something; it leaves who never signs in ten seconds. */
const PATIENCE_MS = 60_000;
const SEPARATOR = '\u001e';
const [PING, PONG] = ['2', '3'];

/** A connection below all that Socket.IO's client would do or refuse to do. */
export interface RawConnection {
  send: (parts: readonly (string | Buffer)[]) => Promise<void>;
  /** Resolves to the first packet that `is` says it is; null when the connection ended before. */
  packet: (is: (text: string) => boolean) => Promise<string | null>;
  /** Resolves when the server has ended it. @throws Error when it does not */
  ended: () => Promise<void>;
  close: () => void;
}

export async function openWebSocket(url: string, cookie: string): Promise<RawConnection> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, {
    origin: TEST_ORIGIN,
    headers: { cookie },
  });
  const packets: string[] = [];
  let isOver = false;
  socket.on('message', (data, isBinary) => {
    if (isBinary) return;
    packets.push(String(data));
    // Or it would be ended for its silence, whatever it said before.
    if (String(data) === PING) socket.send(PONG);
  });
  for (const end of ['close', 'error'] as const)
    socket.on(end, () => {
      isOver = true;
    });
  const packet = async (is: (text: string) => boolean) => {
    await until(() => isOver || packets.some(is), PATIENCE_MS);
    return packets.find(is) ?? null;
  };
  if ((await packet((text) => text.startsWith('0{'))) === null) throw new Error('No handshake');
  return {
    packet,
    send: async (parts) => {
      // An empty text frame is one, too.
      for (const part of parts) if (socket.readyState === WebSocket.OPEN) socket.send(part);
    },
    ended: () => until(() => isOver, PATIENCE_MS),
    close: () => socket.terminate(),
  };
}

export async function openPolling(url: string, cookie: string): Promise<RawConnection> {
  const headers = { origin: TEST_ORIGIN, cookie };
  const path = `${url}/socket.io/?EIO=4&transport=polling`;
  const opened = await (await fetch(path, { headers })).text();
  const { sid } = JSON.parse(opened.slice(1)) as { sid: string };
  const packets: string[] = [];
  let isOver = false;
  const post = (body: string) => fetch(`${path}&sid=${sid}`, { method: 'POST', headers, body }).catch(() => null);
  const listening = (async () => {
    while (!isOver) {
      const answer = await fetch(`${path}&sid=${sid}`, { headers }).catch(() => null);
      const text = (await answer?.text().catch(() => '')) ?? '';
      packets.push(...text.split(SEPARATOR));
      if (text.split(SEPARATOR).includes(PING)) void post(PONG);
      if (!answer?.ok || packets.includes('1')) isOver = true;
    }
  })();
  listening.catch(() => undefined);
  return {
    packet: async (is) => {
      await until(() => isOver || packets.some(is), PATIENCE_MS);
      return packets.find(is) ?? null;
    },
    send: async (parts) => {
      const body = parts
        .map((part) => (typeof part === 'string' ? part : `b${part.toString('base64')}`))
        .join(SEPARATOR);
      // The server hangs up on a body that is too long.
      const answer = await post(body);
      if (!answer?.ok) isOver = true;
      await answer?.arrayBuffer().catch(() => undefined);
    },
    ended: () => until(() => isOver, PATIENCE_MS),
    close: () => {
      isOver = true;
      void post('1');
    },
  };
}
