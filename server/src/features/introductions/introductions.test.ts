import { randomUUID } from 'node:crypto';
import type { IntroductionList, IntroductionView } from '@teabreak/shared';
import {
  acquaint,
  createAgendaItem,
  createAttendee,
  createContact,
  createEvent,
  createHelper,
  createPlace,
  grantRole,
  type TestAccount,
  type TestAttendee,
} from '../../../test/factories.js';
import { connect, nextEvent, noEvent } from '../../../test/sockets.js';
import { createTestApp, type TestApp } from '../../../test/test-app.js';
import { IntroductionExpiry } from './introduction-expiry.service.js';

const MINUTE = 60_000;
let app: TestApp;
let eventId: string;
let placeId: string;
let breakId: string;
let rae: TestAttendee;
let ivy: TestAttendee;
let tom: TestAttendee;

const base = () => `/api/events/${eventId}`;
const get = (by: TestAccount, path: string) => app.http.get(`${base()}/${path}`).set('cookie', by.cookie);
const post = (by: TestAccount, path: string, body: object = {}) =>
  app.http.post(`${base()}/${path}`).set('cookie', by.cookie).send(body);
const ask = (by: TestAttendee, target: TestAttendee, introducer: TestAccount | null, more: object = {}) =>
  post(by, 'introductions', {
    requestId: randomUUID(),
    targetId: target.registrationId,
    introducerId: introducer?.accountId ?? null,
    line: 'I would love to hear about tea exports.',
    ...more,
  });
const tap = (by: TestAccount, id: string, what: string, body: object = {}) =>
  post(by, `introductions/${id}/${what}`, body);
const listOf = async (by: TestAccount): Promise<IntroductionView[]> =>
  ((await get(by, 'introductions').expect(200)).body as IntroductionList).introductions;
const asked = async (): Promise<string> => (await ask(rae, tom, ivy).expect(201)).body.id;
async function agreed(): Promise<string> {
  const id = await asked();
  await tap(ivy, id, 'pass-on').expect(200);
  await tap(tom, id, 'agree').expect(200);
  return id;
}
const expire = async () => {
  app.clock.advance(60 * MINUTE);
  await app.app.get(IntroductionExpiry).sweep();
  await app.settled();
};

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set(new Date());
  const db = app.dataSource;
  ({ eventId } = await createEvent(db, { venue: 'Tea House' }));
  placeId = await createPlace(db, eventId, { name: 'Window table', hint: 'left of the bar' });
  breakId = await createAgendaItem(db, eventId, { title: 'Second cup' });
  rae = await createAttendee(db, eventId, { name: 'Rae', recognise: 'red scarf', goal: { seeks: ['tea exports'] } });
  ivy = await createAttendee(db, eventId, { name: 'Ivy', checkedIn: true });
  tom = await createAttendee(db, eventId, {
    name: 'Tom',
    recognise: 'green hat',
    locale: 'zh-CN',
    goal: { offers: ['出口'] },
  });
  await acquaint(db, rae, ivy);
  await acquaint(db, ivy, tom);
  await createContact(db, rae.accountId, 'wechat', 'rae_wechat');
  await createContact(db, tom.accountId, 'wechat', 'tom_wechat');
  await createContact(db, tom.accountId, 'phone', '+8613800138000', 'nobody');
});

