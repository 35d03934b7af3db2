import { randomUUID } from 'node:crypto';
import type { FollowUpDetail, FollowUpList } from '@teabreak/shared';
import {
  acquaint,
  block,
  createAccount,
  createAttendee,
  createContact,
  createEvent,
  type TestAttendee,
  type TestEvent,
} from '../../../test/factories.js';
import { connect, nextEvent } from '../../../test/sockets.js';
import { createTestApp, type TestApp } from '../../../test/test-app.js';
import { DigestService } from './digest/digest.service.js';
import { DigestSender } from './digest/digest-sender.js';

/** Saturday evening in Shanghai. */
const EVENING = '2026-06-06T12:00:00Z';
const later = (days: number) => new Date(Date.parse(EVENING) + days * 86_400_000);

let t: TestApp;
let event: TestEvent;
let ann: TestAttendee;
let ben: TestAttendee;
beforeAll(async () => {
  t = await createTestApp();
  // Its own look, once a minute, would come in between.
  await t.app.get(DigestSender).onModuleDestroy();
});
afterAll(() => t.close());
beforeEach(async () => {
  t.clock.set(EVENING);
  event = await createEvent(t.dataSource, { title: 'Tea & Code', startsAt: later(0), endsAt: later(0.2) });
  ann = await createAttendee(t.dataSource, event.eventId, { name: 'Ann Lee', checkedIn: true });
  ben = await createAttendee(t.dataSource, event.eventId, {
    name: 'Ben Wu',
    checkedIn: true,
    goal: { seeks: ['an accountant for a WFOE'], offers: ['warehouse space'] },
  });
});

const as = (person: { cookie: string }) => t.phone({ cookie: person.cookie });
const list = async (person: { cookie: string }): Promise<FollowUpList> =>
  (await as(person).get('/api/follow-ups')).body;

/** The two have talked, as each of them says. */
async function talk(one: TestAttendee, other: TestAttendee): Promise<string> {
  const said = await as(one).post(`/api/events/${one.eventId}/encounters`).send({ personId: other.registrationId });
  expect(said.status).toBe(200);
  return said.body.id;
}
async function write(person: TestAttendee, encounterId: string, note: object): Promise<void> {
  const saved = await as(person)
    .put(`/api/events/${person.eventId}/encounters/${encounterId}/note`)
    .send({ text: '', fit: null, iPromised: '', theyPromised: '', version: 0, ...note });
  expect(saved.status).toBe(200);
  await t.settled();
}
async function keepInTouch(person: TestAttendee, encounterId: string): Promise<FollowUpDetail> {
  const started = await as(person).post('/api/follow-ups').send({ encounterId });
  expect(started.status).toBe(200);
  return started.body;
}

it('F3: a talk waits to be chosen; a note on it starts the follow-up by itself, a stop is the last word', async () => {
  const encounterId = await talk(ann, ben);
  expect(await list(ann)).toEqual({
    followUps: [],
    others: [{ encounterId, name: 'Ben Wu', headline: '', eventTitle: 'Tea & Code', on: '2026-06-06' }],
  });
  // What only Ann calls a talk is not Ben's to know.
  expect((await list(ben)).others).toEqual([]);

  await write(ann, encounterId, { iPromised: 'the name of my accountant' });
  const [followUp] = (await list(ann)).followUps;
  expect(followUp).toMatchObject({
    person: { name: 'Ben Wu' },
    met: {
      eventTitle: 'Tea & Code',
      slug: event.slug,
      registrationId: ben.registrationId,
      encounterId,
      on: '2026-06-06',
    },
    state: 'open',
    step: 'first-day',
    dueOn: '2026-06-07',
    due: false,
    promise: 'the name of my accountant',
    touches: 0,
  });
  t.clock.set(later(1));
  expect((await list(ann)).followUps[0]?.due).toBe(true);

  expect((await as(ann).delete(`/api/follow-ups/${followUp?.id}`)).status).toBe(204);
  await write(ann, encounterId, { text: 'more', version: 1 });
  expect((await list(ann)).followUps[0]).toMatchObject({ state: 'stopped', due: false });
  expect((await keepInTouch(ann, encounterId)).state).toBe('open');
});

