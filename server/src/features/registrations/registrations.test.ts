import { randomUUID } from 'node:crypto';
import type { JoinInput } from '@teabreak/shared';
import { createAccount, createAttendee, createEvent, createHelper } from '../../../test/factories.js';
import { connect, nextEvent } from '../../../test/sockets.js';
import { createTestApp, TEST_ORIGIN, type TestApp } from '../../../test/test-app.js';
import { DomainEvents } from '../../common/domain-events.js';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.close());

function body(changes: Partial<JoinInput> = {}): JoinInput {
  return {
    requestId: randomUUID(),
    name: '李明辉',
    headline: 'Engineer',
    contact: { kind: 'email', value: 'Ming@Example.org' },
    goal: { kind: 'hire', seeks: ['backend engineers'], offers: ['visa support'], sentence: 'We hire.' },
    consents: { takePart: true, board: true, screen: false, suggestions: true },
    locale: 'zh-CN',
    ...changes,
  };
}
const hours = (count: number) => new Date(test.clock.now().getTime() + count * 3_600_000);
const createOpenEvent = (options: Parameters<typeof createEvent>[1] = {}) =>
  createEvent(test.dataSource, { startsAt: hours(-1), endsAt: hours(3), ...options });
const join = (slug: string, input: JoinInput, phone = test.phone()) =>
  phone.post(`/api/public/events/${slug}/registrations`).send(input);
const cookieOf = (response: { headers: Record<string, unknown> }) => String(response.headers['set-cookie'] ?? '');
const count = async (sql: string, parameters: unknown[]) =>
  Number(((await test.dataSource.query(sql, parameters)) as { count: string }[])[0]?.count);
const taken = async (eventId: string) =>
  ((await test.dataSource.query('SELECT taken FROM events WHERE id = $1', [eventId])) as { taken: number }[])[0]?.taken;
const statusOf = async (id: string) =>
  ((await test.dataSource.query('SELECT status FROM registrations WHERE id = $1', [id])) as { status: string }[])[0]
    ?.status;

describe('E2: joining on a phone', () => {
  it('signs the phone in, with contact, goal and consents kept', async () => {
    const { eventId, slug } = await createOpenEvent();
    const phone = test.phone();
    const joined = await join(slug, body(), phone).expect(201);
    expect(joined.body).toEqual({ registrationId: expect.any(String), status: 'confirmed', eventId, slug });
    const me = await phone.get(`/api/events/${eventId}/me`).expect(200);
    expect(me.body).toMatchObject({
      name: '李明辉',
      status: 'confirmed',
      checkedInAt: null,
      goal: { kind: 'hire', seeks: ['backend engineers'], offers: ['visa support'], sentence: 'We hire.' },
      consents: { takePart: true, board: true, screen: false, suggestions: true },
      contacts: [{ kind: 'email', value: 'ming@example.org', visibility: 'introduced' }],
      ticket: expect.stringMatching(/^TB1\.[\w-]{22}\.[\w-]{22}$/u),
    });
    const logged = await test.dataSource.query(
      'SELECT kind, granted, version FROM consents WHERE registration_id = $1 ORDER BY kind',
      [joined.body.registrationId],
    );
    expect(logged).toEqual([
      { kind: 'board', granted: true, version: '2026-11' },
      { kind: 'screen', granted: false, version: '2026-11' },
      { kind: 'suggestions', granted: true, version: '2026-11' },
      { kind: 'take-part', granted: true, version: '2026-11' },
    ]);
  });

  it('P1: without the consent to take part nothing is written', async () => {
    const { eventId, slug } = await createOpenEvent();
    const consents = { takePart: false, board: true, screen: true, suggestions: true };
    const refused = await join(slug, body({ consents })).set('accept-language', 'zh').expect(409);
    expect(refused.body).toMatchObject({ code: 'consent_needed', message: '参加活动需要你的同意。' });
    expect(await count('SELECT count(*) FROM registrations WHERE event_id = $1', [eventId])).toBe(0);
  });

  it('names the field that is wrong', async () => {
    const { slug } = await createOpenEvent();
    const refused = await join(slug, body({ contact: { kind: 'phone', value: '12' } })).expect(400);
    expect(refused.body.fields).toEqual([expect.objectContaining({ field: 'contact.value', code: 'invalid_format' })]);
    await join(slug, { ...body(), status: 'confirmed' } as JoinInput).expect(400);
  });

  it('is closed once the event is over, and unknown events are not found', async () => {
    const { slug } = await createOpenEvent({ startsAt: hours(-3), endsAt: hours(-1) });
    expect((await join(slug, body()).expect(409)).body.code).toBe('event_over');
    await join('no-such-event', body()).expect(404);
  });

  it('lets a signed-in person join with the account they have', async () => {
    const { eventId, slug } = await createOpenEvent();
    const account = await createAccount(test.dataSource);
    const joined = await join(slug, body()).set('cookie', account.cookie).expect(201);
    expect(cookieOf(joined)).toBe('');
    expect(
      await count('SELECT count(*) FROM registrations WHERE event_id = $1 AND account_id = $2', [
        eventId,
        account.accountId,
      ]),
    ).toBe(1);
    expect((await join(slug, body()).set('cookie', account.cookie).expect(409)).body.code).toBe('already_registered');
  });
});

