import type { Commonality, MyRegistration } from '@teabreak/shared';
import { createAttendee, createEvent, type TestAttendee, unknownId } from '../../../test/factories.js';
import { createTestApp, type TestApp } from '../../../test/test-app.js';

let t: TestApp;
let eventId: string;
let ada: TestAttendee;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());
beforeEach(async () => {
  await t.startAfresh();
  ({ eventId } = await createEvent(t.dataSource));
  ada = await createAttendee(t.dataSource, eventId, { name: 'Ada', checkedIn: true });
});

const as = ({ cookie }: { cookie: string }) => t.phone({ cookie });
const goal = { kind: 'hire', seeks: ['Node.js'], offers: ['期权'], sentence: 'We grow.' };
const save = (who: { cookie: string }, input: object, event = eventId) =>
  as(who).put(`/api/events/${event}/goal`).send(input);

describe('goal', () => {
  it('G1: is saved as typed, shown to its owner and on the board', async () => {
    expect((await save(ada, goal)).body).toEqual(goal);
    const me: MyRegistration = (await as(ada).get(`/api/events/${eventId}/me`)).body;
    expect(me.goal).toEqual(goal);
    const board = (await as(ada).get(`/api/events/${eventId}/board`)).body;
    expect(board.people.find(({ id }: { id: string }) => id === ada.registrationId).goal).toEqual(goal);
  });

  it.each([
    ['seeks', { ...goal, seeks: ['a', 'b', 'c', 'd', 'e', 'f'] }],
    ['sentence', { ...goal, sentence: 'x'.repeat(281) }],
    ['kind', { ...goal, kind: 'world-peace' }],
    ['offers.0', { ...goal, offers: [''] }],
    ['eventId', { ...goal, eventId: 'x' }],
  ])('G1: %s beyond its limits is refused at the field, nothing is written', async (field, input) => {
    const { status, body } = await save(ada, input);
    expect(status).toBe(400);
    expect(body.fields.map((refused: { field: string }) => refused.field)).toContain(field);
    expect((await as(ada).get(`/api/events/${eventId}/me`)).body.goal).toBeNull();
  });

  it('G1: belongs to one event; another event’s is not found', async () => {
    const other = await createEvent(t.dataSource);
    expect((await save(ada, goal, other.eventId)).status).toBe(404);
    expect((await save(ada, goal, unknownId())).status).toBe(404);
  });
});

describe('commonalities', () => {
  const list: Commonality[] = [
    { kind: 'school', value: '交大', visibility: 'everyone' },
    { kind: 'speaks', value: 'Français', visibility: 'nobody' },
  ];

  it('G2, G3: are kept in order, as typed, each with its own visibility', async () => {
    const saved = await as(ada)
      .put('/api/me/commonalities')
      .send({ commonalities: [...list, list[0]] });
    expect(saved.body).toEqual(list);
    expect((await as(ada).get('/api/me/commonalities')).body).toEqual(list);
    await as(ada).put('/api/me/commonalities').send({ commonalities: [] }).expect(200);
    expect((await as(ada).get('/api/me/commonalities')).body).toEqual([]);
  });

  it('G2: an unknown kind is refused', async () => {
    const refused = await as(ada)
      .put('/api/me/commonalities')
      .send({ commonalities: [{ kind: 'blood-type', value: 'A', visibility: 'everyone' }] });
    expect(refused.body).toMatchObject({ code: 'invalid_input', fields: [{ field: 'commonalities.0.kind' }] });
  });
});
