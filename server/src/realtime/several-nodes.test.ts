import { setTimeout as sleep } from 'node:timers/promises';
import { BoardPhone } from '../../test/board-phone.js';
import { createAttendee, createEvent, type TestAttendee } from '../../test/factories.js';
import { type FaultProxy, faultProxy } from '../../test/faults.js';
import { describeWithRedis, TestRedis } from '../../test/redis.js';
import { ask, connect, nextEvent } from '../../test/sockets.js';
import { createTestApp, type TestApp, until } from '../../test/test-app.js';
import { createTestDatabase, TEST_DATABASE_URL, type TestDatabase } from '../../test/test-database.js';
import { RealtimePublisher } from './realtime.publisher.js';
import { rooms } from './rooms.js';

/** Two servers of one installation, and the same story on both whatever carries their messages. */
class Nodes {
  readonly unhandled: unknown[] = [];
  private readonly note = (reason: unknown) => this.unhandled.push(reason);

  private constructor(
    private readonly database: TestDatabase,
    readonly a: TestApp,
    readonly b: TestApp,
  ) {
    process.on('unhandledRejection', this.note);
    process.on('uncaughtException', this.note);
  }

  /** `messages`: what carries them, given the database's URL. */
  static async start(messages: (databaseUrl: string) => { databaseUrl?: string; redisUrl?: string }): Promise<Nodes> {
    const database = await createTestDatabase();
    const node = () => createTestApp({ databaseUrl: database.url, config: messages(database.url) });
    return new Nodes(database, await node(), await node());
  }

  async stop(): Promise<void> {
    await this.a.close();
    await this.b.close();
    await this.database.drop();
    process.off('unhandledRejection', this.note);
    process.off('uncaughtException', this.note);
  }

  async room(): Promise<{ eventId: string; ann: TestAttendee; bo: TestAttendee }> {
    const { eventId } = await createEvent(this.a.dataSource);
    const present = (name: string) => createAttendee(this.a.dataSource, eventId, { name, checkedIn: true });
    return { eventId, ann: await present('Ann'), bo: await present('Bo') };
  }
}

const say = (node: TestApp, { cookie, eventId }: TestAttendee, presence: string) =>
  node.phone({ cookie }).put(`/api/events/${eventId}/me/presence`).send({ presence });

function withPort(url: string, port: number): string {
  const through = new URL(url);
  through.port = String(port);
  return through.href;
}

async function tellEachOther(nodes: Nodes): Promise<void> {
  const { eventId, ann, bo } = await nodes.room();
  const phone = await BoardPhone.open(nodes.b.url, bo.cookie, eventId);
  await say(nodes.a, ann, 'talking').expect(200);
  await until(() => phone.people.get(ann.registrationId)?.presence === 'talking');
  for (const presence of ['free', 'away', 'talking']) {
    await Promise.all([say(nodes.a, ann, presence).expect(200), say(nodes.b, bo, presence).expect(200)]);
  }
  await until(() => phone.isRight());
  phone.close();
}

/** Resolves once changes on A arrive at the phone on B again without its asking. */
async function goOn(nodes: Nodes, who: TestAttendee, phone: BoardPhone, withinMs = 60_000): Promise<void> {
  await until(async () => {
    await phone.catchUp();
    const { version } = phone;
    await say(nodes.a, who, phone.people.get(who.registrationId)?.presence === 'free' ? 'away' : 'free').expect(200);
    await sleep(400);
    return phone.version > version && phone.isRight();
  }, withinMs);
}

async function cutWhatEnded(nodes: Nodes): Promise<void> {
  const { ann } = await nodes.room();
  const socket = await connect(nodes.b.url, ann.cookie);
  const told = nextEvent(socket, 'session:ended');
  await nodes.a.phone({ cookie: ann.cookie }).delete('/api/sessions/current').expect(204);
  await told;
  await until(() => !socket.connected);
  await expect(connect(nodes.b.url, ann.cookie)).rejects.toMatchObject({ data: { code: 'session_ended' } });
}

