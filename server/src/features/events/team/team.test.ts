import {
  createAccount,
  createAttendee,
  createEvent,
  createHelper,
  type TestAccount,
} from '../../../../test/factories.js';
import { ask, connect, noEvent } from '../../../../test/sockets.js';
import { createTestApp, type TestApp } from '../../../../test/test-app.js';
import { RealtimePublisher } from '../../../realtime/realtime.publisher.js';
import { rooms } from '../../../realtime/rooms.js';

let t: TestApp;
let owner: TestAccount;
let eventId: string;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());
beforeEach(async () => {
  await t.startAfresh();
  owner = await createAccount(t.dataSource, { name: 'Owner', email: 'owner@example.com' });
  ({ eventId } = await createEvent(t.dataSource, { ownerId: owner.accountId, title: 'Tea' }));
});

const as = ({ cookie }: { cookie: string }) => t.phone({ cookie });
const put = (who: TestAccount, email: string, role: string, name = 'New') =>
  as(who).post(`/api/events/${eventId}/team`).send({ email, name, role });
const remove = (who: TestAccount, accountId: string) => as(who).delete(`/api/events/${eventId}/team/${accountId}`);

it('nobody is mailed, or looked up, from a demo that anybody may run', async () => {
  await t.dataSource.query('UPDATE events SET is_demo = true WHERE id = $1', [eventId]);
  await createAccount(t.dataSource, { name: 'Real Name', email: 'real@example.com' });
  const [known, unknown] = [await put(owner, 'real@example.com', 'host'), await put(owner, 'no@example.com', 'host')];
  expect([known.status, known.body]).toEqual([403, unknown.body]);
  expect(await t.dataSource.query('SELECT FROM mails')).toEqual([]);
});

it('E6: adding by mail creates the account and tells them, in both languages; again it only answers', async () => {
  const added = await put(owner, 'Host@Example.com', 'host', '李雷');
  expect([added.status, added.body]).toEqual([
    201,
    { accountId: expect.any(String), name: '李雷', email: 'host@example.com', role: 'host' },
  ]);
  expect((await put(owner, 'host@example.com', 'host')).body).toEqual(added.body);
  const mails = await t.dataSource.query('SELECT recipient, body FROM mails');
  expect(mails).toEqual([
    { recipient: 'host@example.com', body: expect.stringMatching(/a host of “Tea”[\s\S]*“Tea”的主持人/u) },
  ]);
  const list = (await as(owner).get(`/api/events/${eventId}/team`)).body;
  expect(list.map(({ role }: { role: string }) => role)).toEqual(['owner', 'host']);
});

it('E6: nobody grants more than they hold', async () => {
  const organizer = await createHelper(t.dataSource, eventId, 'organizer');
  const refused = await put(organizer, 'x@example.com', 'owner');
  expect([refused.status, refused.body.code, refused.body.fields[0].field]).toEqual([403, 'role_beyond_own', 'role']);
  expect((await put(organizer, 'x@example.com', 'organizer')).status).toBe(201);
  expect((await put(owner, 'y@example.com', 'owner')).status).toBe(201);
  for (const role of ['host', 'door'] as const)
    expect((await put(await createHelper(t.dataSource, eventId, role), 'z@example.com', 'door')).status).toBe(403);
});

it('E6: nobody takes a role from somebody above them', async () => {
  const organizer = await createHelper(t.dataSource, eventId, 'organizer');
  expect((await remove(organizer, owner.accountId)).body.code).toBe('role_beyond_own');
  expect((await put(organizer, 'owner@example.com', 'door')).body.code).toBe('role_beyond_own');
});

it('the last owner stays, also when two owners remove each other at once', async () => {
  expect((await remove(owner, owner.accountId)).body.code).toBe('last_owner');
  expect((await put(owner, 'owner@example.com', 'host')).body.code).toBe('last_owner');
  const second = await createHelper(t.dataSource, eventId, 'owner');
  await Promise.all([remove(owner, second.accountId), remove(second, owner.accountId)]);
  const [{ owners }] = await t.dataSource.query(
    `SELECT count(*)::int AS owners FROM event_roles WHERE event_id = $1 AND role = 'owner'`,
    [eventId],
  );
  expect(owners).toBe(1);
});

it('a team of another event is out of reach, and so are people who are not on this one', async () => {
  const other = await createEvent(t.dataSource);
  const theirs = await createHelper(t.dataSource, other.eventId, 'host');
  expect((await remove(owner, theirs.accountId)).status).toBe(404);
  expect((await as(owner).delete(`/api/events/${other.eventId}/team/${theirs.accountId}`)).status).toBe(404);
  expect(
    (
      await as(owner)
        .post(`/api/events/${other.eventId}/team`)
        .send({ email: 'x@example.com', name: 'X', role: 'door' })
    ).status,
  ).toBe(404);
  const attendee = await createAttendee(t.dataSource, eventId);
  expect((await put(attendee, 'x@example.com', 'door')).status).toBe(403);
  expect((await as(attendee).get(`/api/events/${eventId}/team`)).status).toBe(403);
});

it('refuses and names what it does not know', async () => {
  for (const [field, body] of [
    ['role', { email: 'x@example.com', name: 'X', role: 'admin' }],
    ['email', { email: 'x', name: 'X', role: 'door' }],
    ['accountId', { email: 'x@example.com', name: 'X', role: 'door', accountId: owner.accountId }],
  ] as const) {
    const answer = await as(owner).post(`/api/events/${eventId}/team`).send(body);
    expect([answer.status, answer.body.fields[0].field]).toEqual([400, field]);
  }
});

it('threat 38: the desk’s room is for the team; who is removed hears nothing more', async () => {
  const host = await createHelper(t.dataSource, eventId, 'host');
  const socket = await connect(t.url, host.cookie);
  expect(await ask(socket, 'desk:watch', { eventId })).toEqual({ ok: true, data: null });
  await remove(owner, host.accountId);
  await t.settled();
  const silence = noEvent(socket, 'guests:changed');
  t.app.get(RealtimePublisher).publish(rooms.desk(eventId), 'guests:changed', { eventId });
  await silence;
  expect(await ask(socket, 'desk:watch', { eventId })).toMatchObject({ ok: false, error: { code: 'not_found' } });
  socket.close();
});

it('threat 38: attendees and strangers are refused at the desk', async () => {
  for (const [who, code] of [
    [await createAttendee(t.dataSource, eventId), 'not_allowed'],
    [await createHelper(t.dataSource, (await createEvent(t.dataSource)).eventId, 'owner'), 'not_found'],
  ] as const) {
    const socket = await connect(t.url, who.cookie);
    expect(await ask(socket, 'desk:watch', { eventId })).toMatchObject({ ok: false, error: { code } });
    expect(await ask(socket, 'desk:watch', { eventId: 'x' })).toMatchObject({
      ok: false,
      error: { code: 'invalid_input' },
    });
    socket.close();
  }
});