it('F3: a day, a week, three weeks; what was done is logged once however often the phone sends it', async () => {
  const { id } = await keepInTouch(ann, await talk(ann, ben));
  const requestId = randomUUID();
  const touch = (body: object) => as(ann).post(`/api/follow-ups/${id}/touches`).send(body);

  t.clock.set(later(1));
  const twice = await Promise.all([1, 2].map(() => touch({ requestId, kind: 'message', line: 'sent the name' })));
  for (const { status, body } of twice) {
    expect(status).toBe(200);
    expect(body).toMatchObject({ step: 'first-week', dueOn: '2026-06-13', touches: 1, favourIsEarly: true });
    expect(body.history).toEqual([
      { id: expect.any(String), kind: 'message', line: 'sent the name', on: '2026-06-07' },
    ]);
  }
  t.clock.set(later(7));
  expect((await touch({ requestId: randomUUID(), kind: 'asked-favour' })).body).toMatchObject({
    step: 'third-week',
    dueOn: '2026-06-27',
    touches: 2,
    favourIsEarly: true,
  });
  t.clock.set(later(21));
  await touch({ requestId: randomUUID(), kind: 'met' });
  expect((await touch({ requestId: randomUUID(), kind: 'helped' })).body).toMatchObject({
    step: 'rhythm',
    dueOn: '2026-08-22',
    touches: 4,
    favourIsEarly: false,
  });
});

it('F3: put off to a day to come, and to no other', async () => {
  const { id } = await keepInTouch(ann, await talk(ann, ben));
  const snooze = (until: string) => as(ann).post(`/api/follow-ups/${id}/snooze`).send({ until });
  expect((await snooze('2026-06-20')).body).toMatchObject({ dueOn: '2026-06-20', step: 'first-day' });
  for (const wrong of ['2026-06-06', '2026-01-01', '2027-12-01']) {
    const refused = await snooze(wrong);
    expect([wrong, refused.status, refused.body.fields]).toEqual([
      wrong,
      400,
      [expect.objectContaining({ field: 'until', code: 'not_allowed' })],
    ]);
  }
  expect((await snooze('tomorrow')).status).toBe(400);
});

it('F3: a reminder set in the note goes before the plan', async () => {
  const encounterId = await talk(ann, ben);
  await write(ann, encounterId, { text: 'call', remindOn: '2026-06-10' });
  expect((await list(ann)).followUps[0]).toMatchObject({ dueOn: '2026-06-10' });
});

it('F3: messages in both languages say where we met and what they seek, and nothing of a note', async () => {
  const encounterId = await talk(ann, ben);
  await write(ann, encounterId, { text: 'SECRET thoughts', theyPromised: 'SECRET too', iPromised: 'a book' });
  t.clock.set(later(1));
  const [followUp] = (await list(ann)).followUps;
  const detail: FollowUpDetail = (await as(ann).get(`/api/follow-ups/${followUp?.id}`)).body;
  expect(detail.messages.map(({ kind }) => kind)).toEqual([
    'promise',
    'thank-you',
    'share',
    'catch-up',
    'keep-warm',
    'ask-favour',
  ]);
  const thanks = detail.messages[1]?.text;
  expect(thanks?.en).toBe(
    'Hi Ben,\nit was good to talk with you at Tea & Code yesterday. You told me that you are looking for “an accountant for a WFOE”: I will keep my eyes open.\nAnn Lee',
  );
  expect(thanks?.['zh-CN']).toContain('Ben Wu你好，我是Ann Lee。昨天在「Tea & Code」和你聊得很开心。');
  expect(detail.messages[0]?.text.en).toContain('I promised you something: a book.');
  expect(JSON.stringify(detail.messages)).not.toContain('SECRET');
  expect(detail.theyPromised).toBe('SECRET too');

  // P1: what they came for is theirs to take back.
  await t.dataSource.query('UPDATE registrations SET consent_take_part = false WHERE id = $1', [ben.registrationId]);
  const after = (await as(ann).get(`/api/follow-ups/${followUp?.id}`)).body;
  expect(JSON.stringify(after)).not.toContain('WFOE');
});

