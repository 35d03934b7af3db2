import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { WebSocket } from 'ws';
import { type Dice, dice } from '../../src/features/demo/seeded-random.js';
import { BoardPhone } from '../board-phone.js';
import { createAttendee, createEvent, openSession, type TestAttendee } from '../factories.js';
import { NodeProcess } from '../node-process.js';
import { TEST_ORIGIN, until } from '../test-app.js';
import { createTestDatabase, type TestDatabase } from '../test-database.js';
import { callsTo } from './board-acts.js';
import { openPolling, openWebSocket, type RawConnection } from './raw-connection.js';
import { type Frame, frameOf } from './raw-frames.js';

const FRAMES = Number(process.env.FUZZ_FRAMES ?? 20_000);
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_122);
/** Each with a session of its own: more than five connections of one are refused. */
const AT_ONCE = 16;
const FRAMES_PER_CONNECTION = 24;
const FLOODERS = 6;
const FLOOD_MS = 6_000;
/** Longer only where the machine itself stands still. */
const SLOWEST_MS = 30_000;
/** What a process may hold more after all that than before it. */
const MORE_MEGABYTES = 150;

describe(`threats 37, 39, 40: ${FRAMES} frames of any shape, seed ${SEED}`, () => {
  let database: TestDatabase;
  let db: DataSource;
  let node: NodeProcess;
  let eventId: string;
  let talker: TestAttendee;
  let phone: BoardPhone;
  const cookies: string[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    db = await new DataSource({ type: 'postgres', url: database.url }).initialize();
    node = await NodeProcess.start({ databaseUrl: database.url });
    ({ eventId } = await createEvent(db));
    talker = await createAttendee(db, eventId, { checkedIn: true });
    while (cookies.length < AT_ONCE) {
      const { accountId, cookie } = await createAttendee(db, eventId, { checkedIn: true });
      cookies.push(cookie, (await openSession(db, accountId)).cookie);
    }
    phone = await BoardPhone.open(node.url, talker.cookie, eventId);
  }, 200_000);
  afterAll(async () => {
    phone?.close();
    await node?.close();
    await db?.destroy();
    await database?.drop();
  });

  /** Somebody's phone goes on hearing; resolves to the longest that it waited for a change, in milliseconds. */
  async function goOnHearing(isOver: () => boolean): Promise<number> {
    let longest = 0;
    for (let turn = 0; !isOver(); turn += 1) {
      const from = performance.now();
      const presence = turn % 2 === 0 ? 'talking' : 'free';
      const say = () => callsTo(node.url)('PUT', `events/${eventId}/me/presence`, talker.cookie, { presence });
      // What is too much for the moment may say so, and is asked again; the time it takes counts.
      await until(async () => (await say())?.status === 200);
      await until(() => phone.people.get(talker.registrationId)?.presence === presence);
      longest = Math.max(longest, performance.now() - from);
      await sleep(600);
    }
    return longest;
  }

  /** @returns what the server failed to do, or null */
  async function talk(
    connection: RawConnection,
    frames: readonly Frame[],
    isSignedIn: boolean,
  ): Promise<string | null> {
    const isEnd = ({ must }: Frame) => must === 'end';
    const end = frames.find(isEnd);
    for (const { data } of frames) await connection.send(data);
    if (end || !isSignedIn) {
      const ended = await connection.ended().then(
        () => true,
        () => false,
      );
      return ended ? null : `goes on after ${JSON.stringify(frames.map(({ data }) => data)).slice(0, 500)}`;
    }
    for (const frame of frames) {
      if (frame.must !== 'answer') continue;
      const mark = new RegExp(`^43${frame.id}\\[`, 'u');
      const text = await connection.packet((packet) => mark.test(packet)).catch(() => null);
      const said = JSON.stringify(frame.data).slice(0, 300);
      if (text === null) return `no answer to ${said}`;
      const [answer] = JSON.parse(text.slice(text.indexOf('['))) as { ok: boolean; error?: { code: string } }[];
      if (answer === undefined || typeof answer.ok !== 'boolean') return `${text} to ${said}`;
      if (['internal', 'unavailable'].includes(answer.error?.code ?? '')) return `${text} to ${said}`;
    }
    return null;
  }

  /** Some frames up to the first that ends the connection. */
  function framesFor(random: Dice): Frame[] {
    const first = random.pick([1, 1000, 2 ** 31, 2 ** 52]);
    const frames: Frame[] = [];
    while (frames.length < FRAMES_PER_CONNECTION && frames.at(-1)?.must !== 'end')
      frames.push(frameOf(random, first + frames.length, eventId));
    return frames;
  }

  async function attempt(random: Dice, cookie: string): Promise<{ sent: number; wrong: string | null }> {
    const isSignedIn = random.chance(0.75);
    const isPolling = random.chance(0.2);
    const connection = await (isPolling ? openPolling : openWebSocket)(
      node.url,
      isSignedIn ? cookie : 'teabreak_session=x',
    );
    try {
      if (isSignedIn) {
        await connection.send(['40']);
        if ((await connection.packet((text) => text.startsWith('40{'))) === null)
          return { sent: 1, wrong: 'not let in' };
      } else if (random.chance(0.5)) {
        await connection.send([
          random.pick(['40', '40{}', '40{"screen":7}', '40{"screen":"x"}', '40{"__proto__":{"a":1}}']),
        ]);
        const refusal = await connection.packet((text) => text.startsWith('44{'));
        if (!/"code":"(?:not_signed_in|session_ended|not_found)"/u.test(refusal ?? ''))
          return { sent: 1, wrong: `${refusal}` };
      }
      const frames = framesFor(random);
      // Who is nobody and speaks is shown out.
      if (!isSignedIn) frames.push({ data: ['42["x"]'], must: 'end' });
      return { sent: frames.length, wrong: await talk(connection, frames, isSignedIn) };
    } finally {
      connection.close();
    }
  }

  it('each is answered or ends its connection; the server stands, and others go on hearing', async () => {
    let sent = 0;
    let isOver = false;
    const before = await node.megabytes();
    const hearing = goOnHearing(() => isOver);
    const wrong: string[] = [];
    await Promise.all(
      Array.from({ length: AT_ONCE }, async (_, at) => {
        for (let turn = 0; sent < FRAMES && wrong.length < 10; turn += 1) {
          const result = await attempt(dice(SEED + at * 100_000 + turn), cookies[at] ?? '');
          sent += result.sent;
          if (result.wrong !== null) wrong.push(result.wrong);
        }
      }),
    ).finally(() => {
      isOver = true;
    });
    expect(wrong).toEqual([]);
    expect(sent).toBeGreaterThanOrEqual(FRAMES);
    expect(await hearing).toBeLessThan(SLOWEST_MS);
    expect(await phone.isRight()).toBe(true);
    expect(phone.witness.faults).toEqual([]);
    expect(node.isUp).toBe(true);
    expect(node.complaints).toEqual([]);
    const after = await node.megabytes();
    if (before !== null && after !== null) expect(after - before).toBeLessThan(MORE_MEGABYTES);
  }, 900_000);

  it('threat 40: who floods and does not read is cut off, and memory stays bounded', async () => {
    let isOver = false;
    const before = await node.megabytes();
    const hearing = goOnHearing(() => isOver);
    let most = before ?? 0;
    const flood = async (cookie: string) => {
      const socket = new WebSocket(`${node.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, {
        origin: TEST_ORIGIN,
        headers: { cookie },
      });
      const ended = new Promise<void>((resolve) => socket.on('close', resolve));
      socket.on('error', () => undefined);
      await new Promise((resolve) => socket.on('open', resolve));
      socket.send('40');
      await sleep(200);
      socket.pause();
      const deadline = performance.now() + FLOOD_MS;
      for (let id = 1; performance.now() < deadline && socket.readyState === WebSocket.OPEN; ) {
        for (const last = id + 500; id < last; id += 1) socket.send(`42${id}["x",{"eventId":"${eventId}"}]`);
        most = Math.max(most, (await node.megabytes()) ?? 0);
        while (socket.bufferedAmount > 1_000_000 && performance.now() < deadline) await sleep(20);
        await sleep(1);
      }
      // Who does not read does not see the end either.
      socket.resume();
      await Promise.race([ended, sleep(60_000, undefined, { ref: false })]);
      const wasCut = socket.readyState === WebSocket.CLOSED;
      socket.terminate();
      return wasCut;
    };
    const cut = await Promise.all(cookies.slice(0, FLOODERS).map(flood));
    isOver = true;
    expect(await hearing).toBeLessThan(SLOWEST_MS);
    expect(cut).toEqual(cut.map(() => true));
    expect(node.isUp).toBe(true);
    expect(node.complaints).toEqual([]);
    if (before !== null) expect(most - before).toBeLessThan(MORE_MEGABYTES);
  }, 300_000);
});
