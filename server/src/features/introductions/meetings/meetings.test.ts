import type { TestAttendee } from '../../../../test/factories.js';
import { IntroductionsRoom } from '../../../../test/introductions-room.js';
import { ask, connect, nextEvent, noEvent, type TestSocket } from '../../../../test/sockets.js';
import { createTestApp, type TestApp, until } from '../../../../test/test-app.js';
import { DomainEvents } from '../../../common/domain-events.js';
import { BreaksService } from '../../events/breaks/breaks.service.js';
import { MeetingsRepository } from './meetings.repository.js';
import { MeetingsService } from './meetings.service.js';

let app: TestApp;
let room: IntroductionsRoom;
let rae: TestAttendee;
let tom: TestAttendee;
let ivy: TestAttendee;

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set(new Date());
  room = await IntroductionsRoom.open(app);
  [rae, tom, ivy] = (await room.people('Rae', 'Tom', 'Ivy')) as [TestAttendee, TestAttendee, TestAttendee];
  await room.knows(ivy, rae, tom);
});

/** Pairs that only wait for their target's yes, all through Ivy's word. */
async function waiting(pairs: number, roomOf = room) {
  const introducer = await roomOf.host('Hana');
  return Promise.all(
    Array.from({ length: pairs }, async () => {
      const [requester, target] = (await roomOf.people('Requester', 'Target')) as [TestAttendee, TestAttendee];
      const { id } = (await roomOf.ask(requester, target).expect(201)).body;
      await roomOf.tap(introducer, id, 'pass-on').expect(200);
      return { id, target };
    }),
  );
}
const seatsTaken = async (): Promise<number[]> => {
  const rows: { seats: number }[] = await app.dataSource.query(
    `SELECT sum(2 + introducer_joins::int)::int AS seats FROM introductions
     WHERE event_id = $1 AND place_id IS NOT NULL AND state = 'agreed' GROUP BY place_id, break_id, slot`,
    [room.eventId],
  );
  return rows.map(({ seats }) => seats);
};

describe('I7: places are given once', () => {
  it('10 people agree in the same moment: two tables for three times ten minutes, the others meet at the venue', async () => {
    const pairs = await waiting(10);
    const answers = await Promise.all(pairs.map(({ id, target }) => room.tap(target, id, 'agree').expect(200)));
    expect(answers.every(({ body }) => body.state === 'agreed' && body.meeting !== null)).toBe(true);
    expect(await seatsTaken()).toEqual([2, 2, 2, 2, 2, 2]);
    expect(answers.filter(({ body }) => body.meeting.placeName === 'Tea House')).toHaveLength(4);
  });

  it('negative control: without the lock on the breaks the same tables are given twice', async () => {
    const repository = app.app.get(MeetingsRepository);
    const { breaks } = repository;
    const pairs = await waiting(8);
    let read = 0;
    repository.breaks = async (eventId, now, manager) => {
      const rows = await breaks.call(repository, eventId, now, manager, false);
      // All see the tables as they were before anybody's was given.
      read += 1;
      await until(() => read >= pairs.length);
      return rows;
    };
    await Promise.all(pairs.map(({ id, target }) => room.tap(target, id, 'agree').expect(200)));
    repository.breaks = breaks;
    expect(Math.max(...(await seatsTaken()))).toBeGreaterThan(2);
  });
});

