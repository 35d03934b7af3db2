import {
  createAgendaItem,
  createAttendee,
  createEvent,
  createHelper,
  type TestAccount,
  type TestAttendee,
  unknownId,
} from '../../../../test/factories.js';
import { connect, nextEvent, noEvent } from '../../../../test/sockets.js';
import { createTestApp, type TestApp } from '../../../../test/test-app.js';
import { EventsService } from '../events.service.js';

let t: TestApp;
let eventId: string;
let host: TestAccount;
let attendee: TestAttendee;
let tea: string;
let cake: string;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());
beforeEach(async () => {
  await t.startAfresh();
  ({ eventId } = await createEvent(t.dataSource));
  host = await createHelper(t.dataSource, eventId, 'host');
  attendee = await createAttendee(t.dataSource, eventId);
  const at = (minutes: number) => new Date(t.clock.now().getTime() + minutes * 60_000);
  tea = await createAgendaItem(t.dataSource, eventId, { title: 'Tea', startsAt: at(10) });
  cake = await createAgendaItem(t.dataSource, eventId, { title: 'Cake', startsAt: at(90) });
});

const post = (itemId: string, what: 'open' | 'close', who: TestAccount = host, event = eventId) =>
  t.phone({ cookie: who.cookie }).post(`/api/events/${event}/breaks/${itemId}/${what}`);

it('opens, closes and opens again; a second tap changes nothing', async () => {
  const opened = await post(tea, 'open');
  expect([opened.status, opened.body]).toEqual([
    200,
    expect.objectContaining({ openedAt: t.clock.now().toISOString(), closedAt: null }),
  ]);
  t.clock.advance(60_000);
  expect((await post(tea, 'open')).body).toEqual(opened.body);
  const closed = await post(tea, 'close');
  expect(closed.body.closedAt).toBe(t.clock.now().toISOString());
  t.clock.advance(60_000);
  expect((await post(tea, 'close')).body).toEqual(closed.body);
  expect((await post(tea, 'open')).body).toEqual(opened.body);
});

it('one at a time: of two hosts who open two breaks at once one wins', async () => {
  const answers = await Promise.all([post(tea, 'open'), post(cake, 'open')]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(answers.find(({ status }) => status === 409)?.body.code).toBe('break_open');
});

it('phones hear of it wherever they are in the app, others do not', async () => {
  const phone = await connect(t.url, attendee.cookie);
  const stranger = await connect(
    t.url,
    (await createAttendee(t.dataSource, (await createEvent(t.dataSource)).eventId)).cookie,
  );
  const [opened, silence] = [nextEvent(phone, 'break:opened'), noEvent(stranger, 'break:opened')];
  await post(tea, 'open');
  expect(await opened).toEqual({ eventId, itemId: tea });
  await silence;
  const closed = nextEvent(phone, 'break:closed');
  await post(tea, 'close');
  expect(await closed).toEqual({ eventId, itemId: tea });
  const nothing = noEvent(phone, 'break:closed');
  await post(tea, 'close');
  await nothing;
  for (const socket of [phone, stranger]) socket.close();
});

it('openOrNextBreak: the open one, else the next that is neither closed nor past', async () => {
  const events = t.app.get(EventsService);
  const name = async () => (await events.openOrNextBreak(eventId, t.clock.now()))?.title ?? null;
  expect(await name()).toBe('Tea');
  await post(cake, 'open');
  expect(await name()).toBe('Cake');
  await post(cake, 'close');
  expect(await name()).toBe('Tea');
  t.clock.advance(3_600_000);
  expect(await name()).toBeNull();
});

it('a session, another event’s break and an unknown one are not found', async () => {
  const talk = await createAgendaItem(t.dataSource, eventId, { kind: 'session' });
  const other = await createEvent(t.dataSource);
  const foreign = await createAgendaItem(t.dataSource, other.eventId);
  for (const id of [talk, foreign, unknownId()]) expect((await post(id, 'open')).status).toBe(404);
  expect((await post(foreign, 'open', host, other.eventId)).status).toBe(404);
  expect((await post('x', 'open')).body.fields[0].field).toBe('itemId');
});

it('is for owner, organizer and host', async () => {
  for (const role of ['owner', 'organizer'] as const)
    expect((await post(tea, 'open', await createHelper(t.dataSource, eventId, role))).status).toBe(200);
  for (const who of [attendee, await createHelper(t.dataSource, eventId, 'door')])
    expect((await post(tea, 'close', who)).body.code).toBe('not_allowed');
});
