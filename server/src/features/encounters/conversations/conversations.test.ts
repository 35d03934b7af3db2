import type { ConversationPage } from '@teabreak/shared';
import { createAttendee, createEvent, createRegistration, type TestAttendee } from '../../../../test/factories.js';
import { createTestApp, type TestApp } from '../../../../test/test-app.js';
import { nameSearchKeys } from '../../../common/name-search.js';

let app: TestApp;
let ann: TestAttendee;

const page = async (query: Record<string, string> = {}): Promise<ConversationPage> =>
  (await app.http.get('/api/me/conversations').query(query).set('cookie', ann.cookie).expect(200)).body;
const names = async (query: Record<string, string>) =>
  (await page(query)).conversations.map(({ person }) => person.name);

/** Somebody whom Ann talked with, and what she wrote down. */
async function talkedWith(
  eventId: string,
  ownRegistration: string,
  name: string,
  note?: object,
): Promise<TestAttendee> {
  const other = await createAttendee(app.dataSource, eventId, { name });
  await app.dataSource.query('UPDATE registrations SET search_keys = $2 WHERE id = $1', [
    other.registrationId,
    nameSearchKeys(name),
  ]);
  const said = await app.http
    .post(`/api/events/${eventId}/encounters`)
    .set('cookie', ann.cookie)
    .send({ personId: other.registrationId })
    .expect(200);
  if (note)
    await app.http
      .put(`/api/events/${eventId}/encounters/${said.body.id}/note`)
      .set('cookie', ann.cookie)
      .send(note)
      .expect(200);
  expect(ownRegistration).not.toBe(other.registrationId);
  app.clock.advance(60_000);
  return other;
}

beforeAll(async () => {
  app = await createTestApp();
  app.clock.set(new Date());
});
afterAll(() => app.close());

describe('F1, G5: my conversations', () => {
  it('are carried from event to event, found by name and by my own words, and nobody else’s', async () => {
    const [spring, autumn] = [
      await createEvent(app.dataSource, { title: '春茶会' }),
      await createEvent(app.dataSource, { title: 'Autumn mixer' }),
    ];
    ann = await createAttendee(app.dataSource, spring.eventId, { name: 'Ann' });
    const { registrationId } = await createRegistration(app.dataSource, autumn.eventId, ann.accountId, { name: 'Ann' });
    await talkedWith(spring.eventId, ann.registrationId, '李明辉', { text: '做跨境电商', iPromised: 'Café list' });
    await talkedWith(spring.eventId, ann.registrationId, 'José Müller');
    const mei = await talkedWith(autumn.eventId, registrationId, '欧阳美', {
      text: 'rents flats',
      theyPromised: 'call',
      theyPromisedDone: true,
    });
    await talkedWith(autumn.eventId, registrationId, 'Priya', { remindOn: '2026-07-01' });
    // What only the other one calls a conversation is not Ann's to know.
    const shy = await createAttendee(app.dataSource, autumn.eventId, { name: 'Shy' });
    await app.http
      .post(`/api/events/${autumn.eventId}/encounters`)
      .set('cookie', shy.cookie)
      .send({ personId: registrationId })
      .expect(200);

    const all = await page();
    expect(all).toMatchObject({ next: null, matching: 4, total: 4 });
    expect(all.conversations.map(({ person, event }) => [person.name, event.title])).toEqual([
      ['Priya', 'Autumn mixer'],
      ['欧阳美', 'Autumn mixer'],
      ['José Müller', '春茶会'],
      ['李明辉', '春茶会'],
    ]);
    expect(all.conversations[3]).toMatchObject({
      note: { text: '做跨境电商', iPromised: 'Café list' },
      event: { slug: spring.slug },
    });

    expect(await names({ q: '李' })).toEqual(['李明辉']);
    expect(await names({ q: 'lmh' })).toEqual(['李明辉']);
    expect(await names({ q: 'jose muller' })).toEqual(['José Müller']);
    expect(await names({ q: '電商' })).toEqual(['李明辉']);
    expect(await names({ q: 'dianshang' })).toEqual(['李明辉']);
    expect(await names({ q: 'cafe' })).toEqual(['李明辉']);
    expect(await names({ q: '春茶' })).toEqual(['José Müller', '李明辉']);
    expect(await page({ q: 'nobody' })).toMatchObject({ conversations: [], matching: 0, total: 4 });
    expect(await names({ only: 'open' })).toEqual(['Priya', '李明辉']);

    const theirs = await app.http.get('/api/me/conversations').set('cookie', mei.cookie).expect(200);
    expect(theirs.body).toEqual({ conversations: [], next: null, matching: 0, total: 0 });
  });

  it('come in pages that join without a gap', async () => {
    const { eventId } = await createEvent(app.dataSource);
    ann = await createAttendee(app.dataSource, eventId, { name: 'Ann' });
    for (let at = 0; at < 45; at += 1) await createAttendee(app.dataSource, eventId, { name: `Guest ${at}` });
    await app.dataSource.query(
      `INSERT INTO encounters (event_id, one_id, other_id, via, at)
       SELECT $1, least(r.id, $2::uuid), greatest(r.id, $2::uuid), 'round', now() - row_number() OVER () * interval '1 minute'
       FROM registrations r WHERE r.event_id = $1 AND r.id <> $2::uuid`,
      [eventId, ann.registrationId],
    );
    const first = await page();
    expect([first.conversations.length, first.matching]).toEqual([40, 45]);
    const rest = await page({ after: first.next ?? '' });
    expect([rest.conversations.length, rest.next]).toEqual([5, null]);
    const ids = [...first.conversations, ...rest.conversations].map(({ id }) => id);
    expect(new Set(ids).size).toBe(45);
  });
});
