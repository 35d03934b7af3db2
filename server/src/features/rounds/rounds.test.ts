import {
  acquaint,
  block,
  createAgendaItem,
  createEvent,
  createHelper,
  createScreenLink,
  type TestAttendee,
} from '../../../test/factories.js';
import { pairsOf, RoundsRoom, tablesOf } from '../../../test/rounds-room.js';
import { connect, nextEvent } from '../../../test/sockets.js';
import { createTestApp, type TestApp } from '../../../test/test-app.js';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());

const encountersOf = async (eventId: string): Promise<{ via: string; saidBy: string | null }[]> =>
  t.dataSource.query('SELECT via, said_by AS "saidBy" FROM encounters WHERE event_id = $1', [eventId]);

describe('R1: a break as rounds', () => {
  it('pairs everybody who is here and free, with a changeover before each talk, until all rounds are over', async () => {
    const room = await RoundsRoom.open(t, 4);
    const at = t.clock.now().getTime();
    const first = await room.start({ rounds: 2 });
    expect(first.clock).toMatchObject({ number: 1, of: 2, phase: 'changeover' });
    expect(Date.parse(first.clock!.startsAt) - at).toBe(60_000);
    expect(Date.parse(first.clock!.endsAt) - at).toBe(9 * 60_000);
    expect(first).toMatchObject({ breakId: room.breakId, ready: 4, sittingOut: [], waiting: [], out: [] });
    expect(first.tables.map(({ people }) => people.length)).toEqual([2, 2]);
    expect(first.settings).toEqual({ minutes: 8, changeoverSeconds: 60, rounds: 2, oddOneOut: 'trio' });
    expect((await room.step()).clock).toMatchObject({ number: 1, phase: 'running' });
    expect((await room.step()).clock).toMatchObject({ number: 2, phase: 'changeover' });
    const over = await room.wholeRound();
    expect(over.clock).toMatchObject({ number: 2, of: 2, phase: 'over' });
    expect(over.tables).toEqual([]);
    expect(await encountersOf(room.eventId)).toEqual(Array.from({ length: 4 }, () => ({ via: 'round', saidBy: null })));
  });

  it('P1, I6: nobody who is away, hidden, not here, not willing or not confirmed; nobody with somebody they blocked', async () => {
    const room = await RoundsRoom.open(t, 2);
    await room.arrive({ presence: 'away' });
    await room.arrive({ boardLevel: 'hidden' });
    await room.arrive({ checkedIn: false });
    await room.arrive({ consents: { suggestions: false } });
    await room.arrive({ consents: { takePart: false } });
    await room.arrive({ checkedIn: false, status: 'pending' });
    expect((await room.desk()).ready).toBe(2);
    const [one, other] = room.people as [never, never];
    await block(t.dataSource, one, other);
    const refused = await room.post('start');
    expect([refused.status, refused.body.code]).toEqual([409, 'too_few_for_rounds']);
    expect((await room.desk()).clock).toBeNull();
    await room.arrive({ name: 'A' });
    const { tables, sittingOut } = await room.start();
    expect([tables.length, tables[0]?.people.length, sittingOut.length]).toEqual([1, 2, 1]);
  });

  it('needs an open break of this event, and a second tap changes nothing', async () => {
    const room = await RoundsRoom.open(t, 2);
    const closed = await createAgendaItem(t.dataSource, room.eventId);
    const talk = await createAgendaItem(t.dataSource, room.eventId, { kind: 'session' });
    const foreign = await createAgendaItem(t.dataSource, (await createEvent(t.dataSource)).eventId);
    const start = (id: string) =>
      room.as(room.organizer).post(`/api/events/${room.eventId}/breaks/${id}/rounds`).send({});
    expect((await start(closed)).body.code).toBe('break_not_open');
    for (const id of [talk, foreign]) expect((await start(id)).status).toBe(404);
    const first = await room.start();
    expect((await room.start({ minutes: 20 })).clock).toEqual(first.clock);
    for (const body of [{ minutes: 1 }, { rounds: 0 }, { changeoverSeconds: 5 }, { oddOneOut: 'x' }, { extra: 1 }])
      expect((await room.post('start', body)).status).toBe(400);
  });

  it('goes on past the planned end of a break that nobody has closed', async () => {
    const room = await RoundsRoom.open(t, 6, 5);
    expect((await room.start()).clock?.of).toBe(3);
    expect((await room.wholeRound()).clock).toMatchObject({ number: 2, of: 3, phase: 'changeover' });
  });

  it('closing the break ends it: who talked has met, who only had a table has not', async () => {
    const room = await RoundsRoom.open(t, 2);
    await room.start();
    await room.step();
    const close = () => room.as(room.organizer).post(`/api/events/${room.eventId}/breaks/${room.breakId}/close`);
    await close().expect(200);
    await t.settled();
    expect((await room.desk()).clock?.phase).toBe('over');
    expect(await room.mine(room.people[0]!)).toMatchObject({ clock: { phase: 'over' }, state: 'none', partners: [] });
    expect(await encountersOf(room.eventId)).toHaveLength(1);
    const other = await RoundsRoom.open(t, 2);
    await other.start();
    await other.as(other.organizer).post(`/api/events/${other.eventId}/breaks/${other.breakId}/close`).expect(200);
    await t.settled();
    expect(await encountersOf(other.eventId)).toEqual([]);
    expect((await other.mine(other.people[0]!)).clock).toBeNull();
  });

  it('stop: who talks goes on talking, and there is no further round', async () => {
    const room = await RoundsRoom.open(t, 4);
    await room.start();
    await room.step();
    const stopped = await room.post('stop').expect(200);
    expect(stopped.body.clock).toMatchObject({ number: 1, of: 1, phase: 'running' });
    expect((await room.step()).clock).toMatchObject({ number: 1, phase: 'over' });
    expect(await encountersOf(room.eventId)).toHaveLength(2);
    await room.start();
    expect((await room.post('stop')).body).toMatchObject({ clock: null, tables: [] });
    expect(await encountersOf(room.eventId)).toHaveLength(2);
  });

  it('next: ends the talks now; before they have begun, the same round gets new tables', async () => {
    const room = await RoundsRoom.open(t, 4);
    const first = await room.start();
    const late = await room.arrive();
    const again = (await room.post('next', { roundId: first.clock?.roundId })).body;
    expect(again.clock).toMatchObject({ number: 1, phase: 'changeover' });
    expect(again.clock.roundId).not.toBe(first.clock?.roundId);
    expect(tablesOf(again).flat()).toContain(late.name);
    await room.step();
    t.clock.advance(60_000);
    const second = (await room.post('next', { roundId: again.clock.roundId })).body;
    expect(second.clock).toMatchObject({ number: 2, phase: 'changeover' });
    expect(Date.parse(second.clock.startsAt)).toBe(t.clock.now().getTime() + 60_000);
    const stale = await room.post('next', { roundId: again.clock.roundId });
    expect([stale.status, stale.body.clock.roundId]).toEqual([200, second.clock.roundId]);
  });

  it('an organizer starts it, a host guides it, the door does neither', async () => {
    const room = await RoundsRoom.open(t, 4);
    const host = await createHelper(t.dataSource, room.eventId, 'host');
    const door = await createHelper(t.dataSource, room.eventId, 'door');
    expect((await room.post('start', {}, host)).body.code).toBe('not_allowed');
    const { clock } = await room.start();
    for (const [what, body] of [
      ['next', { roundId: clock?.roundId }],
      ['stop', {}],
    ] as const) {
      expect((await room.post(what, body, door)).body.code).toBe('not_allowed');
      expect((await room.post(what, body, host)).status).toBe(200);
    }
  });
});

