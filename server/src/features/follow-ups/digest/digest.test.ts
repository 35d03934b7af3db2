import { randomUUID } from 'node:crypto';
import type { AskView, IntroductionView } from '@teabreak/shared';
import {
  acquaint,
  createAgendaItem,
  createAttendee,
  createEvent,
  type TestAttendee,
  type TestEvent,
} from '../../../../test/factories.js';
import { createTestApp, type TestApp } from '../../../../test/test-app.js';
import { DigestSender } from './digest-sender.js';

const DAY = 24 * 3_600_000;
/** Nine in the morning in Shanghai. */
const MORNING = new Date('2026-06-08T01:00:00Z');
const DAILY = { rhythm: 'daily', weekday: 1, hour: 9, timeZone: 'Asia/Shanghai', answers: true };

let t: TestApp;
let event: TestEvent;
let ann: TestAttendee;
let ivy: TestAttendee;
let tom: TestAttendee;
beforeAll(async () => {
  t = await createTestApp();
  // Its own look, once a minute, would come in between.
  await t.app.get(DigestSender).onModuleDestroy();
});
afterAll(() => t.close());
beforeEach(async () => {
  t.clock.set(MORNING);
  event = await createEvent(t.dataSource, {
    title: 'Tea & Code',
    startsAt: new Date(MORNING.getTime() - DAY),
    endsAt: new Date(MORNING.getTime() + 3 * DAY),
  });
  const person = (name: string) => createAttendee(t.dataSource, event.eventId, { name, checkedIn: true });
  [ann, ivy, tom] = [await person('Ann Lee'), await person('Ivy'), await person('Tom Wu')];
  await acquaint(t.dataSource, ivy, ann);
  await acquaint(t.dataSource, ivy, tom);
});

const as = ({ cookie }: { cookie: string }) => t.phone({ cookie });
const at = (rest: string) => `/api/events/${event.eventId}/${rest}`;
const send = () => t.app.get(DigestSender).sendDue();

async function wants(person: TestAttendee, choice: object = {}): Promise<string> {
  const email = `${randomUUID()}@mail.test`;
  await t.dataSource.query('UPDATE accounts SET email = $2, email_verified_at = now() WHERE id = $1', [
    person.accountId,
    email,
  ]);
  await as(person)
    .put('/api/me/digest')
    .send({ ...DAILY, ...choice })
    .expect(200);
  return email;
}
const mails = (to: string): Promise<{ subject: string; body: string }[]> =>
  t.dataSource.query('SELECT subject, body FROM mails WHERE recipient = $1 ORDER BY created_at', [to]);

/** Ann asks Ivy for Tom. */
async function ask(): Promise<IntroductionView> {
  const body = {
    requestId: randomUUID(),
    targetId: tom.registrationId,
    introducerId: ivy.accountId,
    line: 'SECRET line',
  };
  return (await as(ann).post(at('introductions')).send(body).expect(201)).body;
}
/** Tom can help Ann. */
async function help(): Promise<void> {
  const body = { requestId: randomUUID(), kind: 'ask', text: 'SECRET ask', tags: [], onScreen: false };
  const posted = (await as(ann).post(at('asks')).send(body)).body as AskView;
  expect(
    (
      await as(tom)
        .post(at(`asks/${posted.id}/help`))
        .send({ line: 'SECRET help' })
    ).status,
  ).toBeLessThan(300);
}

it('I2: a request waits in the introducer’s mail, in the target’s only once passed on, and in nobody’s once answered', async () => {
  const [toAnn, toIvy, toTom] = [await wants(ann), await wants(ivy), await wants(tom)];
  const { id } = await ask();
  await send();
  expect(await mails(toAnn)).toEqual([]);
  expect(await mails(toTom)).toEqual([]);
  const [first] = await mails(toIvy);
  expect(first?.subject).toBe('1 answer awaited');
  expect(first?.body).toContain(
    `Tea & Code\n- Ann Lee would like to meet Tom Wu: will you introduce them?\nhttp://teabreak.test/e/${event.slug}/inbox`,
  );
  expect(first?.body).not.toContain('SECRET');

  await as(ivy)
    .post(at(`introductions/${id}/pass-on`))
    .send({ line: 'SECRET friend' })
    .expect(200);
  t.clock.set(new Date(MORNING.getTime() + DAY));
  await send();
  const [second] = await mails(toTom);
  expect(second?.body).toContain('- An introduction to Ann Lee: would you like to meet?');
  expect(second?.body).not.toContain('SECRET');
  expect(await mails(toIvy)).toHaveLength(1);
  expect(await mails(toAnn)).toEqual([]);

  await as(tom)
    .post(at(`introductions/${id}/decline`))
    .send({})
    .expect(200);
  t.clock.set(new Date(MORNING.getTime() + 2 * DAY));
  await send();
  expect(await mails(toTom)).toHaveLength(1);
  expect(await mails(toAnn)).toEqual([]);
});

it('A1, F3: help and follow-ups stand in one mail, in the reader’s language; who wants only follow-ups gets these', async () => {
  const both = await wants(ann);
  await t.dataSource.query(`UPDATE accounts SET locale = 'zh-CN' WHERE id = $1`, [ann.accountId]);
  await help();
  const talk = await as(ann).post(at('encounters')).send({ personId: ivy.registrationId }).expect(200);
  await as(ann).post('/api/follow-ups').send({ encounterId: talk.body.id }).expect(200);
  t.clock.set(new Date(MORNING.getTime() + DAY));
  await send();
  const [mail] = await mails(both);
  expect(mail?.subject).toBe('该联系一下Ivy了 · 1 件事等你答复');
  expect(mail?.body).toContain('- Tom Wu 说能帮上你的忙');
  expect(mail?.body).toContain('- Ivy（Tea & Code）');
  expect(mail?.body).not.toContain('SECRET');

  await as(ann)
    .put('/api/me/digest')
    .send({ ...DAILY, answers: false })
    .expect(200);
  t.clock.set(new Date(MORNING.getTime() + 2 * DAY));
  await send();
  const [, second] = await mails(both);
  expect(second?.subject).toBe('该联系一下Ivy了');
  expect(second?.body).not.toContain('Tom Wu');
});

it('during a session there is no mail for who sits in it; an open break, or its end, lets it come', async () => {
  const [toIvy, toTom] = [await wants(ivy), await wants(tom)];
  await t.dataSource.query('UPDATE registrations SET checked_in_at = NULL, on_board = false WHERE id = $1', [
    tom.registrationId,
  ]);
  await ask();
  const now = MORNING.getTime();
  const sessionId = await createAgendaItem(t.dataSource, event.eventId, {
    kind: 'session',
    startsAt: new Date(now - 60_000),
    endsAt: new Date(now + 600_000),
  });
  await send();
  expect(await mails(toIvy)).toEqual([]);
  t.clock.set(new Date(now + 600_000));
  await send();
  expect(await mails(toIvy)).toHaveLength(1);

  // The next day's session is interrupted by a break.
  t.clock.set(new Date(now + DAY));
  await t.dataSource.query('UPDATE agenda_items SET starts_at = $2, ends_at = $3 WHERE id = $1', [
    sessionId,
    new Date(now + DAY - 60_000),
    new Date(now + DAY + 600_000),
  ]);
  await send();
  expect(await mails(toIvy)).toHaveLength(1);
  await createAgendaItem(t.dataSource, event.eventId, { openedAt: new Date(now + DAY) });
  await send();
  expect(await mails(toIvy)).toHaveLength(2);
  expect(await mails(toTom)).toEqual([]);
});
