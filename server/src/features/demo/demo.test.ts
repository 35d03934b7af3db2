import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { BoardSnapshot, DemoEntered, SuggestionsAnswer } from '@teabreak/shared';
import { createAccount, createAttendee, createEvent } from '../../../test/factories.js';
import { connect, nextEvent } from '../../../test/sockets.js';
import { createTestApp, type TestApp, until } from '../../../test/test-app.js';
import { createTestDatabase } from '../../../test/test-database.js';
import { RealtimePublisher } from '../../realtime/realtime.publisher.js';
import { rooms } from '../../realtime/rooms.js';
import { DEMO_GUESTS } from './demo-people.js';
import { DemoSimulation } from './demo-simulation.service.js';
import type { Order } from './simulation/order.js';

const { NODE_OPTIONS } = process.env;

describe('the demo', () => {
  let test: TestApp;
  beforeAll(() => {
    // The program that plays the guests is TypeScript here.
    process.env.NODE_OPTIONS = `--import=${join(import.meta.dirname, '../../../test/register-typescript.mjs')}`;
  });
  afterAll(() => {
    process.env.NODE_OPTIONS = NODE_OPTIONS;
  });
  beforeEach(async () => {
    test = await createTestApp({ config: { demo: true } });
    test.clock.set(new Date());
  });
  afterEach(() => test.close());

  async function enter(phone = test.phone()): Promise<DemoEntered> {
    const { body } = await phone.post('/api/demo').expect(200);
    return body;
  }
  async function count(sql: string): Promise<number> {
    const rows: { count: number }[] = await test.dataSource.query(`SELECT count(*)::integer AS count FROM ${sql}`);
    return rows[0]?.count ?? -1;
  }

  /** What the board has seen so far. */
  const moves = () => count('board_changes');

  it('is made once, however many start it at the same moment', async () => {
    const entered = await Promise.all(Array.from({ length: 10 }, () => enter()));
    expect(new Set(entered.map(({ eventId }) => eventId)).size).toBe(1);
    expect(new Set(entered.map(({ registrationId }) => registrationId)).size).toBe(10);
    expect(await count('events WHERE is_demo')).toBe(1);
    expect(await count('registrations')).toBe(DEMO_GUESTS + 10);
    expect(await count(`event_roles WHERE role = 'owner'`)).toBe(1);
    const [event] = await test.dataSource.query('SELECT taken, capacity FROM events');
    expect(event.taken).toBe(DEMO_GUESTS + 10);
  });

  it('signs whoever steps in in, with a place of their own; twice is as good as once', async () => {
    const phone = test.phone();
    const first = await enter(phone);
    expect(await enter(phone)).toEqual(first);
    const { body: mine } = await phone.get(`/api/events/${first.eventId}/me`).expect(200);
    expect(mine).toMatchObject({ status: 'confirmed', presence: 'free', goal: { kind: 'partner' } });
    expect(mine.checkedInAt).not.toBeNull();
    const { body: me } = await phone.get('/api/me').expect(200);
    expect(me).toMatchObject({ signedIn: true, siteRole: 'none', runs: [{ role: 'owner' }] });
    const { body: circle } = await phone.get(`/api/events/${first.eventId}/circle`).expect(200);
    expect(circle.known).toHaveLength(3);
    const { body: board }: { body: BoardSnapshot } = await phone.get(`/api/events/${first.eventId}/board`).expect(200);
    expect(board.people.map(({ id }) => id)).toContain(first.registrationId);
    expect(board.people.length).toBeGreaterThan(70);
  });

  it('lets nobody but its starter, and the first organizer, see the organizer’s side or end it', async () => {
    const [starter, second] = [test.phone(), test.phone()];
    const { eventId } = await enter(starter);
    await enter(second);
    await starter.get(`/api/events/${eventId}`).expect(200);
    await second.get(`/api/events/${eventId}`).expect(403);
    await second.delete('/api/demo').expect(403);
    await test.http.delete('/api/demo').expect(401);
    const mayEnd = async (phone: typeof starter) => (await phone.get('/api/demo').expect(200)).body.mayEnd;
    expect([await mayEnd(starter), await mayEnd(second), await mayEnd(test.http)]).toEqual([true, false, false]);
    const organizer = test.phone({ cookie: (await createAccount(test.dataSource, { siteRole: 'first' })).cookie });
    expect(await mayEnd(organizer)).toBe(true);
    await organizer.delete('/api/demo').expect(204);
    await organizer.delete('/api/demo').expect(404);
  });

  it('M3, M5: gives whoever steps in suggestions, some over a warm path', async () => {
    const phone = test.phone({ 'accept-language': 'zh-CN' });
    const { eventId } = await enter(phone);
    const { body }: { body: SuggestionsAnswer } = await phone
      .get(`/api/events/${eventId}/suggestions`)
      .set('accept-language', 'zh-CN')
      .expect(200);
    expect(body.state).toBe('ready');
    expect(body.suggestions.length).toBeGreaterThanOrEqual(3);
    expect(body.suggestions.some(({ introducers }) => introducers.length > 0)).toBe(true);
  });

  it('goes without a trace, and takes nothing real with it', async () => {
    const real = await createEvent(test.dataSource);
    const guest = await createAttendee(test.dataSource, real.eventId, { name: 'Real Guest', goal: {} });
    const signedIn = test.phone({ cookie: guest.cookie });
    const tables: { name: string }[] = await test.dataSource.query(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'
         AND table_name NOT IN ('migrations', 'setup_links', 'instance_secrets')`,
    );
    const counts = async () =>
      Object.fromEntries(await Promise.all(tables.map(async ({ name }) => [name, await count(name)] as const)));
    const before = await counts();

    const starter = test.phone();
    const { eventId } = await enter(starter);
    const asGuest = await enter(signedIn);
    expect(asGuest.registrationId).not.toBe(guest.registrationId);
    const { body: mine } = await signedIn.get(`/api/events/${eventId}/me`).expect(200);
    expect(mine.name).toBe('Real Guest');
    await test.settled();
    await test.app.get(DemoSimulation).tend();
    await until(async () => (await moves()) > 5);
    await starter
      .post(`/api/events/${eventId}/messages`)
      .send({ clientId: crypto.randomUUID(), text: 'hello' })
      .expect(201);

    const cleared = await starter.delete('/api/demo').expect(204);
    expect(cleared.headers['set-cookie']?.[0]).toMatch(/teabreak_session=;/u);
    await test.settled();
    expect(await counts()).toEqual(before);
    await starter.get('/api/events').expect(401);
    await signedIn.get(`/api/events/${real.eventId}/me`).expect(200);
    await signedIn.get(`/api/events/${eventId}/me`).expect(404);
    expect((await test.http.get('/api/demo').expect(200)).body).toEqual({
      state: 'none',
      slug: null,
      eventId: null,
      mayEnd: false,
    });
  });

  it('goes completely also when its owner deletes it like any event; who went on to a real one stays', async () => {
    const real = await createEvent(test.dataSource);
    const [starter, stayer] = [test.phone(), test.phone()];
    const { eventId } = await enter(starter);
    await enter(stayer);
    await stayer
      .post(`/api/public/events/${real.slug}/registrations`)
      .send({
        requestId: crypto.randomUUID(),
        name: 'Now Real',
        contact: { kind: 'wechat', value: 'now_real' },
        goal: { kind: 'friends' },
        consents: { takePart: true, board: true, screen: false, suggestions: true },
        locale: 'en',
      })
      .expect(201);
    await starter.delete(`/api/events/${eventId}`).expect(204);
    await test.settled();
    expect(await count('accounts WHERE is_demo')).toBe(0);
    // The real event's owner and the one who went on.
    expect(await count('accounts')).toBe(2);
    await stayer.get(`/api/events/${real.eventId}/me`).expect(200);
  });

  it('is marked as a demo wherever it shows', async () => {
    const phone = test.phone();
    const { slug } = await enter(phone);
    expect((await test.http.get(`/api/public/events/${slug}`).expect(200)).body.isDemo).toBe(true);
    expect((await phone.get('/api/events').expect(200)).body).toEqual([expect.objectContaining({ isDemo: true })]);
  });

  it('starts anew when the evening is over', async () => {
    const first = await enter();
    test.clock.advance(4 * 3_600_000);
    expect((await test.http.get('/api/demo').expect(200)).body.state).toBe('none');
    const second = await enter();
    expect(second.eventId).not.toBe(first.eventId);
    expect(await count('registrations')).toBe(DEMO_GUESTS + 1);
  });

  it('can be turned off', async () => {
    const off = await createTestApp({ config: { demo: false } });
    await off.http.post('/api/demo').expect(404);
    expect((await off.http.get('/api/demo').expect(200)).body.state).toBe('none');
    await off.close();
  });

  describe('simulated by a client of its own', () => {
    it('B3: moves the board within seconds, and opens the break by the agenda', async () => {
      const phone = test.phone();
      const answer = await phone.post('/api/demo').expect(200);
      const { eventId }: DemoEntered = answer.body;
      const socket = await connect(test.url, answer.headers['set-cookie']?.[0]?.split(';')[0]);
      const { body: board }: { body: BoardSnapshot } = await phone.get(`/api/events/${eventId}/board`);
      await socket.timeout(60_000).emitWithAck('board:watch', { eventId, since: board.version });
      const seen = new Set<string>();
      socket.on('board:changed', ({ changes }) => {
        for (const change of changes) if (change.kind === 'put') seen.add(change.person.id);
      });
      await nextEvent(socket, 'board:changed');
      // The agenda's first break is half a minute away; an earlier one is open at once.
      await test.dataSource.query(
        `UPDATE agenda_items SET starts_at = now() - interval '1 minute' WHERE event_id = $1 AND title LIKE 'First tea break%'`,
        [eventId],
      );
      await nextEvent(socket, 'break:opened');
      await until(() => seen.size >= 3);
      socket.close();
    });

    it('I1: passes the visitor’s request on and agrees, seconds later each', async () => {
      const phone = test.phone();
      const { eventId } = await enter(phone);
      const { body }: { body: SuggestionsAnswer } = await phone.get(`/api/events/${eventId}/suggestions`).expect(200);
      const warm = body.suggestions.find(({ introducers }) => introducers.length > 0)!;
      const introducerId = warm.introducers[0]!.accountId;
      await until(() => test.app.get(RealtimePublisher).sizeOf(rooms.account(introducerId)) > 0);
      const { body: asked } = await phone
        .post(`/api/events/${eventId}/introductions`)
        .send({
          requestId: crypto.randomUUID(),
          targetId: warm.person.id,
          introducerId,
          line: 'Would you?',
        })
        .expect(201);
      const state = async () =>
        (await phone.get(`/api/events/${eventId}/introductions/${asked.id}`).expect(200)).body.state;
      expect(asked.state).toBe('asked');
      await until(async () => (await state()) === 'agreed', 200_000);
    });

    it('A1: others post asks, and somebody can help with the visitor’s own', async () => {
      const phone = test.phone();
      const { eventId } = await enter(phone);
      const path = `/api/events/${eventId}/asks`;
      const posted = await phone
        .post(path)
        .send({ requestId: crypto.randomUUID(), kind: 'ask', text: 'Who knows a potter?', tags: [], onScreen: false });
      expect(posted.status).toBeLessThan(300);
      await until(async () => (await phone.get(path)).body.asks.length >= 2);
      await until(async () => (await phone.get(`/api/events/${eventId}/ask-threads`)).body.threads.length > 0);
    });

    it('runs on one server of several, and goes on at another one when that one ends', async () => {
      const database = await createTestDatabase();
      const options = { config: { demo: true }, databaseUrl: database.url };
      const [one, other] = [await createTestApp(options), await createTestApp(options)];
      for (const { clock } of [one, other]) clock.set(new Date());
      await one.http.post('/api/demo').expect(200);
      const [first, second] = [one.app.get(DemoSimulation), other.app.get(DemoSimulation)];
      await first.tend();
      await second.tend();
      const pid = childOf(first);
      expect([alive(pid), childOf(second)]).toEqual([true, undefined]);
      await one.close();
      expect(alive(pid)).toBe(false);
      await second.tend();
      expect(alive(childOf(second))).toBe(true);
      await other.close();
      await database.drop();
    });

    it('never outlives the server that started it', async () => {
      const program = fork(join(import.meta.dirname, 'simulation/main.ts'), {
        env: { NODE_OPTIONS: process.env.NODE_OPTIONS },
        stdio: 'ignore',
      });
      const order: Order = {
        baseUrl: test.url,
        eventId: crypto.randomUUID(),
        seed: 1,
        accounts: (['host', 'door'] as const).map((part) => ({
          accountId: part,
          registrationId: null,
          part,
          cookie: 'x',
        })),
      };
      const ended = once(program, 'exit');
      program.send(order);
      program.disconnect();
      await ended;
      expect(alive(program.pid)).toBe(false);
    });

    it('ends with the demo', async () => {
      const phone = test.phone();
      const { eventId } = await enter(phone);
      await until(async () => (await moves()) > 2);
      const pid = childOf(test.app.get(DemoSimulation));
      expect(alive(pid)).toBe(true);
      // Nobody tells the program: it finds nothing any more.
      await test.dataSource.query('DELETE FROM events WHERE id = $1', [eventId]);
      await until(() => !alive(pid));
    });
  });
});

function childOf(simulation: DemoSimulation): number | undefined {
  return (simulation as unknown as { child: { pid: number } | null }).child?.pid;
}

function alive(pid: number | undefined): boolean {
  if (pid === undefined) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
