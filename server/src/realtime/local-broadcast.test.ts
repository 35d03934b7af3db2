import type { Writable } from 'node:stream';
import { WebSocket } from 'ws';
import { FakeSessionsModule, signIn } from '../../test/fake-sessions.js';
import { connect, type TestSocket } from '../../test/sockets.js';
import { createTestApp, TEST_ORIGIN, type TestApp, until } from '../../test/test-app.js';
import { textFrame } from './engine-inside.js';
import { RealtimePublisher } from './realtime.publisher.js';
import { type RoomName, rooms } from './rooms.js';

let test: TestApp;
let publisher: RealtimePublisher;
beforeAll(async () => {
  test = await createTestApp({ features: [FakeSessionsModule] });
  publisher = test.app.get(RealtimePublisher);
});
afterAll(() => test.close());

/** A message that says `text`, and `late` to who does not keep up. */
const tell = (room: RoomName, text: string) =>
  publisher.publishHere({ room, event: 'event:changed', message: [{ eventId: text }], instead: [{ eventId: 'late' }] });
const heardBy = (socket: TestSocket): string[] => {
  const heard: string[] = [];
  socket.on('event:changed', ({ eventId }) => heard.push(eventId));
  return heard;
};

describe('a frame', () => {
  it.each([0, 1, 125, 126, 65_535, 65_536, 200_000])('of %i bytes is read as it was written', async (length) => {
    const { Receiver } = (await import('ws')) as unknown as { Receiver: new () => Writable };
    const receiver = new Receiver();
    const read = new Promise((resolve) => receiver.once('message', (data: Buffer) => resolve(data.toString())));
    receiver.write(textFrame('x'.repeat(length)));
    expect(await read).toBe('x'.repeat(length));
  });
});

describe('to everybody of a room on this node', () => {
  it('is written straight to the connection; with these versions of Socket.IO, Engine.IO and ws', async () => {
    const socket = await connect(test.url, signIn('ann'));
    const heard = heardBy(socket);
    expect(await tell(rooms.account('account-ann'), '茶歇 🍵')).toMatchObject({ sent: 1, direct: 1 });
    await until(() => heard.length === 1);
    expect(heard).toEqual(['茶歇 🍵']);
    socket.close();
  });

  it('goes the ordinary way to long polling, and to a phone that changes over to a WebSocket', async () => {
    const polling = await connect(test.url, signIn('bob'), { transports: ['polling'] });
    const changing = await connect(test.url, signIn('bob'), { transports: ['polling', 'websocket'] });
    const heard = [heardBy(polling), heardBy(changing)];
    const texts = Array.from({ length: 60 }, (_, at) => `${at}`);
    for (const text of texts) {
      await tell(rooms.account('account-bob'), text);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await until(() => heard.every(({ length }) => length === texts.length));
    expect(heard).toEqual([texts, texts]);
    expect(changing.io.engine.transport.name).toBe('websocket');
    polling.close();
    changing.close();
  });

  it('keeps the order, mixed with ordinary messages of any length', async () => {
    const socket = await connect(test.url, signIn('cat'));
    const heard = heardBy(socket);
    const room = rooms.account('account-cat');
    const texts = Array.from({ length: 300 }, (_, at) => `${at} ${'x'.repeat((at * 7919) % 5000)}`);
    for (const [at, text] of texts.entries()) {
      if (at % 3 === 0) publisher.publish(room, 'event:changed', { eventId: text });
      else void tell(room, text);
      if (at % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    }
    await until(() => heard.length === texts.length);
    expect(heard).toEqual(texts);
    socket.close();
  });

  it('F23: who does not read gets only the latest when they read again; nobody else waits', async () => {
    const [room, sleeper] = [rooms.account('account-dan'), await rawSocket(signIn('dan'))];
    const reader = await connect(test.url, signIn('dan'));
    const heard = heardBy(reader);
    sleeper.socket.pause();
    const long = 'tea'.repeat(20_000);
    for (let at = 0; at < 400; at += 1) {
      await tell(room, long);
      if (at % 20 === 0) await until(() => heard.length === at + 1);
    }
    await until(() => heard.length === 400);
    expect(await tell(room, 'last')).toMatchObject({ sent: 1 });
    sleeper.socket.resume();
    await until(() => sleeper.heard.at(-1) === 'late');
    expect(sleeper.heard.length).toBeLessThan(400);
    expect(sleeper.heard.filter((text) => text === 'late')).toHaveLength(1);
    expect(await tell(room, 'again')).toMatchObject({ sent: 2 });
    await until(() => sleeper.heard.at(-1) === 'again');
    sleeper.socket.terminate();
    reader.close();
  });

  it('stops with who leaves while it is being sent', async () => {
    const room = rooms.board('5f0c3f1e-6b52-4d0f-9a44-0c7f6f6f0a01');
    const server = (publisher as unknown as { server: { socketsJoin: (room: string) => void } }).server;
    const phones = await Promise.all(Array.from({ length: 4 }, () => connect(test.url, signIn('eve'))));
    server.socketsJoin(room);
    const heard = phones.map(heardBy);
    publisher.leave('account-eve', room);
    await tell(room, 'secret');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(heard.flat()).toEqual([]);
    for (const phone of phones) phone.close();
  });
});

/** A phone whose reading can be stopped, and what it heard. */
async function rawSocket(cookie: string): Promise<{ socket: WebSocket; heard: string[] }> {
  const url = `${test.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
  const socket = new WebSocket(url, { origin: TEST_ORIGIN, headers: { cookie } });
  const heard: string[] = [];
  const connected = new Promise<void>((resolve) =>
    socket.on('message', (data: Buffer) => {
      const text = data.toString();
      if (text.startsWith('0')) socket.send('40');
      else if (text === '2') socket.send('3');
      else if (text.startsWith('40')) resolve();
      else if (text.startsWith('42'))
        heard.push((JSON.parse(text.slice(2)) as [string, { eventId: string }])[1].eventId);
    }),
  );
  await connected;
  return { socket, heard };
}
