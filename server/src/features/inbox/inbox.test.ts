import { randomUUID } from 'node:crypto';
import type { Inbox } from '@teabreak/shared';
import {
  acquaint,
  block,
  createAgendaItem,
  createAttendee,
  createEvent,
  type TestAttendee,
  type TestEvent,
} from '../../../test/factories.js';
import { createTestApp, type TestApp } from '../../../test/test-app.js';

const MINUTE = 60_000;

let t: TestApp;
let event: TestEvent;
let ann: TestAttendee;
let ivy: TestAttendee;
let tom: TestAttendee;
beforeAll(async () => {
  t = await createTestApp();
  t.clock.set(new Date());
});
afterAll(() => t.close());
beforeEach(async () => {
  event = await createEvent(t.dataSource);
  [ann, ivy, tom] = (await Promise.all(
    ['Ann', 'Ivy', 'Tom'].map((name) => createAttendee(t.dataSource, event.eventId, { name, checkedIn: true })),
  )) as [TestAttendee, TestAttendee, TestAttendee];
  await acquaint(t.dataSource, ivy, ann);
  await acquaint(t.dataSource, ivy, tom);
});

const as = ({ cookie }: { cookie: string }) => t.phone({ cookie });
const inbox = async (person: TestAttendee): Promise<Inbox> =>
  (await as(person).get(`/api/events/${event.eventId}/inbox`)).body;
const brief = async (person: TestAttendee) =>
  (await inbox(person)).items.map(({ kind, name, other, line }) => [kind, name, other, line]);

async function ask(): Promise<string> {
  const answer = await as(ann).post(`/api/events/${event.eventId}/introductions`).send({
    requestId: randomUUID(),
    targetId: tom.registrationId,
    introducerId: ivy.accountId,
    line: 'I need a landlord',
  });
  expect(answer.status).toBeLessThan(300);
  return answer.body.id;
}

it('I2: a request waits for the introducer; the target learns of it when it is passed on, and the asker has nothing to do', async () => {
  const id = await ask();
  expect(await brief(ivy)).toEqual([['pass-on', 'Ann', 'Tom', 'I need a landlord']]);
  expect(await brief(tom)).toEqual([]);
  expect(await brief(ann)).toEqual([]);
  const passed = await as(ivy)
    .post(`/api/events/${event.eventId}/introductions/${id}/pass-on`)
    .send({ line: 'a friend' });
  expect(passed.status).toBeLessThan(300);
  expect(await brief(ivy)).toEqual([]);
  expect(await brief(tom)).toEqual([['answer', 'Ann', 'Ivy', 'a friend']]);
});

it('K1, C2, A1, F3: whoever says that we know each other, scans my card, can help, or waits for a word', async () => {
  const at = `/api/events/${event.eventId}`;
  expect((await as(tom).post(`${at}/people/${ann.registrationId}/acquaintance`)).status).toBe(200);
  await t.dataSource.query('INSERT INTO card_exchanges (event_id, scanner_id, owner_id) VALUES ($1, $2, $3)', [
    event.eventId,
    ivy.registrationId,
    ann.registrationId,
  ]);
  const posted = await as(ann)
    .post(`${at}/asks`)
    .send({ requestId: randomUUID(), kind: 'ask', text: 'Who knows tea?', tags: [], onScreen: false });
  expect(posted.status).toBeLessThan(300);
  const helped = await as(tom)
    .post(`${at}/asks/${posted.body.ask?.id ?? posted.body.id}/help`)
    .send({ line: 'I do' });
  expect(helped.status).toBeLessThan(300);
  const kinds = (await brief(ann)).map(([kind, name]) => [kind, name]);
  expect(kinds).toEqual([
    ['card', 'Ivy'],
    ['acquaintance', 'Tom'],
    ['ask-help', 'Tom'],
  ]);

  await block(t.dataSource, ann, tom);
  expect((await brief(ann)).map(([kind, name]) => [kind, name])).toEqual([['card', 'Ivy']]);
});

it('during a session it is quiet until its end, and an open break ends that; what is about now is marked', async () => {
  const now = t.clock.now().getTime();
  expect((await inbox(ann)).quietUntil).toBeNull();
  const endsAt = new Date(now + 20 * MINUTE);
  await createAgendaItem(t.dataSource, event.eventId, {
    kind: 'session',
    startsAt: new Date(now - 20 * MINUTE),
    endsAt,
  });
  expect((await inbox(ann)).quietUntil).toBe(endsAt.toISOString());
  await t.dataSource.query('INSERT INTO card_exchanges (event_id, scanner_id, owner_id) VALUES ($1, $2, $3)', [
    event.eventId,
    ivy.registrationId,
    ann.registrationId,
  ]);
  await as(tom).post(`/api/events/${event.eventId}/people/${ann.registrationId}/acquaintance`);
  expect((await inbox(ann)).items.map(({ kind, now: isNow }) => [kind, isNow])).toEqual([
    ['card', true],
    ['acquaintance', false],
  ]);
  await createAgendaItem(t.dataSource, event.eventId, { openedAt: new Date(now) });
  expect((await inbox(ann)).quietUntil).toBeNull();
});
