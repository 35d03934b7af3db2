import { randomUUID } from 'node:crypto';
import type { Circle, EncounterList, EncounterView } from '@teabreak/shared';
import {
  acquaint,
  createAttendee,
  createContact,
  createEvent,
  createHelper,
  type TestAccount,
  type TestAttendee,
  unknownId,
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
    expect((await get(ben, 'board/relations')).body).toEqual({});
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

describe('F1: only its author ever reads a note', () => {
  const canary = `NOTE-${randomUUID()}`;
  const note = { text: `${canary} text`, fit: 3, iPromised: `${canary} mine`, theyPromised: `${canary} theirs` };

  it('is kept, changed and read by its author', async () => {
    const { id } = (await talked(ann, ben)).body as EncounterView;
    expect((await get(ann, `encounters/${id}/note`).expect(200)).body).toEqual({ note: null });
    expect((await put(ann, `encounters/${id}/note`, note).expect(200)).body).toMatchObject(note);
    await put(ann, `encounters/${id}/note`, { ...note, text: 'shorter' }).expect(200);
    expect((await get(ann, `encounters/${id}/note`)).body.note).toMatchObject({ text: 'shorter', fit: 3 });
    expect(((await get(ann, 'encounters')).body as EncounterList).encounters[0]?.note).toMatchObject({
      text: 'shorter',
    });
  });

  it('appears in nobody else’s answers, whatever they ask for', async () => {
    const { id } = (await talked(ann, ben)).body as EncounterView;
    await put(ann, `encounters/${id}/note`, note).expect(200);
    await talked(ben, ann).expect(200);
    await put(ben, `encounters/${id}/note`, { text: 'of Ben' }).expect(200);
    expect((await get(ann, `encounters/${id}/note`)).body.note).toMatchObject(note);
    const owner = await createHelper(app.dataSource, eventId, 'owner');
    const bystander = await createAttendee(app.dataSource, eventId);
    const paths = [
      'encounters',
      `encounters/${id}/note`,
      'circle',
      'introductions',
      'card-exchanges',
      'registrations',
      'board',
      'suggestions',
      'me',
      'insights',
      'registrations.csv',
      `people/${ann.registrationId}`,
      `people/${ben.registrationId}`,
      '',
    ];
    for (const actor of [ben, owner, bystander])
      for (const path of paths) {
        const { text, status } = await get(actor, path);
        expect({ path, status, leaked: text.includes(canary) }).toEqual({ path, status, leaked: false });
        expect(status).toBeLessThan(500);
      }
    for (const actor of [owner, bystander]) {
      await get(actor, `encounters/${id}/note`).expect(404);
      await put(actor, `encounters/${id}/note`, { text: 'x' }).expect(404);
    }
  });

  it('refuses what is too long, without writing', async () => {
    const { id } = (await talked(ann, ben)).body as EncounterView;
    const refused = await put(ann, `encounters/${id}/note`, { text: 'x'.repeat(4001), fit: 4 }).expect(400);
    expect(refused.body.fields.map(({ field }: { field: string }) => field).sort()).toEqual(['fit', 'text']);
    expect((await get(ann, `encounters/${id}/note`)).body).toEqual({ note: null });
    await put(ann, `encounters/${unknownId()}/note`, { text: 'x' }).expect(404);
  });
});

describe('I5: contacts', () => {
  it('are not shown for having talked, not even between acquaintances', async () => {
    await createContact(app.dataSource, ben.accountId, 'wechat', 'ben_wechat', 'everyone');
    await acquaint(app.dataSource, ann, ben);
    expect((await talked(ann, ben)).body.contacts).toEqual([]);
  });
});