describe('I7: nobody is to be in two places', () => {
  it('each further meeting of the same person is ten minutes later, then in the next break', async () => {
    const next = await room.laterBreak(100);
    const others = await room.people('A', 'B', 'C', 'D');
    const times = [];
    for (const other of others) {
      await room.knows(ivy, other);
      const id = await room.agreed(other, tom, ivy);
      const { meeting } = await room.view(tom, id);
      times.push([meeting?.breakId, (Date.parse(meeting?.startsAt ?? '') - app.clock.now().getTime()) / 60_000]);
    }
    expect(times).toEqual([
      [room.breakId, 10],
      [room.breakId, 20],
      [room.breakId, 30],
      [next, 100],
    ]);
  });

  it('the database refuses it, whatever a statement tries', async () => {
    const id = await room.agreed(rae, tom, ivy);
    const other = await room.person('Other');
    await room.knows(ivy, other);
    const second = await room.agreed(other, tom, ivy);
    await expect(
      app.dataSource.query('UPDATE introduction_seats SET slot = 0 WHERE introduction_id = ANY($1)', [[id, second]]),
    ).rejects.toMatchObject({ driverError: { constraint: 'introduction_seats_one_at_a_time' } });
  });

  it('rounds hold whoever takes part; who left them has time; what was arranged before they began stays', async () => {
    const next = await room.laterBreak(100);
    const id = await room.agreed(rae, tom, ivy);
    const arranged = (await room.view(rae, id)).meeting;
    const rows: { id: string }[] = await app.dataSource.query(
      `INSERT INTO round_series (event_id, break_id, minutes, changeover_seconds, rounds, odd_one_out, next_step_at, created_at)
       VALUES ($1, $2, 8, 60, 5, 'trio', $3::timestamptz + interval '1 hour', $3) RETURNING id`,
      [room.eventId, room.breakId, app.clock.now()],
    );
    await app.app.get(MeetingsService).rearrange(room.eventId);
    expect((await room.view(rae, id)).meeting).toEqual(arranged);
    expect((await room.options(tom, id)).every(({ breakId }) => breakId === next)).toBe(true);
    for (const { registrationId } of [rae, tom])
      await app.dataSource.query(
        `INSERT INTO round_outs (series_id, event_id, registration_id, why, at) VALUES ($1, $2, $3, 'left', now())`,
        [rows[0]?.id, room.eventId, registrationId],
      );
    expect((await room.options(tom, id))[0]).toMatchObject({ breakId: room.breakId });
  });

  it('a break that was made shorter keeps whom it still has time for, the others meet in the next one', async () => {
    const next = await room.laterBreak(100);
    const other = await room.person('Other');
    await room.knows(ivy, other);
    const [first, second] = [await room.agreed(rae, tom, ivy), await room.agreed(other, tom, ivy)];
    await app.dataSource.query(`UPDATE agenda_items SET ends_at = starts_at + interval '15 minutes' WHERE id = $1`, [
      room.breakId,
    ]);
    await app.app.get(MeetingsService).rearrange(room.eventId);
    expect((await room.view(rae, first)).meeting).toMatchObject({ breakId: room.breakId, movedBy: null });
    expect((await room.view(tom, second)).meeting).toMatchObject({ breakId: next, movedBy: null });
  });

  it('a break that is moved takes its meetings along, and whoever comes to one is told, nobody else', async () => {
    const id = await room.agreed(rae, tom, ivy);
    await app.settled();
    const sockets = await Promise.all([tom, ivy].map(({ cookie }) => connect(app.url, cookie)));
    const [phone, introducer] = sockets as [TestSocket, TestSocket];
    let heard = 0;
    introducer.on('introduction:changed', () => {
      heard += 1;
    });
    const told = nextEvent(phone, 'introduction:changed');
    await app.dataSource.query(
      `UPDATE agenda_items SET starts_at = starts_at + interval '5 minutes', ends_at = ends_at + interval '5 minutes' WHERE id = $1`,
      [room.breakId],
    );
    app.app.get(DomainEvents).emit('event:changed', { eventId: room.eventId });
    await told;
    await app.settled();
    const startsAt = new Date(app.clock.now().getTime() + 15 * 60_000).toISOString();
    expect((await room.view(tom, id)).meeting).toMatchObject({ breakId: room.breakId, startsAt, movedBy: null });
    await ask(introducer, 'board:unwatch', { eventId: room.eventId });
    expect(heard).toBe(0);
    for (const socket of sockets) socket.close();
  });

  it('a break that is closed early sends those who have not met yet to the next one', async () => {
    const next = await room.laterBreak(100);
    const id = await room.agreed(rae, tom, ivy);
    const host = await room.host('Hana');
    await app.dataSource.query('UPDATE agenda_items SET opened_at = $2 WHERE id = $1', [room.breakId, app.clock.now()]);
    const actor = { accountId: host.accountId, locale: 'en', siteRole: 'none', sessionId: host.sessionId } as const;
    await app.app.get(BreaksService).close(actor, room.eventId, room.breakId);
    await app.settled();
    expect((await room.view(rae, id)).meeting).toMatchObject({ breakId: next, movedBy: null });
  });
});

