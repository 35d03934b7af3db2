import type { EventInput, OrganizerEvent } from '@teabreak/shared';
import {
  createAccount,
  createAttendee,
  createEvent,
  createHelper,
  createPlace,
  type TestAccount,
  unknownId,
} from '../../../test/factories.js';
import { createTestApp, type TestApp } from '../../../test/test-app.js';

let t: TestApp;
let organizer: TestAccount;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());
beforeEach(async () => {
  await t.startAfresh();
  organizer = await createAccount(t.dataSource, { name: 'Olga', siteRole: 'organizer' });
});

const as = ({ cookie }: { cookie: string }) => t.phone({ cookie });
const input = {
  title: '上海产品人茶歇',
  description: 'Come **early**',
  timeZone: 'Asia/Shanghai',
  startsAt: '2026-06-06T14:00:00+08:00',
  endsAt: '2026-06-06T18:00:00+08:00',
  venue: 'Tea House',
  capacity: 50,
  agenda: [
    { kind: 'session', title: 'Talk', startsAt: '2026-06-06T14:00:00+08:00', endsAt: '2026-06-06T15:00:00+08:00' },
    { kind: 'break', title: '茶歇', startsAt: '2026-06-06T15:00:00+08:00', endsAt: '2026-06-06T15:30:00+08:00' },
  ],
  places: [{ name: 'Window', seats: 4, hint: 'left of the door' }],
} satisfies EventInput;

async function create(changes: Partial<EventInput> = {}, who = organizer): Promise<OrganizerEvent> {
  const answer = await as(who)
    .post('/api/events')
    .send({ ...input, ...changes });
  expect(answer.status).toBe(201);
  return answer.body;
}
/** What PUT takes, out of what GET gave. */
function asInput({
  title,
  description,
  timeZone,
  startsAt,
  endsAt,
  venue,
  address,
  capacity,
  requiresApproval,
  languages,
  agenda,
  places,
}: OrganizerEvent) {
  const items = agenda.map(({ id, kind, title: name, startsAt: from, endsAt: to }) => ({
    id,
    kind,
    title: name,
    startsAt: from,
    endsAt: to,
  }));
  return {
    title,
    description,
    timeZone,
    startsAt,
    endsAt,
    venue,
    address,
    capacity,
    requiresApproval,
    languages,
    agenda: items,
    places,
  };
}

describe('E1: creating', () => {
  it('gives the event its parts, an address in pinyin and its creator as owner', async () => {
    const event = await create();
    expect(event).toMatchObject({
      slug: 'shang-hai-chan-pin-ren-cha-xie',
      startsAt: '2026-06-06T06:00:00.000Z',
      role: 'owner',
      taken: 0,
      seatsLeft: 50,
      registration: 'open',
      languages: ['en', 'zh-CN'],
      openBreakId: null,
    });
    expect(event.agenda.map(({ title }) => title)).toEqual(['Talk', '茶歇']);
    expect(event.places).toEqual([{ id: expect.any(String), name: 'Window', seats: 4, hint: 'left of the door' }]);
    expect((await as(organizer).get('/api/events')).body).toEqual([
      expect.objectContaining({ id: event.id, role: 'owner', confirmed: 0, checkedIn: 0 }),
    ]);
  });

  it('the same title again gets another address; a chosen one that is taken is refused by name', async () => {
    await create();
    expect((await create()).slug).toBe('shang-hai-chan-pin-ren-cha-xie-2');
    await create({ slug: 'tea' });
    const refused = await as(organizer)
      .post('/api/events')
      .send({ ...input, slug: 'tea' });
    expect([refused.status, refused.body.code, refused.body.fields[0].field]).toEqual([409, 'slug_taken', 'slug']);
  });

  it('is for organizers of this installation', async () => {
    const owner = await createHelper(t.dataSource, (await createEvent(t.dataSource)).eventId, 'owner');
    for (const who of [await createAccount(t.dataSource), owner])
      expect((await as(who).post('/api/events').send(input)).status).toBe(403);
    expect((await t.http.post('/api/events').send(input)).status).toBe(401);
    await create({}, await createAccount(t.dataSource, { siteRole: 'first' }));
  });

  it.each([
    ['title', { title: ' ' }],
    ['timeZone', { timeZone: 'Asia/Beijing2' }],
    ['endsAt', { endsAt: input.startsAt }],
    ['startsAt', { startsAt: 'tomorrow' }],
    ['capacity', { capacity: 0 }],
    ['slug', { slug: 'No Spaces' }],
    ['agenda.0.endsAt', { agenda: [{ ...input.agenda[0], endsAt: input.agenda[0]?.startsAt }] }],
    ['places.0.seats', { places: [{ name: 'x', seats: 1 }] }],
    ['ownerId', { ownerId: unknownId() }],
    ['taken', { taken: 0 }],
    ['isDemo', { isDemo: true }],
    ['groupCode', { groupCode: 'x' }],
  ])('refuses and names %s', async (field, changes) => {
    const answer = await as(organizer)
      .post('/api/events')
      .send({ ...input, ...changes });
    expect([answer.status, answer.body.code, answer.body.fields[0].field]).toEqual([400, 'invalid_input', field]);
    expect((await t.dataSource.query('SELECT count(*)::int AS count FROM events'))[0].count).toBe(0);
  });
});