/** Soon after the answer to removing them a phone on the other node hears nothing more of what one that stays does hear. */
async function hearNothingMore(nodes: Nodes, remove: (typeof removals)[number][1]): Promise<void> {
  const { eventId, ann, bo } = await nodes.room();
  const phone = await BoardPhone.open(nodes.b.url, bo.cookie, eventId);
  const staying = await BoardPhone.open(nodes.b.url, ann.cookie, eventId);
  await remove(nodes, bo);
  const watching = () => nodes.b.app.get(RealtimePublisher).sizeOf(rooms.board(eventId));
  await until(() => watching() === 1);
  // What was sent before has arrived when an answer has.
  if (phone.socket.connected) await ask(phone.socket, 'no:such', {}).catch(() => undefined);
  const frames: unknown[] = [];
  // What concerns themself they may still be told.
  phone.socket.onAny((name: string) => OWN.has(name) || frames.push(name));
  for (const presence of ['talking', 'free', 'away']) await say(nodes.a, ann, presence).expect(200);
  await until(() => staying.people.get(ann.registrationId)?.presence === 'away');
  if (phone.socket.connected) await ask(phone.socket, 'no:such', {}).catch(() => undefined);
  expect(frames).toEqual([]);
  for (const open of [phone, staying]) open.close();
}

const OWN = new Set(['registration:changed', 'session:ended']);

/** A machine that stands still for a while lengthens some times, not most. */
function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

const removals: [string, (nodes: Nodes, who: TestAttendee) => Promise<unknown>][] = [
  [
    'cancelling',
    ({ a }, { cookie, eventId }) => a.phone({ cookie }).post(`/api/events/${eventId}/me/cancel`).expect(204),
  ],
  [
    'taking back taking part',
    ({ a }, { cookie, eventId }) => {
      const consents = { takePart: false, board: true, screen: true, suggestions: true };
      return a.phone({ cookie }).patch(`/api/events/${eventId}/me`).send({ consents }).expect(200);
    },
  ],
  ['signing out', ({ a }, { cookie }) => a.phone({ cookie }).delete('/api/sessions/current').expect(204)],
];

describe('two servers on one PostgreSQL', () => {
  let nodes: Nodes;
  let proxy: FaultProxy;
  beforeAll(async () => {
    proxy = await faultProxy(Number(new URL(process.env[TEST_DATABASE_URL] ?? '').port));
    // Only the messages go through the proxy: what is cut is what carries them.
    nodes = await Nodes.start((url) => ({ databaseUrl: withPort(url, proxy.port) }));
  });
  afterAll(async () => {
    await nodes.stop();
    await proxy.close();
  });

  it('B3: what happens on one reaches the phones of the other, which then show what a new one sees', () =>
    tellEachOther(nodes));
  it('a session that ends on one is cut on the other', () => cutWhatEnded(nodes));
  it.each(removals)('after %s on one, a phone of the other soon hears nothing more', (_, remove) =>
    hearNothingMore(nodes, remove),
  );

  it('F12: who was removed while a node could not hear the others hears nothing more once it can', async () => {
    const { eventId, ann, bo } = await nodes.room();
    const staying = await BoardPhone.open(nodes.b.url, ann.cookie, eventId);
    const leaving = await BoardPhone.open(nodes.b.url, bo.cookie, eventId);
    const { cookie } = await createAttendee(nodes.a.dataSource, eventId, { name: 'Cat', checkedIn: true });
    const signedOut = await BoardPhone.open(nodes.b.url, cookie, eventId);
    proxy.refuse(true);
    await removals[0]![1](nodes, bo);
    await nodes.a.phone({ cookie }).delete('/api/sessions/current').expect(204);
    await nodes.a.settled();
    const watching = () => nodes.b.app.get(RealtimePublisher).sizeOf(rooms.board(eventId));
    expect(watching()).toBe(3);
    proxy.refuse(false);
    await until(() => watching() === 1 && !signedOut.socket.connected);
    expect(leaving.socket.connected && staying.socket.connected).toBe(true);
    for (const phone of [staying, leaving, signedOut]) phone.close();
  });

  it('F12: go on telling each other after the connection that carries it was lost four times', async () => {
    const { eventId, ann, bo } = await nodes.room();
    const phone = await BoardPhone.open(nodes.b.url, bo.cookie, eventId);
    for (let cut = 0; cut < 4; cut += 1) {
      proxy.cut();
      await say(nodes.a, ann, 'talking').expect(200);
      await goOn(nodes, ann, phone);
    }
    phone.close();
  }, 300_000);

  it('nothing was thrown into the air', () => expect(nodes.unhandled).toEqual([]));
});