describe('R3: nobody meets the same person twice', () => {
  it('over twelve rounds of twenty people', async () => {
    const room = await RoundsRoom.open(t, 20);
    let desk = await room.start({ rounds: 12, minutes: 2, changeoverSeconds: 10 });
    const met: string[] = [];
    while (desk.clock?.phase === 'changeover') {
      expect(desk.sittingOut).toEqual([]);
      met.push(...pairsOf(desk));
      desk = await room.wholeRound();
    }
    expect(met).toHaveLength(120);
    expect(new Set(met).size).toBe(120);
    expect(await encountersOf(room.eventId)).toHaveLength(120);
  }, 300_000);

  it('also not whom they met at this event before; the database would refuse it', async () => {
    const room = await RoundsRoom.open(t, 4);
    const [a, b, c] = room.people.map(({ registrationId }) => registrationId).sort() as [string, string, string];
    await t.dataSource.query(
      `INSERT INTO encounters (event_id, one_id, other_id, via) VALUES ($1, $2, $3, 'card'), ($1, $2, $4, 'card')`,
      [room.eventId, a, b, c],
    );
    const { tables, clock } = await room.start();
    const partners = tables.map(({ people }) => people.map(({ registrationId }) => registrationId));
    expect(partners.find((ids) => ids.includes(a))?.some((id) => id === b || id === c)).toBe(false);
    await room.wholeRound();
    const twice = t.dataSource.query(
      `INSERT INTO round_meetings (event_id, round_id, one_id, other_id) SELECT event_id, $1, one_id, other_id FROM round_meetings
       WHERE event_id = $2 AND round_id <> $1 LIMIT 1`,
      [(await room.desk()).clock?.roundId, room.eventId],
    );
    expect(clock?.roundId).toBeDefined();
    await expect(twice).rejects.toThrow('round_meetings_once');
  });

  it.each(['trio', 'sit-out'] as const)('the odd one out: %s, never the same twice running', async (oddOneOut) => {
    const room = await RoundsRoom.open(t, 9);
    let desk = await room.start({ rounds: 3, oddOneOut });
    let before: string[] = [];
    const turns = new Map<string, number>();
    while (desk.clock?.phase === 'changeover') {
      const odd =
        oddOneOut === 'trio'
          ? (tablesOf(desk).find(({ length }) => length === 3) ?? [])
          : desk.sittingOut.map(({ name }) => name);
      expect(odd).toHaveLength(oddOneOut === 'trio' ? 3 : 1);
      expect(odd.filter((name) => before.includes(name)).length).toBeLessThan(odd.length);
      if (oddOneOut === 'sit-out') for (const name of odd) turns.set(name, (turns.get(name) ?? 0) + 1);
      before = odd;
      desk = await room.wholeRound();
    }
    expect([...turns.values()].every((times) => times === 1)).toBe(true);
  });

  it('nor whom one of the two never wants to meet', async () => {
    const room = await RoundsRoom.open(t, 2);
    await t.dataSource.query(
      `INSERT INTO match_wishes (event_id, registration_id, other_id, kind, created_at) VALUES ($1, $2, $3, 'never', now())`,
      [room.eventId, ...room.people.map(({ registrationId }) => registrationId)],
    );
    expect((await room.post('start')).body.code).toBe('too_few_for_rounds');
  });

  it('people who know each other are seated together only where nobody else is left', async () => {
    const room = await RoundsRoom.open(t, 4);
    const [a, b, c, d] = room.people as [TestAttendee, TestAttendee, TestAttendee, TestAttendee];
    await acquaint(t.dataSource, a, b);
    await acquaint(t.dataSource, c, d);
    const together = [[a.name, b.name].sort(), [c.name, d.name].sort()];
    for (const table of tablesOf(await room.start())) expect(together).not.toContainEqual(table);
  });
});