describe('E2: a retry', () => {
  it('of a phone whose answer got lost gets the same answer and a session', async () => {
    const { eventId, slug } = await createOpenEvent();
    const input = body();
    const [first, lost] = [await join(slug, input).expect(201), await join(slug, input).expect(201)];
    expect(lost.body).toEqual(first.body);
    expect(cookieOf(lost)).not.toBe('');
    expect(await taken(eventId)).toBe(1);
  });

  it('sent twenty times at once writes one registration and one account', async () => {
    const { eventId, slug } = await createOpenEvent();
    const input = body({ name: 'Twenty Times' });
    const answers = await Promise.all(Array.from({ length: 20 }, () => join(slug, input)));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(201));
    expect(new Set(answers.map((answer) => answer.body.registrationId)).size).toBe(1);
    expect(await count('SELECT count(*) FROM registrations WHERE event_id = $1', [eventId])).toBe(1);
    expect(await count('SELECT count(*) FROM accounts WHERE name = $1', ['Twenty Times'])).toBe(1);
  });

  it('never hands out the session of somebody else', async () => {
    const { slug } = await createOpenEvent();
    const input = body();
    await join(slug, input).expect(201);
    const other = await join(slug, { ...input, name: 'Somebody else' }).expect(409);
    expect([other.body.code, cookieOf(other)]).toEqual(['already_registered', '']);
    const signedIn = await createAccount(test.dataSource);
    expect(cookieOf(await join(slug, input).set('cookie', signedIn.cookie).expect(409))).toBe('');
    test.clock.advance(2 * 3_600_000);
    expect(cookieOf(await join(slug, input).expect(409))).toBe('');
    test.clock.advance(-2 * 3_600_000);
  });

  it('of a join with an existing account opens nothing without its cookie', async () => {
    const { slug } = await createOpenEvent();
    const organizer = await createAccount(test.dataSource, { siteRole: 'organizer' });
    const input = body();
    await join(slug, input).set('cookie', organizer.cookie).expect(201);
    await join(slug, input).set('cookie', organizer.cookie).expect(201);
    expect(cookieOf(await join(slug, input).expect(409))).toBe('');
  });
});