describe('I1: asked → passed on → agreed → met', () => {
  it('each of the three sees what they may, step by step', async () => {
    const id = await asked();
    expect((await listOf(rae))[0]).toMatchObject({ id, myPart: 'requester', state: 'asked', can: ['withdraw'] });
    expect((await listOf(ivy))[0]).toMatchObject({ myPart: 'introducer', state: 'asked', can: ['pass-on', 'decline'] });
    expect(await listOf(tom)).toEqual([]);

    const passed = (await tap(ivy, id, 'pass-on', { line: 'You two should talk.' }).expect(200)).body;
    expect(passed).toMatchObject({ state: 'passed-on', introducerLine: 'You two should talk.', can: [] });
    expect((await listOf(tom))[0]).toMatchObject({
      myPart: 'target',
      state: 'passed-on',
      requesterLine: 'I would love to hear about tea exports.',
      introducerLine: 'You two should talk.',
      introducer: { name: 'Ivy' },
      requester: { name: 'Rae', recognise: '' },
      meeting: null,
      contacts: [],
      can: ['agree', 'decline'],
    });

    const yes = (await tap(tom, id, 'agree').expect(200)).body as IntroductionView;
    expect(yes).toMatchObject({
      state: 'agreed',
      requester: { recognise: 'red scarf' },
      contacts: [{ kind: 'wechat', value: 'rae_wechat' }],
      meeting: { placeId, placeName: 'Window table', placeHint: 'left of the bar', breakId, breakTitle: 'Second cup' },
      can: ['met', 'missed', 'change', 'cancel', 'ping'],
    });
    expect(yes.meeting?.openingLine).toBe('Ivy 觉得我们该认识一下，看到您在找“tea exports”，现在最需要哪方面的帮助？');
    const mine = (await get(rae, `introductions/${id}`)).body as IntroductionView;
    expect(mine).toMatchObject({
      state: 'agreed',
      introducerLine: 'You two should talk.',
      target: { recognise: 'green hat' },
    });
    expect(mine.contacts).toEqual([{ kind: 'wechat', value: 'tom_wechat' }]);
    expect(mine.meeting?.openingLine).toContain('“出口”');
    expect((await get(ivy, `introductions/${id}`)).body).toMatchObject({
      state: 'agreed',
      meeting: null,
      contacts: [],
      requester: { recognise: '' },
    });

    const met = (await tap(rae, id, 'met').expect(200)).body as IntroductionView;
    expect(met).toMatchObject({ state: 'met', can: ['missed'], meeting: { said: { me: 'met', other: null } } });
    expect((await get(tom, 'encounters')).body.encounters).toMatchObject([
      { id: met.encounterId, via: 'introduction', person: { name: 'Rae' }, contacts: [{ value: 'rae_wechat' }] },
    ]);
    expect((await get(tom, 'circle')).body.known).toHaveLength(2);
    for (const what of ['met', 'agree']) expect((await tap(tom, id, what).expect(200)).body.state).toBe('met');
    expect((await tap(tom, id, 'cancel').expect(409)).body.code).toBe('introduction_closed');
  });

  it('a repeated request and a repeated tap change nothing', async () => {
    const requestId = randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => ask(rae, tom, ivy, { requestId }).expect(201)));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    const { id } = answers[0]!.body;
    await Promise.all([1, 2, 3].map(() => tap(ivy, id, 'pass-on', { line: 'Hello' }).expect(200)));
    const again = await Promise.all([1, 2, 3].map(() => tap(tom, id, 'agree').expect(200)));
    expect(again[1]!.body).toEqual(again[0]!.body);
    expect((await ask(tom, rae, ivy, { requestId }).expect(409)).body.code).toBe('introduction_exists');
  });

  it('I7: with no place left, or none at all, the two meet at the venue', async () => {
    await app.dataSource.query('DELETE FROM places WHERE event_id = $1', [eventId]);
    await app.dataSource.query('DELETE FROM agenda_items WHERE event_id = $1', [eventId]);
    const id = await agreed();
    expect((await get(rae, `introductions/${id}`)).body.meeting).toMatchObject({
      placeId: null,
      placeName: 'Tea House',
      breakId: null,
      breakTitle: '',
    });
  });

  it('the introducer must be one whom both know; hosts stand in where none of those is present', async () => {
    const stranger = await createAttendee(app.dataSource, eventId);
    expect((await ask(rae, tom, stranger).expect(409)).body).toMatchObject({ code: 'not_an_acquaintance' });
    expect((await ask(rae, tom, tom).expect(409)).body.code).toBe('not_an_acquaintance');
    expect((await ask(rae, tom, null).expect(409)).body.code).toBe('not_an_acquaintance');
    await app.dataSource.query('UPDATE registrations SET checked_in_at = NULL WHERE id = $1', [ivy.registrationId]);
    await ask(rae, tom, null).expect(201);
  });

  it('by the hosts: any of them passes on, then it is theirs alone; the requester does not see whose', async () => {
    const [host, other] = await Promise.all(
      [1, 2].map(() => createHelper(app.dataSource, eventId, 'host', { name: 'Hana' })),
    );
    const door = await createHelper(app.dataSource, eventId, 'door');
    const carl = await createAttendee(app.dataSource, eventId, { name: 'Carl' });
    const { id } = (await ask(rae, carl, null).expect(201)).body;
    expect((await listOf(host!))[0]).toMatchObject({
      id,
      byHosts: true,
      myPart: 'introducer',
      can: ['pass-on', 'decline'],
    });
    expect(await listOf(other!)).toHaveLength(1);
    await get(door, 'introductions').expect(404);
    await tap(door, id, 'pass-on').expect(404);
    await tap(host!, id, 'pass-on').expect(200);
    expect(await listOf(other!)).toEqual([]);
    await tap(other!, id, 'pass-on').expect(404);
    expect((await get(rae, `introductions/${id}`)).body).toMatchObject({ state: 'asked', introducer: null });
    await tap(carl, id, 'agree').expect(200);
    expect((await get(rae, `introductions/${id}`)).body).toMatchObject({
      state: 'agreed',
      introducer: { name: 'Hana' },
    });
  });

  it('a host who is the target learns nothing by being a host', async () => {
    const carl = await createAttendee(app.dataSource, eventId);
    await grantRole(app.dataSource, eventId, carl.accountId, 'host');
    const socket = await connect(app.url, carl.cookie);
    const quiet = noEvent(socket, 'introduction:changed');
    const { id } = (await ask(rae, carl, null).expect(201)).body;
    await quiet;
    socket.close();
    expect(await listOf(carl)).toEqual([]);
    await get(carl, `introductions/${id}`).expect(404);
    await tap(carl, id, 'pass-on').expect(404);
  });
});