describe('R5: the phone, the wall and the messages', () => {
  it('a phone sees its table, its partner with reasons in its language, and the time', async () => {
    const room = await RoundsRoom.open(t, 0);
    const me = await room.arrive({}, { seeks: ['law'], offers: ['design'] });
    const partner = await room.arrive();
    expect(await room.mine(me)).toEqual({ clock: null, state: 'none', table: null, partners: [], meeting: null });
    await room.start();
    const mine = await room.mine(me);
    expect(mine).toMatchObject({
      state: 'seated',
      table: 1,
      clock: { number: 1, now: t.clock.now().toISOString() },
      partners: [{ registrationId: partner.registrationId, name: partner.name, absent: false }],
    });
    expect(mine.partners[0]?.openingLine).not.toBe('');
    const chinese = await room.as(me).get(`/api/events/${room.eventId}/rounds/mine`).set('accept-language', 'zh-CN');
    expect(chinese.body.partners[0].openingLine).toMatch(/\p{Script=Han}/u);
  });

  it('the wall names only who consented to it (P1, B4)', async () => {
    const room = await RoundsRoom.open(t, 0);
    await room.arrive({ name: 'Open' });
    await room.arrive({ name: 'No screen', consents: { screen: false } });
    const { token } = await createScreenLink(t.dataSource, room.eventId);
    const wall = async () => (await t.http.get(`/api/screen/${token}`).expect(200)).body;
    expect((await wall()).rounds).toBeNull();
    await room.start({ rounds: 1 });
    const { rounds } = await wall();
    expect(rounds.clock).toMatchObject({ number: 1, phase: 'changeover' });
    expect(rounds.tables).toEqual([{ table: 1, people: expect.arrayContaining(['Open', null]) }]);
    await room.wholeRound();
    expect((await wall()).rounds).toBeNull();
  });

  it('phones, desk and wall hear of every step', async () => {
    const room = await RoundsRoom.open(t, 2);
    const { token } = await createScreenLink(t.dataSource, room.eventId);
    const phone = await connect(t.url, room.people[0]!.cookie);
    const wall = await connect(t.url, undefined, { auth: { screen: token } });
    for (const act of [() => room.start(), () => room.step(), () => room.step()]) {
      const told = [phone, wall].map((socket) => nextEvent(socket, 'rounds:changed'));
      await act();
      expect(await Promise.all(told)).toEqual([{ eventId: room.eventId }, { eventId: room.eventId }]);
    }
    for (const socket of [phone, wall]) socket.close();
  });

  it('B2: the board shows who talks, and gives nobody back what they changed themselves', async () => {
    const room = await RoundsRoom.open(t, 4);
    const [a, b] = room.people as [TestAttendee, TestAttendee];
    const presences = async (): Promise<string[]> => {
      const rows: { presence: string }[] = await t.dataSource.query(
        'SELECT presence FROM registrations WHERE event_id = $1 ORDER BY created_at, id',
        [room.eventId],
      );
      return rows.map(({ presence }) => presence).sort();
    };
    const version = async () =>
      (await t.dataSource.query('SELECT board_version::int AS v FROM events WHERE id = $1', [room.eventId]))[0].v;
    await room.start();
    expect(await presences()).toEqual(['free', 'free', 'free', 'free']);
    await room.step();
    expect(await presences()).toEqual(['talking', 'talking', 'talking', 'talking']);
    expect(await version()).toBe(4);
    await room.as(a).put(`/api/events/${room.eventId}/me/presence`).send({ presence: 'away' }).expect(200);
    await room.as(b).put(`/api/events/${room.eventId}/me/presence`).send({ presence: 'free' }).expect(200);
    const next = await room.step();
    expect(await presences()).toEqual(['away', 'free', 'free', 'free']);
    expect(await version()).toBe(4 + 2 + 2);
    const logged: { n: number }[] = await t.dataSource.query(
      'SELECT count(DISTINCT version)::int AS n FROM board_changes WHERE event_id = $1',
      [room.eventId],
    );
    expect(logged[0]?.n).toBe(8);
    expect(tablesOf(next).flat()).not.toContain(a.name);
  });
});

it('200 people are seated in seconds, and all their phones are answered at once', async () => {
  const room = await RoundsRoom.open(t, 200);
  const started = performance.now();
  const desk = await room.start();
  expect(desk.tables).toHaveLength(100);
  const mine = await Promise.all(room.people.map((person) => room.mine(person)));
  expect(new Set(mine.map(({ state }) => state))).toEqual(new Set(['seated']));
  expect(performance.now() - started).toBeLessThan(60_000);
  await room.wholeRound();
  expect(await encountersOf(room.eventId)).toHaveLength(100);
}, 300_000);
