import { randomUUID } from 'node:crypto';
import type { TestAttendee } from '../../../test/factories.js';
import { IntroductionsRoom } from '../../../test/introductions-room.js';
import { createTestApp, type TestApp, until } from '../../../test/test-app.js';
import { DomainEvents } from '../../common/domain-events.js';
import { IntroductionExpiry } from './introduction-expiry.service.js';
import { IntroductionsRepository } from './introductions.repository.js';

const ROUNDS = 6;
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
  await newcomers();
});

async function newcomers(): Promise<void> {
  [rae, tom, ivy] = (await room.people('Rae', 'Tom', 'Ivy')) as [TestAttendee, TestAttendee, TestAttendee];
  await room.knows(ivy, rae, tom);
}
const asked = async (): Promise<string> => (await room.ask(rae, tom, { introducer: ivy }).expect(201)).body.id;
const rowOf = async (id: string) =>
  (
    await app.dataSource.query(
      'SELECT state, end_reason AS reason, introducer_account_id AS by FROM introductions WHERE id = $1',
      [id],
    )
  )[0];

describe('one outcome, whoever is at it in the same moment', () => {
  it('two hosts pass on and decline at once: one of them has it, the other is told that it is gone', async () => {
    const [hana, kim] = [await room.host('Hana'), await room.host('Kim')];
    for (let round = 0; round < ROUNDS; round += 1) {
      await newcomers();
      const stranger = await room.person('Stranger');
      const { id } = (await room.ask(rae, stranger).expect(201)).body;
      const answers = await Promise.all([room.tap(hana, id, 'pass-on'), room.tap(kim, id, 'decline')]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
      const { state, by } = await rowOf(id);
      const won = answers[0]?.status === 200;
      expect([state, by]).toEqual(won ? ['passed-on', hana.accountId] : ['not-this-time', kim.accountId]);
    }
  });

  it('yes and no of the target, the requester’s withdrawal and the end of time at once: one of them, and it stays', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      await newcomers();
      const id = await asked();
      await room.tap(ivy, id, 'pass-on').expect(200);
      const taps = [room.tap(tom, id, 'agree'), room.tap(tom, id, 'decline'), room.tap(rae, id, 'withdraw')];
      const statuses = (await Promise.all([...taps, app.app.get(IntroductionExpiry).sweep()])).slice(0, 3) as {
        status: number;
      }[];
      for (const { status } of statuses) expect([200, 409]).toContain(status);
      const first = await rowOf(id);
      expect(['agreed', 'not-this-time']).toContain(first.state);
      const grants = await app.dataSource.query('SELECT 1 FROM contact_grants WHERE owner_account_id = $1', [
        rae.accountId,
      ]);
      const seats = await app.dataSource.query('SELECT 1 FROM introduction_seats WHERE introduction_id = $1', [id]);
      expect([grants.length, seats.length]).toEqual(first.state === 'agreed' ? [1, 2] : [0, 0]);
      await Promise.all([room.tap(tom, id, 'decline'), room.tap(rae, id, 'withdraw')]);
      expect(await rowOf(id)).toEqual(first);
    }
  });

  it('both answer an offer at once: agreed once, each is told once', async () => {
    const told: string[] = [];
    app.app.get(DomainEvents).on('introduction:changed', ({ introductionId, accountIds }) => {
      if (accountIds.includes(rae.accountId)) told.push(introductionId);
    });
    const { id } = (await room.offer(ivy, rae, tom).expect(201)).body;
    await app.settled();
    told.length = 0;
    await Promise.all([rae, tom, rae, tom].map((one) => room.tap(one, id, 'agree').expect(200)));
    expect((await rowOf(id)).state).toBe('agreed');
    await app.settled();
    // Her own yes, and the other's: less when hers was the second.
    expect(told.length).toBeLessThanOrEqual(2);
  });

  it('the same request from five taps is one; another one’s key is refused; a retry after the end is answered as ever', async () => {
    const requestId = randomUUID();
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map(() => room.ask(rae, tom, { introducer: ivy, requestId }).expect(201)),
    );
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    await room.later(60);
    expect((await room.ask(rae, tom, { introducer: ivy, requestId }).expect(201)).body).toMatchObject({
      id: answers[0]?.body.id,
      state: 'not-this-time',
    });
    expect((await room.ask(tom, rae, { introducer: ivy, requestId }).expect(409)).body.code).toBe(
      'introduction_exists',
    );
  });

  it('I3: eight ask the same introducer at once: five get through, whatever she answers meanwhile', async () => {
    const guests = await room.people('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H');
    await room.knows(ivy, ...guests);
    const answers = await Promise.all(guests.map((guest) => room.ask(guest, tom, { introducer: ivy })));
    const codes = answers.map(({ status, body }) => (status === 201 ? 'asked' : body.code));
    // The target, too, takes five.
    expect(codes.filter((code) => code === 'asked')).toHaveLength(5);
    const other = await room.person('Other');
    await room.knows(ivy, other);
    const refused = await room.ask(rae, other, { introducer: ivy }).expect(409);
    expect(refused.body).toMatchObject({ code: 'introducer_busy', message: expect.stringContaining('Ivy') });
    for (const { status, body } of answers) if (status === 201) await room.tap(ivy, body.id, 'decline').expect(200);
    expect((await room.ask(rae, other, { introducer: ivy }).expect(409)).body.code).toBe('introducer_busy');
    // With nobody else who could be asked the hosts stand in.
    await room.ask(rae, other).expect(201);
    await room.later(60);
    const another = await room.person('Another');
    await room.knows(ivy, another);
    await room.ask(rae, another, { introducer: ivy }).expect(201);
  });

  it('negative control: without the lock on the row both hosts believe that it is theirs', async () => {
    const [hana, kim] = [await room.host('Hana'), await room.host('Kim')];
    const stranger = await room.person('Stranger');
    const { id } = (await room.ask(rae, stranger).expect(201)).body;
    const repository = app.app.get(IntroductionsRepository);
    const { locked, save } = repository;
    let read = 0;
    repository.locked = async (manager, eventId, one) => {
      const row = await repository.find(eventId, one, manager);
      read += 1;
      await until(() => read >= 2);
      return row;
    };
    // And without the condition on its state, nor the trigger.
    await app.dataSource.query('ALTER TABLE introductions DISABLE TRIGGER introductions_in_order');
    let saved = 0;
    repository.save = async (manager, before, after, now) => {
      const [row]: { state: typeof before.state }[] = await manager.query(
        'SELECT state FROM introductions WHERE id = $1 FOR UPDATE',
        [before.id],
      );
      const done = await save.call(repository, manager, { ...before, state: row?.state ?? before.state }, after, now);
      saved += Number(done);
      return done;
    };
    await Promise.all([room.tap(hana, id, 'pass-on'), room.tap(kim, id, 'decline')]);
    Object.assign(repository, { locked, save });
    await app.dataSource.query('ALTER TABLE introductions ENABLE TRIGGER introductions_in_order');
    expect(saved).toBe(2);
  });
});