describe('changing', () => {
  it('keeps items and places by id, adds new ones, removes those left out', async () => {
    const before = await create();
    const body = asInput(before);
    const [talk, pause] = body.agenda;
    const changed = await as(organizer)
      .put(`/api/events/${before.id}`)
      .send({
        ...body,
        title: 'Tea',
        agenda: [
          { ...pause, title: 'Long break' },
          { ...input.agenda[0], title: 'New' },
        ],
        places: [],
      });
    expect(changed.status).toBe(200);
    const after: OrganizerEvent = changed.body;
    expect(after).toMatchObject({ title: 'Tea', slug: before.slug, places: [] });
    expect(after.agenda.map(({ id, title }) => [title, id === pause?.id])).toEqual([
      ['New', false],
      ['Long break', true],
    ]);
    expect(after.agenda.some(({ id }) => id === talk?.id)).toBe(false);
  });

  it('B3: who is at a place that is taken away leaves it on everybody’s board', async () => {
    const event = await create();
    const [at, free] = [{ presence: 'at-place', placeId: event.places[0]?.id }, { presence: 'free' }] as const;
    const present = (where: object) => createAttendee(t.dataSource, event.id, { checkedIn: true, ...where });
    const [ann, bo] = [await present(at), await present(free)];
    const board = async () =>
      (await as(bo).get(`/api/events/${event.id}/board`)).body as { version: number; people: { id: string }[] };
    const before = await board();
    await as(organizer)
      .put(`/api/events/${event.id}`)
      .send({ ...asInput(event), places: [] })
      .expect(200);
    const missed = await as(bo).get(`/api/events/${event.id}/board/changes`).query({ since: before.version });
    expect(missed.body.version).toBe(before.version + 1);
    const after = await board();
    expect(after.people.find(({ id }) => id === ann.registrationId)).toMatchObject({ placeId: null });
  });

  it('threat 16: an item or a place of another event is not found, and nothing changes', async () => {
    const [mine, other] = [await create(), await create()];
    const foreignPlace = await createPlace(t.dataSource, other.id);
    for (const changes of [
      { agenda: [other.agenda[0]].map((item) => ({ ...input.agenda[0], id: item?.id })) },
      { places: [{ id: foreignPlace, name: 'Mine now', seats: 2 }] },
      { places: [{ id: unknownId(), name: 'x', seats: 2 }] },
    ]) {
      const answer = await as(organizer)
        .put(`/api/events/${mine.id}`)
        .send({ ...asInput(mine), title: 'Changed', ...changes });
      expect([answer.status, answer.body.code]).toEqual([404, 'not_found']);
    }
    expect((await as(organizer).get(`/api/events/${mine.id}`)).body).toEqual(mine);
    expect((await as(organizer).get(`/api/events/${other.id}`)).body.agenda).toEqual(other.agenda);
  });

  it('the same item twice is refused by its place in the list', async () => {
    const event = await create();
    const [talk] = asInput(event).agenda;
    const answer = await as(organizer)
      .put(`/api/events/${event.id}`)
      .send({ ...asInput(event), agenda: [talk, talk] });
    expect(answer.body.fields).toEqual([expect.objectContaining({ field: 'agenda.1.id' })]);
  });

  it('E3: the capacity cannot go below the seats that are taken', async () => {
    const event = await create();
    for (const _ of [1, 2, 3]) await createAttendee(t.dataSource, event.id);
    const refused = await as(organizer)
      .put(`/api/events/${event.id}`)
      .send({ ...asInput(event), capacity: 2 });
    expect([refused.status, refused.body.code, refused.body.fields[0].field]).toEqual([
      409,
      'capacity_below_taken',
      'capacity',
    ]);
    expect(refused.body.message).toContain('3 people');
    const full = await as(organizer)
      .put(`/api/events/${event.id}`)
      .send({ ...asInput(event), capacity: 3 });
    expect(full.body).toMatchObject({ registration: 'full', seatsLeft: 0 });
    expect(
      (
        await as(organizer)
          .put(`/api/events/${event.id}`)
          .send({ ...asInput(event), capacity: null })
      ).body.seatsLeft,
    ).toBeNull();
  });

  it('a duplicate at another date keeps wall-clock times, parts and settings, and has no people', async () => {
    const event = await create({
      timeZone: 'Europe/Berlin',
      startsAt: '2026-10-24T14:00:00+02:00',
      endsAt: '2026-10-24T18:00:00+02:00',
      agenda: [
        { kind: 'break', title: 'Tea', startsAt: '2026-10-24T15:00:00+02:00', endsAt: '2026-10-24T15:30:00+02:00' },
      ],
    });
    await createAttendee(t.dataSource, event.id);
    const copy = await as(organizer)
      .post(`/api/events/${event.id}/duplicate`)
      .send({ startsAt: '2026-10-31T14:00:00+01:00' });
    expect(copy.body).toMatchObject({ endsAt: '2026-10-31T17:00:00.000Z', taken: 0, capacity: 50, role: 'owner' });
    expect(copy.body.agenda).toEqual([
      expect.objectContaining({
        startsAt: '2026-10-31T14:00:00.000Z',
        endsAt: '2026-10-31T14:30:00.000Z',
        openedAt: null,
      }),
    ]);
    expect(copy.body.id).not.toBe(event.id);
    expect(copy.body.places.map(({ name }: { name: string }) => name)).toEqual(['Window']);
  });

  it('a deleted event is gone with all that belongs to it', async () => {
    const event = await create();
    await createAttendee(t.dataSource, event.id);
    expect((await as(organizer).delete(`/api/events/${event.id}`)).status).toBe(204);
    expect((await as(organizer).get(`/api/events/${event.id}`)).status).toBe(404);
    expect((await t.dataSource.query('SELECT count(*)::int AS count FROM registrations'))[0].count).toBe(0);
  });
});