describeWithRedis('two servers with a Redis', () => {
  let nodes: Nodes;
  let redis: TestRedis;
  let proxy: FaultProxy;
  beforeAll(async () => {
    redis = await TestRedis.start();
    proxy = await faultProxy(Number(new URL(redis.url).port));
    nodes = await Nodes.start(() => ({ redisUrl: withPort(redis.url, proxy.port) }));
  });
  afterAll(async () => {
    await nodes.stop();
    await proxy.close();
    await redis.kill();
  });

  it('B3: what happens on one reaches the phones of the other, which then show what a new one sees', () =>
    tellEachOther(nodes));
  it('a session that ends on one is cut on the other', () => cutWhatEnded(nodes));
  it.each(removals)('after %s on one, a phone of the other soon hears nothing more', (_, remove) =>
    hearNothingMore(nodes, remove),
  );

  it('F9: with Redis killed everything works, phones fetch what they missed, and it goes on by itself', async () => {
    const { eventId, ann, bo } = await nodes.room();
    const far = await BoardPhone.open(nodes.b.url, bo.cookie, eventId);
    const near = await BoardPhone.open(nodes.a.url, bo.cookie, eventId);
    await redis.kill();
    const times: number[] = [];
    for (let at = 0; at < 11; at += 1) {
      const from = performance.now();
      await say(nodes.a, ann, at % 2 === 0 ? 'talking' : 'away').expect(200);
      times.push(performance.now() - from);
      await sleep(200);
    }
    expect(median(times)).toBeLessThan(1000);
    await nodes.b.http.get('/api/health/ready').expect(200);
    await until(() => near.isRight());
    // What ends a right needs no Redis.
    await cutWhatEnded(nodes);
    await Promise.all(removals.map(([, remove]) => hearNothingMore(nodes, remove)));
    // Its node looks by itself, without being told and without the phone's asking.
    await until(() => far.isRight());

    await redis.start();
    await goOn(nodes, ann, far);
    await cutWhatEnded(nodes);
    far.close();
    near.close();
  }, 300_000);

  it('F11: a Redis that takes everything and answers nothing holds up nobody, and it goes on by itself', async () => {
    const { eventId, ann, bo } = await nodes.room();
    const far = await BoardPhone.open(nodes.b.url, bo.cookie, eventId);
    const near = await BoardPhone.open(nodes.a.url, bo.cookie, eventId);
    proxy.blackHole(true);
    const times: number[] = [];
    for (let at = 0; at < 21; at += 1) {
      const from = performance.now();
      await say(nodes.a, ann, at % 2 === 0 ? 'talking' : 'away').expect(200);
      await until(() => near.people.get(ann.registrationId)?.presence === (at % 2 === 0 ? 'talking' : 'away'));
      times.push(performance.now() - from);
      await sleep(200);
    }
    expect(median(times)).toBeLessThan(1500);
    await nodes.a.phone({ cookie: bo.cookie }).post(`/api/events/${eventId}/me/cancel`).expect(204);
    await until(() => far.isRight().catch(() => true));
    // Who leaves hears nothing more on the node where they left, Redis or not.
    await nodes.a.settled();
    // What was sent before has arrived when an answer has.
    await ask(near.socket, 'no:such', {});
    const { version } = near;
    await say(nodes.a, ann, 'free').expect(200);
    await sleep(500);
    expect(near.version).toBe(version);

    proxy.blackHole(false);
    const { eventId: other, ann: cat, bo: dan } = await nodes.room();
    const phone = await BoardPhone.open(nodes.b.url, dan.cookie, other);
    await goOn(nodes, cat, phone);
    for (const open of [far, near, phone]) open.close();
  }, 300_000);

  it('nothing was thrown into the air', () => expect(nodes.unhandled).toEqual([]));
});