it('F3: contacts are there only where cards were exchanged', async () => {
  await createContact(t.dataSource, ben.accountId, 'wechat', 'ben_wu');
  const { id, contacts } = await keepInTouch(ann, await talk(ann, ben));
  expect(contacts).toEqual([]);
  await t.dataSource.query(
    `INSERT INTO contact_grants (owner_account_id, viewer_account_id, event_id, origin) VALUES ($1, $2, $3, 'card')`,
    [ben.accountId, ann.accountId, event.eventId],
  );
  expect((await as(ann).get(`/api/follow-ups/${id}`)).body.contacts).toEqual([{ kind: 'wechat', value: 'ben_wu' }]);
});

it('F3: the calendar’s entry is a whole day, stays the same entry, and tells nothing of the talk', async () => {
  const encounterId = await talk(ann, ben);
  await write(ann, encounterId, { text: 'SECRET' });
  const { id } = (await list(ann)).followUps[0]!;
  const file = await as(ann).get(`/api/follow-ups/${id}/calendar.ics`);
  expect(file.headers['content-type']).toContain('text/calendar');
  expect(file.text).toContain(`UID:${id}@teabreak\r\n`);
  expect(file.text).toContain('DTSTART;VALUE=DATE:20260607\r\nDTEND;VALUE=DATE:20260608\r\n');
  expect(file.text).toContain('SUMMARY:Keep in touch with Ben Wu\r\n');
  expect(file.text).not.toContain('SECRET');
});

it('F3, I6: whom one has blocked is in no list, in neither direction', async () => {
  const { id } = await keepInTouch(ann, await talk(ann, ben));
  await talk(ben, ann);
  await block(t.dataSource, ben, ann);
  expect(await list(ann)).toEqual({ followUps: [], others: [] });
  expect((await as(ann).get(`/api/follow-ups/${id}`)).status).toBe(404);
  expect((await list(ben)).others).toEqual([]);
});

it('F3: two who were introduced and met both keep in touch; both hear of it on their phones', async () => {
  const phone = await connect(t.url, ben.cookie);
  const heard = nextEvent(phone, 'follow-ups:changed');
  const rows: { id: string }[] = await t.dataSource.query(
    `INSERT INTO encounters (event_id, one_id, other_id, via, at) VALUES ($1, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid),
       'introduction', $4) RETURNING id`,
    [event.eventId, ann.registrationId, ben.registrationId, t.clock.now()],
  );
  const { DomainEvents } = await import('../../common/domain-events.js');
  t.app.get(DomainEvents).emit('encounter:recorded', { eventId: event.eventId, encounterId: rows[0]!.id });
  await t.settled();
  await heard;
  phone.close();
  for (const person of [ann, ben]) expect((await list(person)).followUps).toHaveLength(1);
});

it('F4: whom of my circle I could introduce to them: who knows them not, fits, and may be seen by everybody', async () => {
  const offer = { goal: { seeks: ['warehouse space'], offers: ['bookkeeping and accounting'] } };
  const cai = await createAttendee(t.dataSource, event.eventId, { name: 'Cai', ...offer });
  const hidden = await createAttendee(t.dataSource, event.eventId, { name: 'Hid', boardLevel: 'hidden', ...offer });
  const knowsBen = await createAttendee(t.dataSource, event.eventId, { name: 'Kim', ...offer });
  const stranger = await createAttendee(t.dataSource, event.eventId, { name: 'Str', ...offer });
  for (const friend of [cai, hidden, knowsBen]) await acquaint(t.dataSource, ann, friend);
  await acquaint(t.dataSource, knowsBen, ben);
  const { couldMeet, messages } = await keepInTouch(ann, await talk(ann, ben));
  expect(couldMeet).toEqual([
    {
      name: 'Cai',
      seeks: expect.any(String),
      offers: expect.any(String),
      direction: expect.stringMatching(/^they-/u),
      here: { eventId: event.eventId, slug: event.slug, oneId: ben.registrationId, otherId: cai.registrationId },
    },
  ]);
  expect(messages.find(({ kind }) => kind === 'introduce')?.text.en).toContain('Cai');
  expect(JSON.stringify(couldMeet)).not.toContain(stranger.registrationId);
});