describe('E6: who may', () => {
  const routes = [
    ['get', '', undefined, { owner: 200, organizer: 200, host: 200, door: 200 }],
    ['put', '', 'event', { owner: 200, organizer: 200, host: 403, door: 403 }],
    ['get', '/screen-links', undefined, { owner: 200, organizer: 200, host: 200, door: 403 }],
    ['post', '/duplicate', 'date', { owner: 403, organizer: 403, host: 403, door: 403 }],
    ['get', '/team', undefined, { owner: 200, organizer: 200, host: 200, door: 403 }],
    ['get', '/now', undefined, { owner: 200, organizer: 200, host: 200, door: 403 }],
    ['get', '/qr.png', undefined, { owner: 200, organizer: 200, host: 200, door: 200 }],
    ['get', '/qr.svg', undefined, { owner: 200, organizer: 200, host: 200, door: 200 }],
    ['delete', '', undefined, { organizer: 403, host: 403, door: 403, owner: 204 }],
  ] as const;

  it.each(routes)('%s /api/events/:eventId%s', async (method, path, body, allowed) => {
    const event = await create();
    const bodies = { event: asInput(event), date: { startsAt: '2026-07-04T14:00:00+08:00' } };
    const call = (who: { cookie: string }, eventId = event.id) => {
      const request = as(who)[method](`/api/events/${eventId}${path}`);
      return body ? request.send(bodies[body]) : request;
    };
    const attendee = await createAttendee(t.dataSource, event.id);
    const elsewhere = await createAttendee(t.dataSource, (await createEvent(t.dataSource)).eventId);
    const stranger = await createAccount(t.dataSource, { siteRole: 'organizer' });
    expect((await call({ cookie: '' })).status).toBe(401);
    expect((await call(attendee)).status).toBe(403);
    for (const who of [elsewhere, stranger]) expect((await call(who)).status).toBe(404);
    expect((await call(attendee, unknownId())).status).toBe(404);
    expect((await call(attendee, 'not-an-id')).status).toBe(400);
    for (const [role, status] of Object.entries(allowed)) {
      const helper = await createHelper(t.dataSource, event.id, role as keyof typeof allowed);
      expect([role, (await call(helper)).status]).toEqual([role, status]);
    }
  });

  it('the first organizer of the installation stands in as owner everywhere', async () => {
    const event = await create();
    const first = await createAccount(t.dataSource, { siteRole: 'first' });
    expect((await as(first).get(`/api/events/${event.id}`)).body.role).toBe('owner');
    expect((await as(first).get('/api/events')).body).toEqual([
      expect.objectContaining({ id: event.id, role: 'owner' }),
    ]);
  });
});