describe('three at a table', () => {
  it('the introducer who wants to be there sees where and when, takes a seat, and may still leave it', async () => {
    await app.dataSource.query('UPDATE places SET seats = 3 WHERE event_id = $1 AND position = 1', [room.eventId]);
    const id = await room.agreed(rae, tom, ivy, true);
    const seen = await room.view(ivy, id);
    expect(seen).toMatchObject({
      can: ['ping', 'leave-table'],
      contacts: [],
      meeting: { joinedBy: 'Ivy', openingLine: '' },
    });
    expect(seen.requester.recognise).toBe('Rae’s hat');
    expect((await room.view(rae, id)).meeting).toMatchObject({ joinedBy: 'Ivy', placeId: seen.meeting?.placeId });
    expect(await seatsTaken()).toEqual([3]);
    // Ivy is taken at that time herself.
    const other = await room.person('Other');
    await room.knows(tom, other);
    const own = await room.agreed(ivy, other, tom);
    expect((await room.view(ivy, own)).meeting?.startsAt).not.toBe(seen.meeting?.startsAt);
    for (const _ of [1, 2]) await room.tap(ivy, id, 'leave-table').expect(200);
    expect(await room.view(ivy, id)).toMatchObject({ can: [], meeting: null, requester: { recognise: '' } });
    expect((await room.view(tom, id)).meeting?.joinedBy).toBeNull();
    expect((await room.options(ivy, own)).some(({ startsAt }) => startsAt === seen.meeting?.startsAt)).toBe(true);
  });

  it('who only passed it on has no part in the meeting', async () => {
    const id = await room.agreed(rae, tom, ivy);
    for (const what of ['ping', 'leave-table', 'cancel', 'met'])
      expect((await room.tap(ivy, id, what)).status).toBe(what === 'leave-table' ? 200 : 409);
    await room.get(ivy, `introductions/${id}/meeting/options`).expect(409);
  });
});

