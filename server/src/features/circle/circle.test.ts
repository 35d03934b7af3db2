import type { Circle } from '@teabreak/shared';
import {
  acquaint,
  block,
  createAttendee,
  createEvent,
  createRegistration,
  type TestAttendee,
  unknownId,
} from '../../../test/factories.js';
import { connect, nextEvent, noEvent } from '../../../test/sockets.js';
import { createTestApp, type TestApp } from '../../../test/test-app.js';
import { CircleService } from './circle.service.js';

let app: TestApp;
let eventId: string;
let ann: TestAttendee;
let ben: TestAttendee;

const person = (other: TestAttendee, what: string) => `/api/events/${eventId}/people/${other.registrationId}/${what}`;
const post = (by: TestAttendee, path: string, body?: object) => app.http.post(path).set('cookie', by.cookie).send(body);
const remove = (by: TestAttendee, path: string) => app.http.delete(path).set('cookie', by.cookie);
const circleOf = async (by: TestAttendee): Promise<Circle> =>
  (await app.http.get(`/api/events/${eventId}/circle`).set('cookie', by.cookie).expect(200)).body;

beforeAll(async () => {
  app = await createTestApp();
  app.clock.set(new Date());
});
afterAll(() => app.close());
beforeEach(async () => {
  ({ eventId } = await createEvent(app.dataSource));
  ann = await createAttendee(app.dataSource, eventId, { name: 'Ann' });
  ben = await createAttendee(app.dataSource, eventId, { name: 'Ben', headline: 'Tea', checkedIn: true });
});

describe('K1: who knows whom', () => {
  it('is known once both said so, and saying it twice changes nothing', async () => {
    expect((await post(ann, person(ben, 'acquaintance')).expect(200)).body).toEqual({ state: 'asked-by-me' });
    expect((await post(ann, person(ben, 'acquaintance')).expect(200)).body).toEqual({ state: 'asked-by-me' });
    expect(await circleOf(ann)).toEqual({ known: [], asking: [] });
    expect(await circleOf(ben)).toEqual({
      known: [],
      asking: [{ registrationId: ann.registrationId, name: 'Ann', headline: '' }],
    });
    expect((await post(ben, person(ann, 'acquaintance')).expect(200)).body).toEqual({ state: 'known' });
    expect((await post(ben, person(ann, 'acquaintance')).expect(200)).body).toEqual({ state: 'known' });
    expect(await circleOf(ann)).toEqual({
      known: [{ registrationId: ben.registrationId, name: 'Ben', headline: 'Tea', checkedIn: true }],
      asking: [],
    });
  });

  it('both who say it in the same moment know each other', async () => {
    await Promise.all([post(ann, person(ben, 'acquaintance')), post(ben, person(ann, 'acquaintance'))]);
    expect((await circleOf(ann)).known).toHaveLength(1);
    expect((await circleOf(ben)).known).toHaveLength(1);
  });

  it('the other one is told at once, and can take it back', async () => {
    const socket = await connect(app.url, ben.cookie);
    const told = nextEvent(socket, 'acquaintance:changed');
    await post(ann, person(ben, 'acquaintance'));
    expect(await told).toEqual({ eventId });
    const quiet = noEvent(socket, 'acquaintance:changed');
    await post(ann, person(ben, 'acquaintance'));
    await quiet;
    socket.close();
    await remove(ben, person(ann, 'acquaintance')).expect(204);
    expect((await circleOf(ben)).asking).toEqual([]);
    expect((await post(ben, person(ann, 'acquaintance'))).body).toEqual({ state: 'asked-by-me' });
  });

  it('says not_found for oneself, nobody, people of other events and those who only applied', async () => {
    const elsewhere = await createAttendee(app.dataSource, (await createEvent(app.dataSource)).eventId);
    const pending = await createAttendee(app.dataSource, eventId, { status: 'pending' });
    const nobody = { ...ben, registrationId: unknownId() };
    for (const other of [ann, elsewhere, pending, nobody])
      expect((await post(ann, person(other, 'acquaintance')).expect(404)).body.code).toBe('not_found');
    for (const by of [elsewhere, pending]) {
      await post(by, person(ben, 'acquaintance')).expect(404);
      await app.http.get(`/api/events/${eventId}/circle`).set('cookie', by.cookie).expect(404);
    }
  });
});