describe('I2: nobody learns of a no', () => {
  /** What changes by itself: names of rows and moments of their making. */
  const shape = (view: IntroductionView) => ({
    ...view,
    ...{ id: '', createdAt: '', updatedAt: '', expiresAt: '' },
    ...{ target: view.target.name, requester: view.requester.name },
  });

  it('the requester sees the same, before and after the time is up, whoever says no or nothing', async () => {
    const ends: Record<string, (id: string, target: TestAttendee) => Promise<unknown>> = {
      nothing: async () => undefined,
      'introducer declines': (id) => tap(ivy, id, 'decline').expect(200),
      'passed on, no answer': (id) => tap(ivy, id, 'pass-on', { line: 'hm' }).expect(200),
      'target declines': async (id, target) => {
        await tap(ivy, id, 'pass-on', { line: 'hm' }).expect(200);
        await tap(target, id, 'decline').expect(200);
      },
      'target blocks': (_, target) => post(target, `people/${rae.registrationId}/block`).expect(204),
      'target leaves': async (_, target) => {
        await app.dataSource.query(`UPDATE registrations SET status = 'cancelled' WHERE id = $1`, [
          target.registrationId,
        ]);
      },
    };
    const seen: Record<string, unknown[]> = {};
    for (const [name, end] of Object.entries(ends)) {
      app.clock.set(new Date());
      const requester = await createAttendee(app.dataSource, eventId, { name: 'Rae' });
      const target = await createAttendee(app.dataSource, eventId, { name: 'Target' });
      // One introducer for each: being asked too often must not play a part here.
      ivy = await createAttendee(app.dataSource, eventId, { name: 'Ivy', checkedIn: true });
      await Promise.all([requester, target].map((one) => acquaint(app.dataSource, ivy, one)));
      rae = requester;
      const { id, expiresAt, createdAt } = (await ask(requester, target, ivy).expect(201)).body as IntroductionView;
      app.clock.advance(2 * MINUTE);
      await end(id, target);
      await app.settled();
      const before = (await get(requester, `introductions/${id}`).expect(200)).body as IntroductionView;
      expect(before.updatedAt).toBe(createdAt);
      const again = await ask(requester, target, ivy);
      await expire();
      const after = (await get(requester, `introductions/${id}`).expect(200)).body as IntroductionView;
      expect(after.updatedAt).toBe(expiresAt);
      seen[name] = [shape(before), shape(after), again.status, again.body];
      expect(after).toMatchObject({ state: 'not-this-time', can: [], introducerLine: '' });
    }
    for (const [name, views] of Object.entries(seen))
      expect({ name, views }).toEqual({ name, views: Object.values(seen)[0] });
  });

  it('I3: a no does not free one of the three places before its time, nor the pair', async () => {
    const targets = await Promise.all([1, 2, 3].map(() => createAttendee(app.dataSource, eventId)));
    const ids = [await asked()];
    for (const target of targets.slice(0, 2)) ids.push((await ask(rae, target, null).expect(201)).body.id);
    const refused = await ask(rae, targets[2]!, null).expect(409);
    expect(refused.body).toMatchObject({ code: 'introduction_limit', message: expect.stringContaining('3') });
    await tap(ivy, ids[0]!, 'decline').expect(200);
    expect((await ask(rae, targets[2]!, null).expect(409)).body.code).toBe('introduction_limit');
    await tap(rae, ids[1]!, 'withdraw').expect(200);
    expect((await ask(rae, tom, ivy).expect(409)).body.code).toBe('introduction_exists');
    await ask(rae, targets[2]!, null).expect(201);
    app.clock.advance(60 * MINUTE);
    await ask(rae, tom, ivy).expect(201);
  });

  it('sockets: the target hears nothing of a request, the requester nothing of a no, both of the end', async () => {
    const [toRae, toIvy, toTom] = await Promise.all([rae, ivy, tom].map(({ cookie }) => connect(app.url, cookie)));
    const introducerTold = nextEvent(toIvy!, 'introduction:changed');
    const targetQuiet = noEvent(toTom!, 'introduction:changed');
    const id = await asked();
    expect(await introducerTold).toEqual({ eventId, introductionId: id });
    await targetQuiet;

    const requesterQuiet = noEvent(toRae!, 'introduction:changed', 900);
    const targetTold = nextEvent(toTom!, 'introduction:changed');
    await tap(ivy, id, 'pass-on').expect(200);
    await targetTold;
    await app.settled();
    const introducerQuiet = noEvent(toIvy!, 'introduction:changed', 400);
    await tap(tom, id, 'decline').expect(200);
    await Promise.all([requesterQuiet, introducerQuiet]);

    const requesterTold = nextEvent(toRae!, 'introduction:changed');
    await expire();
    expect(await requesterTold).toEqual({ eventId, introductionId: id });
    const once = noEvent(toRae!, 'introduction:changed');
    await app.app.get(IntroductionExpiry).sweep();
    await once;
    for (const socket of [toRae, toIvy, toTom]) socket!.close();
  });

  it('the target may ask for the requester meanwhile, and learns nothing by it; one yes settles both', async () => {
    const first = await asked();
    const second = (await ask(tom, rae, ivy).expect(201)).body.id;
    await tap(ivy, first, 'pass-on').expect(200);
    expect((await tap(ivy, second, 'pass-on').expect(409)).body.code).toBe('introduction_closed');
    await tap(tom, first, 'agree').expect(200);
    expect((await listOf(tom)).map(({ state }) => state).sort()).toEqual(['agreed', 'not-this-time']);
    expect((await ask(tom, rae, ivy).expect(409)).body.code).toBe('introduction_exists');
  });

  it('threat 24: nobody else finds it, with whatever role elsewhere', async () => {
    const id = await agreed();
    const bystander = await createAttendee(app.dataSource, eventId);
    const foreign = await createEvent(app.dataSource);
    const foreignHost = await createHelper(app.dataSource, foreign.eventId, 'host');
    const foreignAttendee = await createAttendee(app.dataSource, foreign.eventId);
    const host = await createHelper(app.dataSource, eventId, 'owner');
    for (const actor of [bystander, foreignHost, foreignAttendee, host])
      for (const what of ['pass-on', 'agree', 'decline', 'withdraw', 'met', 'missed']) {
        expect((await tap(actor, id, what).expect(404)).body.code).toBe('not_found');
        await get(actor, `introductions/${id}`).expect(404);
      }
    for (const actor of [foreignHost, foreignAttendee]) await get(actor, 'introductions').expect(404);
    const other = `/api/events/${foreign.eventId}/introductions/${id}`;
    await app.http.get(other).set('cookie', foreignHost.cookie).expect(404);
    await app.http.get(other).set('cookie', rae.cookie).expect(404);
    const smuggled = { requestId: randomUUID(), targetId: foreignAttendee.registrationId, introducerId: null };
    await post(rae, 'introductions', smuggled).expect(404);
    await app.http.get(`${base()}/introductions/${id}`).expect(401);
  });
});