describe('E3: seats', () => {
  it('full → waitlist in order; a freed seat goes to the first who waits, in the same moment', async () => {
    const { eventId, slug } = await createOpenEvent({ capacity: 1 });
    const phones = [test.phone(), test.phone(), test.phone()];
    const ids: string[] = [];
    for (const phone of phones) ids.push((await join(slug, body(), phone).expect(201)).body.registrationId);
    expect(await Promise.all(ids.map(statusOf))).toEqual(['confirmed', 'waitlisted', 'waitlisted']);
    await phones[0]!.post(`/api/events/${eventId}/me/cancel`).expect(204);
    await phones[0]!.post(`/api/events/${eventId}/me/cancel`).expect(204);
    expect(await Promise.all(ids.map(statusOf))).toEqual(['cancelled', 'confirmed', 'waitlisted']);
    expect(await taken(eventId)).toBe(1);
  });

  it('tells the one who moved up', async () => {
    const { eventId, slug } = await createOpenEvent({ capacity: 1 });
    const first = test.phone();
    await join(slug, body(), first).expect(201);
    const second = await join(slug, body()).expect(201);
    const socket = await connect(test.url, cookieOf(second).split(';')[0]);
    const told = nextEvent(socket, 'registration:changed');
    await first.post(`/api/events/${eventId}/me/cancel`).expect(204);
    expect(await told).toEqual({ eventId, registrationId: second.body.registrationId });
    socket.close();
  });

  it('who cancelled may come back, on the end of the queue', async () => {
    const { eventId, slug } = await createOpenEvent({ capacity: 1 });
    const [first, second] = [test.phone(), test.phone()];
    const { registrationId } = (await join(slug, body(), first)).body;
    await join(slug, body(), second);
    await first.post(`/api/events/${eventId}/me/cancel`).expect(204);
    const again = await join(slug, body({ name: 'Back again' }), first).expect(201);
    expect(again.body).toMatchObject({ registrationId, status: 'waitlisted' });
    await second.post(`/api/events/${eventId}/me/cancel`).expect(204);
    expect(await statusOf(registrationId)).toBe('confirmed');
    expect(await taken(eventId)).toBe(1);
  });

  it('with approval everybody is pending until an organizer decides, and no more than the capacity', async () => {
    const { eventId, slug } = await createOpenEvent({ capacity: 1, requiresApproval: true });
    const organizer = await createHelper(test.dataSource, eventId, 'organizer');
    const ids = [(await join(slug, body())).body, (await join(slug, body())).body].map(({ registrationId, status }) => {
      expect(status).toBe('pending');
      return registrationId as string;
    });
    const decide = (id: string, status: string) =>
      test.phone().patch(`/api/events/${eventId}/registrations/${id}`).set('cookie', organizer.cookie).send({ status });
    await decide(ids[0]!, 'confirmed').expect(204);
    expect((await decide(ids[1]!, 'confirmed').expect(409)).body.code).toBe('event_full');
    await decide(ids[1]!, 'waitlisted').expect(204);
    await decide(ids[0]!, 'declined').expect(204);
    expect(await Promise.all(ids.map(statusOf))).toEqual(['declined', 'confirmed']);
    expect(await taken(eventId)).toBe(1);
  });

  it('a raised capacity seats those who wait for a seat, and nobody whom an organizer put on the waitlist', async () => {
    const { eventId, slug, ownerId } = await createOpenEvent({ capacity: 1 });
    const [seated, waiting] = [(await join(slug, body())).body, (await join(slug, body())).body];
    const owner = await createHelper(test.dataSource, eventId, 'owner');
    expect(ownerId).not.toBe(owner.accountId);
    const demoted = await createAttendee(test.dataSource, eventId, { status: 'waitlisted' });
    await test.dataSource.query('UPDATE events SET capacity = 5 WHERE id = $1', [eventId]);
    test.app.get(DomainEvents).emit('event:changed', { eventId });
    await test.settled();
    expect(
      await Promise.all([seated.registrationId, waiting.registrationId, demoted.registrationId].map(statusOf)),
    ).toEqual(['confirmed', 'confirmed', 'waitlisted']);
    expect(await taken(eventId)).toBe(2);
  });

  it('only organizers decide', async () => {
    const { eventId, slug } = await createOpenEvent();
    const { registrationId } = (await join(slug, body())).body;
    const patch = (cookie: string) =>
      test
        .phone()
        .patch(`/api/events/${eventId}/registrations/${registrationId}`)
        .set('cookie', cookie)
        .send({ status: 'declined' });
    for (const role of ['host', 'door'] as const) {
      await patch((await createHelper(test.dataSource, eventId, role)).cookie).expect(403);
    }
    await patch((await createAttendee(test.dataSource, eventId)).cookie).expect(403);
    await patch((await createAccount(test.dataSource)).cookie).expect(404);
    await test.http.post(`/api/events/${eventId}/me/cancel`).set('origin', TEST_ORIGIN).expect(401);
    expect(await statusOf(registrationId)).toBe('confirmed');
  });
});