describe('I1: the states in order, in the database', () => {
  it.each([
    ['asked', 'agreed'],
    ['asked', 'met'],
    ['passed-on', 'asked'],
    ['not-this-time', 'passed-on'],
    ['agreed', 'passed-on'],
    ['agreed', 'not-this-time'],
    ['met', 'agreed'],
    ['passed-on', 'unknown'],
    ['unknown', 'met'],
  ])('%s does not become %s', async (from, to) => {
    const [{ id }] = await app.dataSource.query(
      `INSERT INTO introductions (event_id, request_id, requester_id, target_id, introducer_account_id, state, end_reason,
         requester_accepted_at, target_accepted_at, passed_on_at, agreed_at, ended_at, expires_at)
       VALUES ($1, gen_random_uuid(), $2, $3, $4, $5, NULL, now(), now(), now(), now(),
         CASE WHEN $5 IN ('met', 'unknown', 'not-this-time') THEN now() END, now()) RETURNING id`,
      [room.eventId, rae.registrationId, tom.registrationId, ivy.accountId, from],
    );
    const ended = ['met', 'unknown', 'not-this-time'].includes(to);
    await expect(
      app.dataSource.query(
        `UPDATE introductions SET state = $2, ended_at = CASE WHEN $3 THEN now() END WHERE id = $1`,
        [id, to, ended],
      ),
    ).rejects.toMatchObject({ driverError: { constraint: 'introductions_in_order' } });
    await expect(
      app.dataSource.query('UPDATE introductions SET target_id = $2 WHERE id = $1', [id, ivy.registrationId]),
    ).rejects.toMatchObject({ driverError: { constraint: 'introductions_in_order' } });
  });
});

describe('I1: it ends with the break, however long that is', () => {
  const open = () =>
    app.dataSource.query('UPDATE agenda_items SET opened_at = $2 WHERE id = $1', [room.breakId, app.clock.now()]);

  it('a break that is still open goes on, and nobody sees an end that is taken back', async () => {
    const id = await asked();
    await room.later(10);
    await open();
    await room.later(29.9);
    for (let step = 0; step < 15; step += 1) {
      await room.later(5 / 60);
      expect((await room.view(rae, id)).state).toBe('asked');
    }
    await app.dataSource.query('UPDATE agenda_items SET closed_at = $2 WHERE id = $1', [room.breakId, app.clock.now()]);
    app.app.get(DomainEvents).emit('break:closed', { eventId: room.eventId, itemId: room.breakId });
    await app.settled();
    expect((await room.view(rae, id)).state).toBe('not-this-time');
  });

  it.each([
    ['moved', `UPDATE agenda_items SET ends_at = ends_at + interval '15 minutes' WHERE id = $1`, 55],
    ['taken out, with the event', 'DELETE FROM agenda_items WHERE id = $1', 180],
  ])('one that is %s ends for all alike what was to end with it', async (_, change, minutes) => {
    const ids = [await asked()];
    const other = await room.person('Other');
    await room.knows(ivy, other);
    ids.push((await room.ask(rae, other, { introducer: ivy }).expect(201)).body.id);
    await room.tap(ivy, ids[1] ?? '', 'decline').expect(200);
    await app.dataSource.query(change, [room.breakId]);
    app.app.get(DomainEvents).emit('event:changed', { eventId: room.eventId });
    await app.settled();
    const ends = await Promise.all(ids.map(async (id) => (await room.view(rae, id)).expiresAt));
    expect(ends.map((end) => Math.round((Date.parse(end) - app.clock.now().getTime()) / 60_000))).toEqual([
      minutes,
      minutes,
    ]);
    const seen = async () =>
      (await Promise.all(ids.map((id) => room.view(rae, id)))).map(({ state, can }) => ({ state, can }));
    await room.later(minutes - 1);
    expect(await seen()).toEqual(ids.map(() => ({ state: 'asked', can: ['withdraw'] })));
    await room.later(1);
    expect(await seen()).toEqual(ids.map(() => ({ state: 'not-this-time', can: [] })));
  });
});
