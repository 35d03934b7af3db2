import type { IntroductionView } from '@teabreak/shared';
import type { TestAttendee } from '../../../test/factories.js';
import { IntroductionsRoom } from '../../../test/introductions-room.js';
import { ask, connect } from '../../../test/sockets.js';
import { createTestApp, type TestApp } from '../../../test/test-app.js';

/** A "no" must not be read off what else the same people can and cannot do meanwhile (I2, I6). */
let app: TestApp;
let room: IntroductionsRoom;
let rae: TestAttendee;
let tom: TestAttendee;
let ivy: TestAttendee;
let joe: TestAttendee;

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set(new Date());
  room = await IntroductionsRoom.open(app);
  [rae, tom, ivy, joe] = (await room.people('Rae', 'Tom', 'Ivy', 'Joe')) as [
    TestAttendee,
    TestAttendee,
    TestAttendee,
    TestAttendee,
  ];
  await Promise.all([room.knows(ivy, rae, tom), room.knows(joe, rae, tom)]);
});

const asked = async (by: TestAttendee, target: TestAttendee, introducer: TestAttendee): Promise<string> =>
  (await room.ask(by, target, { introducer }).expect(201)).body.id;
const told = ({ state, updatedAt, can }: IntroductionView) => ({ state, updatedAt, can });

describe('I2: one’s own request, when the other one’s request for the same meeting comes about', () => {
  it.each([
    ['nobody has answered it', []],
    ['the introducer has said no', ['decline']],
  ])('ends in the same moment where %s', async (_, taps) => {
    const own = await asked(rae, tom, ivy);
    for (const what of taps) await room.tap(ivy, own, what).expect(200);
    app.clock.advance(60_000);
    const theirs = await asked(tom, rae, joe);
    await room.tap(joe, theirs, 'pass-on').expect(200);
    expect((await room.view(rae, own)).state).toBe('asked');
    await room.tap(rae, theirs, 'agree').expect(200);
    const now = app.clock.now().toISOString();
    expect(told(await room.view(rae, own))).toEqual({ state: 'not-this-time', updatedAt: now, can: [] });
    // Its place is free again, either way.
    const others = await room.people('A', 'B', 'C');
    for (const other of others) {
      await room.knows(joe, other);
      await asked(rae, other, joe);
    }
  });
});

describe('I2: whoever brought two together does not learn the answer by trying once more', () => {
  it.each([
    ['nobody has answered', []],
    ['the target has said no', ['decline']],
  ])('an offer to the same two is refused alike where %s', async (_, taps) => {
    const id = await asked(rae, tom, ivy);
    await room.tap(ivy, id, 'pass-on').expect(200);
    for (const what of taps) await room.tap(tom, id, what).expect(200);
    for (const by of [ivy, joe]) {
      const answer = await room.offer(by, rae, tom).expect(409);
      expect(answer.body.code).toBe('person_unavailable');
    }
    await room.later(41);
    await room.offer(ivy, rae, tom).expect(201);
  });

  it('nor does one of the two see by a second offer that the other one has turned down the first', async () => {
    const { id } = (await room.offer(ivy, rae, tom).expect(201)).body;
    await room.tap(rae, id, 'decline').expect(200);
    expect((await room.offer(joe, rae, tom).expect(409)).body.code).toBe('person_unavailable');
    expect((await room.list(tom)).map((one) => one.state)).toEqual(['passed-on']);
  });
});

