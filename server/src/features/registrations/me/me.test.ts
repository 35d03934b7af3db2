import type { PresenceInput, RegistrationUpdate } from '@teabreak/shared';
import jsqr from 'jsqr';
import { PNG } from 'pngjs';
import {
  createAccount,
  createAttendee,
  createEvent,
  createPlace,
  type TestAttendee,
} from '../../../../test/factories.js';
import { createTestApp, type TestApp } from '../../../../test/test-app.js';

const decode = jsqr as unknown as typeof jsqr.default;
let test: TestApp;
let eventId: string;
beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  ({ eventId } = await createEvent(test.dataSource));
});

const as = (who: { cookie: string }) => test.phone({ cookie: who.cookie });
const update = (who: { cookie: string }, input: RegistrationUpdate) =>
  as(who).patch(`/api/events/${eventId}/me`).send(input);
const setPresence = (who: { cookie: string }, input: PresenceInput) =>
  as(who).put(`/api/events/${eventId}/me/presence`).send(input);
const onBoard = async (reader: TestAttendee): Promise<string[]> =>
  (await as(reader).get(`/api/events/${eventId}/board`).expect(200)).body.people.map(
    ({ name }: { name: string }) => name,
  );
const all = { takePart: true, board: true, screen: true, suggestions: true };

describe('my registration', () => {
  it('is mine alone', async () => {
    const me = await createAttendee(test.dataSource, eventId, { name: 'Ann', goal: { kind: 'hire', seeks: ['a'] } });
    const { body } = await as(me).get(`/api/events/${eventId}/me`).expect(200);
    expect(body).toMatchObject({
      registrationId: me.registrationId,
      name: 'Ann',
      goal: { kind: 'hire', seeks: ['a'] },
    });
    await as(await createAccount(test.dataSource))
      .get(`/api/events/${eventId}/me`)
      .expect(404);
    await test.http.get(`/api/events/${eventId}/me`).expect(401);
  });

  it('the ticket’s picture holds the ticket’s text', async () => {
    const me = await createAttendee(test.dataSource, eventId);
    const { body: picture, headers } = await as(me).get(`/api/events/${eventId}/me/ticket.png`).expect(200);
    expect(headers['cache-control']).toContain('no-store');
    const { data, width, height } = PNG.sync.read(picture);
    const { ticket } = (await as(me).get(`/api/events/${eventId}/me`)).body;
    expect(decode(new Uint8ClampedArray(data), width, height)?.data).toBe(ticket);
  });

  it('E3: says the place in line while one waits, and moves up when somebody leaves', async () => {
    const [first, second] = [
      await createAttendee(test.dataSource, eventId, { status: 'waitlisted' }),
      await createAttendee(test.dataSource, eventId, { status: 'waitlisted' }),
    ];
    const seated = await createAttendee(test.dataSource, eventId);
    const positionOf = async (who: TestAttendee): Promise<number | null> =>
      (await as(who).get(`/api/events/${eventId}/me`)).body.waitlistPosition;
    expect(await Promise.all([first, second, seated].map(positionOf))).toEqual([1, 2, null]);
    await as(first).post(`/api/events/${eventId}/me/cancel`).expect(204);
    expect(await Promise.all([first, second].map(positionOf))).toEqual([null, 1]);
  });

  it('is found under its new name at the door', async () => {
    const me = await createAttendee(test.dataSource, eventId);
    await update(me, { name: '欧阳若曦', recognise: 'red scarf' }).expect(200);
    const rows = await test.dataSource.query('SELECT search_keys AS keys FROM registrations WHERE id = $1', [
      me.registrationId,
    ]);
    expect(rows[0].keys).toContain('ouyangruoxi');
  });

  it('refuses fields that are not the person’s to set', async () => {
    const me = await createAttendee(test.dataSource, eventId, { status: 'waitlisted' });
    for (const field of ['status', 'checkedInAt', 'accountId', 'eventId'])
      await update(me, { [field]: 'confirmed' } as RegistrationUpdate).expect(400);
  });
});