describe('I3, I6: nobody is swamped', () => {
  it('five wait for one person, the sixth is refused without a reason', async () => {
    for (let number = 0; number < 5; number += 1)
      await ask(await createAttendee(app.dataSource, eventId), tom, null).expect(201);
    expect((await ask(rae, tom, ivy).expect(409)).body.code).toBe('person_unavailable');
  });

  it('a block ends what waits and what was agreed; contacts are gone', async () => {
    const id = await agreed();
    await post(tom, `people/${rae.registrationId}/block`).expect(204);
    await app.settled();
    for (const one of [rae, tom])
      expect((await get(one, `introductions/${id}`)).body).toMatchObject({ state: 'missed', contacts: [] });
    expect((await ask(rae, tom, ivy).expect(404)).body.code).toBe('not_found');
  });

  it('asks nothing after the event', async () => {
    app.clock.advance(4 * 60 * MINUTE);
    expect((await ask(rae, tom, ivy).expect(409)).body.code).toBe('event_over');
  });
});

describe('I4: “you two should meet”', () => {
  const offer = (by: TestAccount, one: TestAttendee, other: TestAttendee) =>
    post(by, 'introductions/offers', {
      requestId: randomUUID(),
      oneId: one.registrationId,
      otherId: other.registrationId,
      line: 'Tea people!',
    });

  it('both see it and both must accept; neither sees the other’s answer before', async () => {
    const { id } = (await offer(ivy, rae, tom).expect(201)).body;
    for (const one of [rae, tom])
      expect((await get(one, `introductions/${id}`)).body).toMatchObject({
        state: 'passed-on',
        startedBy: 'introducer',
        introducerLine: 'Tea people!',
        can: ['agree', 'decline'],
      });
    const before = (await get(tom, `introductions/${id}`)).body;
    expect((await tap(rae, id, 'agree').expect(200)).body).toMatchObject({
      state: 'passed-on',
      can: ['decline'],
      contacts: [],
    });
    expect((await get(tom, `introductions/${id}`)).body).toEqual(before);
    expect((await tap(tom, id, 'agree').expect(200)).body).toMatchObject({ state: 'agreed', meeting: { placeId } });
    expect((await get(rae, `introductions/${id}`)).body.contacts).toEqual([{ kind: 'wechat', value: 'tom_wechat' }]);
  });

  it('a no of one is not seen by the other, who may still accept in vain', async () => {
    const { id } = (await offer(ivy, rae, tom).expect(201)).body;
    await tap(rae, id, 'decline').expect(200);
    expect((await tap(tom, id, 'agree').expect(200)).body).toMatchObject({ state: 'passed-on', can: ['decline'] });
    await expire();
    expect((await get(tom, `introductions/${id}`)).body).toMatchObject({ state: 'not-this-time', contacts: [] });
  });

  it('only by somebody who knows both, or by a host', async () => {
    const carl = await createAttendee(app.dataSource, eventId);
    await acquaint(app.dataSource, carl, rae);
    expect((await offer(carl, rae, tom).expect(409)).body.code).toBe('not_an_acquaintance');
    await offer(ivy, rae, ivy).expect(404);
    expect((await offer(ivy, rae, rae).expect(400)).body.fields[0].field).toBe('otherId');
    await offer(await createHelper(app.dataSource, eventId, 'door'), rae, tom).expect(404);
    await offer(await createHelper(app.dataSource, eventId, 'host'), rae, tom).expect(201);
    expect((await offer(ivy, tom, rae).expect(409)).body.code).toBe('person_unavailable');
  });
});