describe('I2, I6: leaving and blocking before both agreed', () => {
  const cases = ['asked', 'passed-on'].flatMap((stage) =>
    ['introducer', 'target'].flatMap((who) => ['blocks', 'leaves'].map((how) => [stage, who, how] as const)),
  );
  it.each(cases)('%s: whoever asked reads and hears nothing of it that the %s %s', async (stage, who, how) => {
    const control = (await room.people('Rae', 'Tom', 'Ivy')) as [TestAttendee, TestAttendee, TestAttendee];
    await room.knows(control[2], control[0], control[1]);
    const pairs = [[rae, tom, ivy] as const, control];
    const ids = await Promise.all(pairs.map(([by, target, introducer]) => asked(by, target, introducer)));
    if (stage === 'passed-on')
      for (const [at, [, , introducer]] of pairs.entries())
        await room.tap(introducer, ids[at] ?? '', 'pass-on').expect(200);
    await app.settled();
    const sockets = await Promise.all(pairs.map(([{ cookie }]) => connect(app.url, cookie)));
    const heard = [0, 0];
    for (const [at, socket] of sockets.entries())
      socket.on('introduction:changed', () => {
        heard[at] = (heard[at] ?? 0) + 1;
      });
    const seen = async () => {
      await app.settled();
      await Promise.all(sockets.map((socket) => ask(socket, 'board:unwatch', { eventId: room.eventId })));
      const views = await Promise.all(pairs.map(([by], at) => room.view(by, ids[at] ?? '')));
      const inboxes = await Promise.all(
        pairs.map(async ([by]) => (await room.get(by, 'inbox').expect(200)).body.items),
      );
      return views.map((view, at) => ({
        ...told(view),
        expiresAt: view.expiresAt,
        inbox: inboxes[at],
        heard: heard[at],
      }));
    };
    const actor = who === 'target' ? tom : ivy;
    if (how === 'blocks') await room.post(actor, `people/${rae.registrationId}/block`).expect(204);
    else await room.post(actor, 'me/cancel').expect(204);
    const [one, untouched] = await seen();
    expect(one).toEqual(untouched);
    expect(one).toMatchObject({ state: 'asked', can: ['withdraw'], heard: 0 });
    await room.later(40);
    const [then, thenUntouched] = await seen();
    expect(then).toEqual(thenUntouched);
    expect(then).toMatchObject({ state: 'not-this-time', can: [], heard: 1 });
    for (const socket of sockets) socket.close();
  });
});

describe('leaving and blocking after both agreed', () => {
  it.each(['block', 'leave'])('I7: whoever is left by a %s has the time free for others', async (how) => {
    const id = await room.agreed(rae, tom, ivy);
    const { startsAt } = (await room.view(rae, id)).meeting as NonNullable<IntroductionView['meeting']>;
    if (how === 'block') await room.post(tom, `people/${rae.registrationId}/block`).expect(204);
    else await room.post(tom, 'me/cancel').expect(204);
    await app.settled();
    expect(await room.view(rae, id)).toMatchObject({ state: 'missed', meeting: { said: { other: 'missed' } } });
    const other = await room.person('Other');
    await room.knows(ivy, other);
    const next = await room.agreed(rae, other, ivy);
    expect((await room.view(rae, next)).meeting?.startsAt).toBe(startsAt);
  });

  it.each(['block', 'leave'])('three at a table: after a %s of the introducer the two meet alone', async (how) => {
    await app.dataSource.query('UPDATE places SET seats = 3 WHERE event_id = $1', [room.eventId]);
    const id = await room.agreed(rae, tom, ivy, true);
    expect((await room.view(rae, id)).meeting?.joinedBy).toBe('Ivy');
    if (how === 'block') await room.post(tom, `people/${ivy.registrationId}/block`).expect(204);
    else await room.post(ivy, 'me/cancel').expect(204);
    await app.settled();
    for (const one of [rae, tom])
      expect(await room.view(one, id)).toMatchObject({ state: 'agreed', meeting: { joinedBy: null } });
    const seats = await app.dataSource.query('SELECT 1 FROM introduction_seats WHERE introduction_id = $1', [id]);
    expect(seats).toHaveLength(2);
  });

  it('three at a table: an introducer who has left before the two agreed is not announced', async () => {
    const id = await asked(rae, tom, ivy);
    await room.tap(ivy, id, 'pass-on', { joins: true }).expect(200);
    await room.post(ivy, 'me/cancel').expect(204);
    await app.settled();
    expect((await room.tap(tom, id, 'agree').expect(200)).body.meeting).toMatchObject({ joinedBy: null });
  });
});
