import type { Circle, EncounterList, EncounterView } from '@teabreak/shared';
import {
  acquaint,
  createAttendee,
  createContact,
  createEvent,
  type TestAccount,
  type TestAttendee,
} from '../../../test/factories.js';
import { createTestApp, type TestApp } from '../../../test/test-app.js';

let app: TestApp;
let eventId: string;
let ann: TestAttendee;
let ben: TestAttendee;

const get = (by: TestAccount, path: string) => app.http.get(`/api/events/${eventId}/${path}`).set('cookie', by.cookie);
const put = (by: TestAccount, path: string, body: object) =>
  app.http.put(`/api/events/${eventId}/${path}`).set('cookie', by.cookie).send(body);
const talked = (by: TestAccount, other: TestAttendee) =>
  app.http.post(`/api/events/${eventId}/encounters`).set('cookie', by.cookie).send({ personId: other.registrationId });
const knownTo = async (by: TestAttendee) => ((await get(by, 'circle')).body as Circle).known.map(({ name }) => name);

beforeAll(async () => {
  app = await createTestApp();
  app.clock.set(new Date());
});
afterAll(() => app.close());
beforeEach(async () => {
  ({ eventId } = await createEvent(app.dataSource));
  ann = await createAttendee(app.dataSource, eventId, { name: 'Ann' });
  ben = await createAttendee(app.dataSource, eventId, { name: 'Ben' });
});

describe('F1: we talked', () => {
  it('is one encounter per pair, whoever says it and however often', async () => {
    const first = (await talked(ann, ben).expect(200)).body as EncounterView;
    expect(first).toMatchObject({ via: 'board', person: { name: 'Ben' }, note: null, contacts: [] });
    const again = await Promise.all([talked(ann, ben), talked(ben, ann), talked(ann, ben)]);
    expect(new Set(again.map(({ body }) => body.id))).toEqual(new Set([first.id]));
    expect(((await get(ben, 'encounters').expect(200)).body as EncounterList).encounters).toMatchObject([
      { id: first.id, person: { name: 'Ann' } },
    ]);
  });

  it('is not told to the other one, in no list and under no id, until they say so themselves', async () => {
    const { id } = (await talked(ann, ben).expect(200)).body as EncounterView;
    expect((await get(ben, 'encounters')).body).toEqual({ encounters: [] });
    await get(ben, `encounters/${id}/note`).expect(404);
    await put(ben, `encounters/${id}/note`, { text: '', fit: null, iPromised: '', theyPromised: '' }).expect(404);
    expect((await get(ben, 'board/relations')).body.people).toEqual({});
    expect((await get(ben, `people/${ann.registrationId}`)).text).not.toContain(id);
    await talked(ben, ann).expect(200);
    await get(ben, `encounters/${id}/note`).expect(200);
  });

  it('K1: one side’s word makes nobody an acquaintance; both sides’ does', async () => {
    await talked(ann, ben).expect(200);
    await talked(ann, ben).expect(200);
    expect(await knownTo(ann)).toEqual([]);
    await talked(ben, ann).expect(200);
    expect(await knownTo(ann)).toEqual(['Ben']);
    expect(await knownTo(ben)).toEqual(['Ann']);
  });

  it('says not_found for oneself, people of other events, and to people of other events', async () => {
    const elsewhere = await createAttendee(app.dataSource, (await createEvent(app.dataSource)).eventId);
    await talked(ann, ann).expect(404);
    await talked(ann, elsewhere).expect(404);
    await talked(elsewhere, ann).expect(404);
    expect(
      (await app.dataSource.query('SELECT count(*)::int AS n FROM encounters WHERE event_id = $1', [eventId]))[0].n,
    ).toBe(0);
  });
});

describe('I5: contacts', () => {
  it('are not shown for having talked, not even between acquaintances', async () => {
    await createContact(app.dataSource, ben.accountId, 'wechat', 'ben_wechat', 'everyone');
    await acquaint(app.dataSource, ann, ben);
    expect((await talked(ann, ben)).body.contacts).toEqual([]);
  });
});