describe('K2: who could introduce', () => {
  it('names people both know who take part, those present first, nobody who is blocked or hidden', async () => {
    const circle = app.app.get(CircleService);
    const away = await createAttendee(app.dataSource, eventId, { name: 'Away' });
    const here = await createAttendee(app.dataSource, eventId, { name: 'Here', checkedIn: true });
    const hidden = await createAttendee(app.dataSource, eventId, { name: 'Hidden', boardLevel: 'hidden' });
    const cancelled = await createAttendee(app.dataSource, eventId, { name: 'Gone', status: 'cancelled' });
    const blocker = await createAttendee(app.dataSource, eventId, { name: 'Blocker' });
    const onlyAnn = await createAttendee(app.dataSource, eventId, { name: 'Only Ann' });
    for (const one of [away, here, hidden, cancelled, blocker]) {
      await acquaint(app.dataSource, ann, one);
      await acquaint(app.dataSource, one, ben);
    }
    await acquaint(app.dataSource, ann, onlyAnn);
    await block(app.dataSource, blocker, ben);
    expect(await circle.shared(ann.accountId, ben.accountId, eventId)).toEqual([
      { accountId: here.accountId, name: 'Here', present: true },
      { accountId: away.accountId, name: 'Away', present: false },
    ]);
    expect((await circle.acquaintancesOf(blocker.accountId)).includes(ben.accountId)).toBe(false);
  });
});

describe('I6: block and report', () => {
  it('whoever is blocked finds the same as where nobody is, and may block in turn', async () => {
    await post(ann, person(ben, 'block')).expect(204);
    await post(ann, person(ben, 'block')).expect(204);
    const asBlocked = await post(ben, person(ann, 'acquaintance')).expect(404);
    const asNobody = await post(ben, person({ ...ann, registrationId: unknownId() }, 'acquaintance')).expect(404);
    expect(asBlocked.body).toEqual(asNobody.body);
    await post(ben, person(ann, 'block')).expect(204);
    expect(await app.app.get(CircleService).isBlocked(ben.accountId, ann.accountId)).toBe(true);
    await remove(ann, person(ben, 'block')).expect(204);
    await remove(ben, person(ann, 'block')).expect(204);
    expect(await app.app.get(CircleService).isBlocked(ann.accountId, ben.accountId)).toBe(false);
    await post(ben, person(ann, 'acquaintance')).expect(200);
  });

  it('both vanish from each other’s circle without a word, as if the other one had hidden', async () => {
    await acquaint(app.dataSource, ann, ben);
    expect((await circleOf(ben)).known).toHaveLength(1);
    const socket = await connect(app.url, ben.cookie);
    const quiet = noEvent(socket, 'acquaintance:changed');
    await post(ann, person(ben, 'block')).expect(204);
    await quiet;
    socket.close();
    expect((await circleOf(ann)).known).toEqual([]);
    expect((await circleOf(ben)).known).toEqual([]);
  });

  it('works against people who hid or left; a report keeps its words', async () => {
    const left = await createAttendee(app.dataSource, eventId, { status: 'cancelled', boardLevel: 'hidden' });
    await post(ann, person(left, 'block')).expect(204);
    await post(ann, person(left, 'report'), { reason: 'shouted at me' }).expect(204);
    const rows = await app.dataSource.query('SELECT reason FROM reports WHERE reporter_id = $1', [ann.accountId]);
    expect(rows).toEqual([{ reason: 'shouted at me' }]);
    const unclaimed = await createRegistration(app.dataSource, eventId, null);
    await post(ann, person({ ...ann, ...unclaimed }, 'block')).expect(404);
    await post(ann, person(ann, 'block')).expect(404);
    expect(
      (await post(ann, person(left, 'report'), { reason: 'x'.repeat(2001) }).expect(400)).body.fields[0].field,
    ).toBe('reason');
  });
});
