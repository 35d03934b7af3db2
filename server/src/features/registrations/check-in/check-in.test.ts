import { randomUUID } from 'node:crypto';
import {
  createAccount,
  createAttendee,
  createEvent,
  createHelper,
  createRegistration,
  type TestAccount,
  type TestAttendee,
} from '../../../../test/factories.js';
import { ask, connect, nextEvent } from '../../../../test/sockets.js';
import { createTestApp, type TestApp } from '../../../../test/test-app.js';

let test: TestApp;
let eventId: string;
let door: TestAccount;
beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  ({ eventId } = await createEvent(test.dataSource));
  door = await createHelper(test.dataSource, eventId, 'door');
});

const scan = (input: object, cookie = door.cookie, event = eventId) =>
  test
    .phone()
    .post(`/api/events/${event}/check-ins`)
    .set('cookie', cookie)
    .send({ scanId: randomUUID(), ...input });
const undo = (registrationId: string) =>
  test.phone().delete(`/api/events/${eventId}/check-ins/${registrationId}`).set('cookie', door.cookie);
async function ticketOf(attendee: TestAttendee): Promise<string> {
  const me = await test.phone().get(`/api/events/${attendee.eventId}/me`).set('cookie', attendee.cookie).expect(200);
  return me.body.ticket;
}

describe('E4: check-in', () => {
  it('by ticket: checked in once, the second scan says when and where the first was', async () => {
    const guest = await createAttendee(test.dataSource, eventId, { name: 'Ann', headline: 'Baker' });
    const ticket = await ticketOf(guest);
    const first = { at: test.clock.now().toISOString(), gate: 'Main' };
    const { body } = await scan({ ticket, gate: 'Main' }).expect(200);
    const shown = { registrationId: guest.registrationId, name: 'Ann', headline: 'Baker', status: 'confirmed', first };
    expect(body).toEqual({ result: 'checked-in', ...shown });
    test.clock.advance(60_000);
    expect((await scan({ ticket, gate: 'Back' }).expect(200)).body).toEqual({ result: 'already', ...shown });
  });

  it('is idempotent per scan id, also for a queue that sends everything twice at once', async () => {
    const guest = await createAttendee(test.dataSource, eventId);
    const queued = { ticket: await ticketOf(guest), scanId: randomUUID(), gate: 'A' };
    const answers = await Promise.all(Array.from({ length: 10 }, () => scan(queued)));
    expect(answers.map(({ status, body }) => [status, body.result])).toEqual(Array(10).fill([200, 'checked-in']));
    const scans = await test.dataSource.query('SELECT 1 FROM check_in_scans WHERE registration_id = $1', [
      guest.registrationId,
    ]);
    expect(scans).toHaveLength(1);
    const other = await createAttendee(test.dataSource, eventId);
    expect((await scan({ ...queued, ticket: await ticketOf(other) }).expect(400)).body.fields[0].field).toBe('scanId');
  });

  it('one scan id for ten guests at once is one guest’s, and refused for the others', async () => {
    const guests = await Promise.all(Array.from({ length: 10 }, () => createAttendee(test.dataSource, eventId)));
    const scanId = randomUUID();
    const answers = await Promise.all(guests.map(({ registrationId }) => scan({ scanId, registrationId })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(400)]);
  });

  it('ten doors scan one ticket at the same moment: one lets in', async () => {
    const ticket = await ticketOf(await createAttendee(test.dataSource, eventId));
    const answers = await Promise.all(Array.from({ length: 10 }, () => scan({ ticket })));
    expect(answers.filter(({ body }) => body.result === 'checked-in')).toHaveLength(1);
    expect(answers.filter(({ body }) => body.result === 'already')).toHaveLength(9);
  });

  it('refuses tickets of other events, altered tickets and any other code', async () => {
    const elsewhere = await createEvent(test.dataSource);
    const foreign = await ticketOf(await createAttendee(test.dataSource, elsewhere.eventId));
    const own = await ticketOf(await createAttendee(test.dataSource, eventId));
    const altered = own.slice(0, -1) + (own.endsWith('A') ? 'B' : 'A');
    const [prefix, , mac] = own.split('.');
    const [, stranger] = foreign.split('.');
    for (const ticket of [foreign, altered, `${prefix}.${stranger}.${mac}`, 'https://u.wechat.com/x', 'TB1..', '']) {
      const refused = await scan({ ticket }).expect(404);
      expect(refused.body.code).toBe('ticket_unknown');
    }
    await scan({}).expect(400);
    await scan({ registrationId: randomUUID() }).expect(404);
  });

  it('an older ticket ends when a new one is given out', async () => {
    const guest = await createAttendee(test.dataSource, eventId);
    const old = await ticketOf(guest);
    await test.dataSource.query('UPDATE registrations SET ticket_version = 1 WHERE id = $1', [guest.registrationId]);
    await scan({ ticket: old }).expect(404);
    await scan({ ticket: await ticketOf(guest) }).expect(200);
  });

  it('by name, without a ticket; who is not confirmed stays outside', async () => {
    const imported = await createRegistration(test.dataSource, eventId, null);
    expect((await scan({ registrationId: imported.registrationId }).expect(200)).body.result).toBe('checked-in');
    const waiting = await createAttendee(test.dataSource, eventId, { status: 'waitlisted' });
    const refused = await scan({ registrationId: waiting.registrationId }).expect(200);
    expect(refused.body).toMatchObject({ result: 'not-confirmed', status: 'waitlisted', first: null });
  });

  it('every role of the event may, attendees and strangers may not', async () => {
    for (const role of ['owner', 'organizer', 'host', 'door'] as const) {
      const { cookie } = await createHelper(test.dataSource, eventId, role);
      await scan({ registrationId: (await createAttendee(test.dataSource, eventId)).registrationId }, cookie).expect(
        200,
      );
    }
    const attendee = await createAttendee(test.dataSource, eventId);
    await scan({ registrationId: attendee.registrationId }, attendee.cookie).expect(403);
    await scan({ registrationId: attendee.registrationId }, (await createAccount(test.dataSource)).cookie).expect(404);
  });

  it('tells the guest, the desk and the board', async () => {
    const watcher = await createAttendee(test.dataSource, eventId, { checkedIn: true });
    const guest = await createAttendee(test.dataSource, eventId, { name: 'Bo' });
    const [desk, phone, other] = await Promise.all(
      [door, guest, watcher].map(({ cookie }) => connect(test.url, cookie)),
    );
    await ask(desk!, 'desk:watch', { eventId });
    await ask(other!, 'board:watch', { eventId, since: 0 });
    const heard = Promise.all([
      nextEvent(desk!, 'guests:changed'),
      nextEvent(phone!, 'registration:changed'),
      nextEvent(other!, 'board:changed'),
    ]);
    await scan({ registrationId: guest.registrationId }).expect(200);
    expect(await heard).toMatchObject([
      { eventId },
      { eventId, registrationId: guest.registrationId },
      {
        eventId,
        since: 0,
        version: 1,
        changes: [{ kind: 'put', version: 1, person: { name: 'Bo', presence: 'free' } }],
      },
    ]);
    const gone = nextEvent(other!, 'board:changed');
    await undo(guest.registrationId).expect(204);
    await undo(guest.registrationId).expect(204);
    expect(await gone).toMatchObject({
      since: 1,
      version: 2,
      changes: [{ kind: 'removed', id: guest.registrationId }],
    });
    for (const socket of [desk, phone, other]) socket?.close();
  });
});
