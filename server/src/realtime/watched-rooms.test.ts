import { FakeSessionsModule, signIn } from '../../test/fake-sessions.js';
import { ask, connect, type TestSocket } from '../../test/sockets.js';
import { createTestApp, type TestApp, until } from '../../test/test-app.js';
import { DomainError } from '../common/domain-error.js';
import type { LiveServer } from './live-socket.js';
import { RealtimePublisher } from './realtime.publisher.js';
import { Removals } from './removals.js';
import { rooms } from './rooms.js';
import { type MessageName, SocketMessages } from './socket-messages.js';
import { StaleSockets } from './stale-sockets.js';
import { WatchedRooms } from './watched-rooms.js';

const EVENT = '5f0c3f1e-6b52-4d0f-9a44-0c7f6f6f0a01';
const WATCH = 'probe:watch' as MessageName;
const room = rooms.desk(EVENT);

let test: TestApp;
let publisher: RealtimePublisher;
/** Who may; and what is done when that was found out, before it is told. */
let allowed: Set<string>;
let meanwhile: () => void;
let phone: TestSocket;

beforeAll(async () => {
  test = await createTestApp({ features: [FakeSessionsModule] });
  publisher = test.app.get(RealtimePublisher);
  const enter = test.app.get(WatchedRooms).add(rooms.desk, async ({ accountId }) => {
    const may = allowed.has(accountId);
    meanwhile();
    if (!may) throw new DomainError('not_allowed');
  });
  test.app.get(SocketMessages).on(WATCH, { parse: () => ({}) } as never, async (_, context) => {
    await enter(context, EVENT);
    return null as never;
  });
});
beforeEach(async () => {
  allowed = new Set(['account-ann']);
  meanwhile = () => undefined;
  phone = await connect(test.url, signIn('ann'));
});
afterEach(async () => {
  phone.close();
  await until(() => publisher.sizeOf(rooms.account('account-ann')) === 0);
});
afterAll(() => test.close());

const sendOut = () => {
  allowed.clear();
  publisher.leave('account-ann', room);
};

it('who may is let in, who may not is told so', async () => {
  expect(await ask(phone, WATCH)).toMatchObject({ ok: true });
  expect(publisher.sizeOf(room)).toBe(1);
  const other = await connect(test.url, signIn('bo'));
  expect(await ask(other, WATCH)).toMatchObject({ error: { code: 'not_allowed' } });
  expect(publisher.sizeOf(room)).toBe(1);
  other.close();
});

it('who is sent out between the question and the room does not stay', async () => {
  meanwhile = () => {
    meanwhile = () => undefined;
    sendOut();
  };
  expect(await ask(phone, WATCH)).toMatchObject({ error: { code: 'not_allowed' } });
  expect(publisher.sizeOf(room)).toBe(0);
});

it('who is sent out meanwhile and may again stays', async () => {
  meanwhile = () => {
    meanwhile = () => undefined;
    publisher.leave('account-ann', room);
  };
  expect(await ask(phone, WATCH)).toMatchObject({ ok: true });
  expect(publisher.sizeOf(room)).toBe(1);
});

it('who hangs up meanwhile leaves nothing behind', async () => {
  meanwhile = () => {
    const server = (publisher as unknown as { server: LiveServer }).server;
    server.local.in(rooms.account('account-ann')).disconnectSockets(true);
  };
  void ask(phone, WATCH).catch(() => undefined);
  await until(() => !phone.connected);
  expect(publisher.sizeOf(room)).toBe(0);
});

it('who lost the right, and nobody said so, is found by looking; a database that is away sends nobody out', async () => {
  await ask(phone, WATCH);
  const server = (publisher as unknown as { server: LiveServer }).server;
  const look = () => test.app.get(StaleSockets).look(server, { rooms: true });
  await look();
  expect(publisher.sizeOf(room)).toBe(1);
  allowed.clear();
  meanwhile = () => {
    throw new Error('connection refused');
  };
  await look();
  expect(publisher.sizeOf(room)).toBe(1);
  meanwhile = () => undefined;
  await look();
  expect(publisher.sizeOf(room)).toBe(0);
  expect(phone.connected).toBe(true);
});

it('a session that ended while its phone was connecting is cut off', async () => {
  test.app.get(Removals).endSession('session-cat');
  const late = await connect(test.url, signIn('cat'));
  await until(() => !late.connected);
  expect(publisher.sizeOf(rooms.account('account-cat'))).toBe(0);
});