describe('P1, B4: consents and the board level', () => {
  it('move the person on and off the board at once, and are logged', async () => {
    const me = await createAttendee(test.dataSource, eventId, { name: 'Ann', checkedIn: true });
    const reader = await createAttendee(test.dataSource, eventId);
    expect(await onBoard(reader)).toEqual(['Ann']);
    for (const off of [
      { consents: { ...all, board: false } },
      { boardLevel: 'hidden' },
      { boardLevel: 'suggested' },
      { consents: { ...all, takePart: false } },
    ] as const) {
      await update(me, off).expect(200);
      expect(await onBoard(reader)).toEqual([]);
      await update(me, { consents: all, boardLevel: 'everyone' }).expect(200);
      expect(await onBoard(reader)).toEqual(['Ann']);
    }
    const log = await test.dataSource.query(
      'SELECT kind, granted FROM consents WHERE registration_id = $1 ORDER BY at',
      [me.registrationId],
    );
    expect(log).toEqual([
      { kind: 'board', granted: false },
      { kind: 'board', granted: true },
      { kind: 'take-part', granted: false },
      { kind: 'take-part', granted: true },
    ]);
  });

  it('who took back taking part sees nobody, and may give it again', async () => {
    const me = await createAttendee(test.dataSource, eventId, { checkedIn: true });
    await update(me, { consents: { ...all, takePart: false } }).expect(200);
    expect((await as(me).get(`/api/events/${eventId}/board`).expect(409)).body.code).toBe('consent_needed');
    await update(me, { consents: all }).expect(200);
    await as(me).get(`/api/events/${eventId}/board`).expect(200);
  });
});

describe('B1: presence', () => {
  it('is set by oneself, in the room', async () => {
    const me = await createAttendee(test.dataSource, eventId, { checkedIn: true });
    const placeId = await createPlace(test.dataSource, eventId);
    expect((await setPresence(me, { presence: 'at-place', placeId }).expect(200)).body).toMatchObject({
      presence: 'at-place',
      placeId,
    });
    expect((await setPresence(me, { presence: 'talking', placeId }).expect(200)).body).toMatchObject({
      presence: 'talking',
      placeId: null,
    });
    const absent = await createAttendee(test.dataSource, eventId);
    expect((await setPresence(absent, { presence: 'free' }).expect(409)).body.code).toBe('not_checked_in');
  });

  it('never names a place of another event', async () => {
    const me = await createAttendee(test.dataSource, eventId, { checkedIn: true });
    const elsewhere = await createEvent(test.dataSource);
    const placeId = await createPlace(test.dataSource, elsewhere.eventId);
    await setPresence(me, { presence: 'at-place', placeId }).expect(404);
  });
});

describe('C1: my contacts', () => {
  const put = (who: { cookie: string }, contacts: object[]) => as(who).put('/api/me/contacts').send({ contacts });

  it('are replaced as a whole, in one form each', async () => {
    const me = await createAttendee(test.dataSource, eventId);
    await put(me, [
      { kind: 'phone', value: '138 1234 5678', visibility: 'nobody' },
      { kind: 'wechat', value: 'ming_2020' },
      { kind: 'phone', value: '+8613812345678' },
    ]).expect(200);
    const { body } = await as(me).get('/api/me/contacts').expect(200);
    expect(body).toEqual([
      { kind: 'phone', value: '+8613812345678', visibility: 'nobody' },
      { kind: 'wechat', value: 'ming_2020', visibility: 'introduced' },
    ]);
  });

  it('a wrong one is named and nothing is written', async () => {
    const me = await createAttendee(test.dataSource, eventId);
    const refused = await put(me, [
      { kind: 'wechat', value: 'ming_2020' },
      { kind: 'email', value: 'x' },
    ]).expect(400);
    expect(refused.body.fields[0].field).toBe('contacts.1.value');
    expect((await as(me).get('/api/me/contacts')).body).toEqual([]);
  });

  it('only the address typed while joining keeps its special place', async () => {
    const me = await createAttendee(test.dataSource, eventId);
    await put(me, [{ kind: 'email', value: 'colleague@example.org' }]).expect(200);
    const rows = await test.dataSource.query('SELECT position FROM contacts WHERE account_id = $1', [me.accountId]);
    expect(rows).toEqual([{ position: 1 }]);
  });

  it('two phones saving at once leave one whole list', async () => {
    const me = await createAttendee(test.dataSource, eventId);
    const lists = ['a', 'b'].map((name) => [
      { kind: 'wechat', value: `${name}_wechat_1` },
      { kind: 'wechat', value: 'same_for_both' },
    ]);
    const answers = await Promise.all(Array.from({ length: 10 }, (_, at) => put(me, lists[at % 2]!)));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect((await as(me).get('/api/me/contacts')).body).toHaveLength(2);
  });
});