describe('change and cancel', () => {
  it('either of the two chooses another time or place that suits both; the other one sees who did', async () => {
    await room.laterBreak(100);
    const id = await room.agreed(rae, tom, ivy);
    const options = await room.options(rae, id);
    const wanted = options.find(({ slot, places }) => slot === 2 && places.length > 1);
    const to = { breakId: room.breakId, slot: 2, placeId: wanted?.places[1]?.id ?? '' };
    const socket = await connect(app.url, tom.cookie);
    const told = nextEvent(socket, 'introduction:changed');
    expect((await room.move(rae, id, to).expect(200)).body.meeting).toMatchObject({
      ...{ placeId: to.placeId },
      movedBy: 'me',
    });
    await told;
    socket.close();
    expect((await room.view(tom, id)).meeting).toMatchObject({ placeId: to.placeId, movedBy: 'other' });
    expect((await room.move(tom, id, { ...to, placeId: null }).expect(200)).body.meeting.placeName).toBe('Tea House');
    for (const bad of [
      { ...to, slot: 9 },
      { ...to, placeId: rae.registrationId },
      { ...to, breakId: rae.registrationId },
    ])
      expect((await room.move(tom, id, bad).expect(409)).body.code).toBe('meeting_taken');
    // Five changes are enough; the same again is none.
    for (const slot of [0, 1, 0]) await room.move(tom, id, { ...to, slot, placeId: null }).expect(200);
    await room.move(tom, id, { ...to, slot: 0, placeId: null }).expect(200);
    expect((await room.move(tom, id, { ...to, slot: 1 }).expect(409)).body.code).toBe('introduction_closed');
  });

  it('a place that somebody else took meanwhile is not given again', async () => {
    const id = await room.agreed(rae, tom, ivy);
    const [other, another] = (await room.people('O', 'P')) as [TestAttendee, TestAttendee];
    await room.knows(ivy, other, another);
    const second = await room.agreed(other, another, ivy);
    const option = (await room.options(rae, id)).find(({ slot }) => slot === 1);
    const to = { breakId: room.breakId, slot: 1, placeId: option?.places[0]?.id ?? '' };
    const answers = await Promise.all([room.move(rae, id, to), room.move(another, second, to)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('cancelling frees the time, tells the other one who it was, and the two may still meet', async () => {
    const id = await room.agreed(rae, tom, ivy);
    for (const _ of [1, 2]) expect((await room.tap(rae, id, 'cancel').expect(200)).body.state).toBe('missed');
    expect((await room.view(tom, id)).meeting).toMatchObject({ cancelledBy: 'other' });
    expect(await app.dataSource.query('SELECT 1 FROM introduction_seats WHERE introduction_id = $1', [id])).toEqual([]);
    await room.ask(rae, tom, { introducer: ivy }).expect(201);
    expect((await room.tap(tom, id, 'met').expect(200)).body).toMatchObject({
      state: 'met',
      meeting: { cancelledBy: null },
    });
  });
});

describe('“I cannot find you”', () => {
  it('shows on both phones who looks and how to recognise them; once a minute', async () => {
    const id = await room.agreed(rae, tom, ivy);
    const socket = await connect(app.url, tom.cookie);
    const told = nextEvent(socket, 'introduction:changed');
    expect((await room.tap(rae, id, 'ping').expect(200)).body.meeting.ping).toMatchObject({ by: 'Rae', byMe: true });
    await told;
    await app.settled();
    const seen = await room.view(tom, id);
    expect(seen.meeting?.ping).toEqual({ by: 'Rae', byMe: false, at: app.clock.now().toISOString() });
    expect(seen.requester.recognise).toBe('Rae’s hat');
    const quiet = noEvent(socket, 'introduction:changed', 200);
    app.clock.advance(59_000);
    await Promise.all([1, 2, 3].map(() => room.tap(rae, id, 'ping').expect(200)));
    await quiet;
    expect((await room.view(tom, id)).meeting?.ping?.at).toBe(seen.meeting?.ping?.at);
    app.clock.advance(2000);
    expect((await room.tap(rae, id, 'ping').expect(200)).body.meeting.ping.at).toBe(app.clock.now().toISOString());
    socket.close();
  });
});

describe('I1: met or missed, by either side', () => {
  const known = async (who: TestAttendee) => (await room.get(who, 'circle').expect(200)).body.known.length;
  const talks = async (who: TestAttendee) => (await room.get(who, 'encounters').expect(200)).body.encounters.length;

  it('one word is enough; where the other one disagrees, no acquaintance is made and only one keeps the talk', async () => {
    const id = await room.agreed(rae, tom, ivy);
    await room.tap(rae, id, 'met').expect(200);
    expect([await known(tom), await talks(tom)]).toEqual([2, 1]);
    expect((await room.tap(tom, id, 'missed').expect(200)).body).toMatchObject({
      state: 'missed',
      meeting: { said: { me: 'missed', other: 'met' } },
      can: ['met'],
    });
    expect([await known(tom), await talks(tom), await known(rae), await talks(rae)]).toEqual([1, 0, 1, 1]);
    expect((await room.view(ivy, id)).state).toBe('missed');
    // Whoever was wrong puts it right.
    expect((await room.tap(tom, id, 'met').expect(200)).body.state).toBe('met');
    expect([await known(tom), await talks(tom)]).toEqual([2, 1]);
  });

  it('both at once, opposite words: they have not met, in whatever order the words arrive', async () => {
    const id = await room.agreed(rae, tom, ivy);
    await Promise.all([room.tap(rae, id, 'met').expect(200), room.tap(tom, id, 'missed').expect(200)]);
    expect((await room.view(rae, id)).state).toBe('missed');
    expect([await known(tom), await talks(tom)]).toEqual([1, 0]);
  });

  it('I6: a block looks as if the other one had said that they missed each other, also afterwards', async () => {
    const id = await room.agreed(rae, tom, ivy);
    const other = await room.person('Other');
    await room.knows(ivy, other);
    const second = await room.agreed(rae, other, ivy);
    await room.post(tom, `people/${rae.registrationId}/block`).expect(204);
    await app.settled();
    await room.tap(other, second, 'missed').expect(200);
    const shape = async (one: string) => {
      const { state, meeting, can } = await room.view(rae, one);
      return { state, can, said: meeting?.said, cancelledBy: meeting?.cancelledBy };
    };
    expect(await shape(id)).toEqual(await shape(second));
    for (const one of [id, second]) await room.tap(rae, one, 'met').expect(200);
    expect(await shape(id)).toEqual(await shape(second));
    expect(await talks(rae)).toBe(0);
  });
});