describe('the digest', () => {
  const monday = { rhythm: 'weekly', weekday: 1, hour: 9, timeZone: 'Asia/Shanghai', answers: true };
  const mails = (to: string): Promise<{ subject: string; body: string }[]> =>
    t.dataSource.query('SELECT subject, body FROM mails WHERE recipient = $1 ORDER BY created_at', [to]);
  const send = () => t.app.get(DigestSender).sendDue();

  async function withEmail(person: TestAttendee): Promise<string> {
    const email = `${randomUUID()}@mail.test`;
    await t.dataSource.query('UPDATE accounts SET email = $2, email_verified_at = now() WHERE id = $1', [
      person.accountId,
      email,
    ]);
    return email;
  }

  it('F3: needs a proven address, and is never sent unless chosen', async () => {
    expect((await as(ann).get('/api/me/digest')).body).toEqual({
      rhythm: 'never',
      weekday: 1,
      hour: 9,
      timeZone: 'Asia/Shanghai',
      answers: true,
      email: null,
    });
    const refused = await as(ann).put('/api/me/digest').send(monday);
    expect([refused.status, refused.body.code]).toEqual([409, 'digest_needs_email']);
    const email = await withEmail(ann);
    await keepInTouch(ann, await talk(ann, ben));
    t.clock.set('2026-06-08T02:00:00Z');
    await send();
    expect(await mails(email)).toEqual([]);
  });

  it('F3: comes at the chosen hour of the person’s own zone, once a day however many servers look', async () => {
    const email = await withEmail(ann);
    const encounterId = await talk(ann, ben);
    await write(ann, encounterId, { text: 'SECRET', iPromised: 'SECRET' });
    expect((await as(ann).put('/api/me/digest').send(monday)).body).toEqual({ ...monday, email });
    // Sunday; Monday before nine.
    for (const early of ['2026-06-07T02:00:00Z', '2026-06-08T00:59:00Z']) {
      t.clock.set(early);
      await send();
    }
    expect(await mails(email)).toEqual([]);
    t.clock.set('2026-06-08T01:00:00Z');
    await Promise.all([1, 2, 3, 4].map(send));
    await send();
    const [mail, ...more] = await mails(email);
    expect(more).toEqual([]);
    expect(mail?.subject).toBe('Keep in touch: Ben Wu');
    expect(mail?.body).toContain('- Ben Wu (Tea & Code)');
    expect(mail?.body).not.toContain('SECRET');
    t.clock.set('2026-06-15T01:00:00Z');
    await send();
    expect(await mails(email)).toHaveLength(2);
  });

  it('F3: nothing due, no mail; the link in it ends it without signing in, and another link ends nothing', async () => {
    const email = await withEmail(ann);
    await as(ann)
      .put('/api/me/digest')
      .send({ ...monday, rhythm: 'daily', hour: 0 });
    t.clock.set(later(1));
    await send();
    expect(await mails(email)).toEqual([]);
    const token = t.app.get(DigestService).stopToken(ann.accountId);
    const other = await createAccount(t.dataSource);
    const forged = `${ann.accountId}.${t.app.get(DigestService).stopToken(other.accountId).split('.')[1]}`;
    expect((await t.http.post('/api/digest-stops').send({ token: forged })).status).toBe(404);
    expect((await as(ann).get('/api/me/digest')).body.rhythm).toBe('daily');
    expect((await t.http.post('/api/digest-stops').send({ token })).status).toBe(204);
    expect((await as(ann).get('/api/me/digest')).body.rhythm).toBe('never');
  });
});
