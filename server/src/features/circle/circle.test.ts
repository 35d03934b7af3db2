import type { Circle, CircleOpenings, CircleSettings } from '@teabreak/shared';
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
const knowEachOther = (by: TestAttendee, other: TestAttendee) => post(by, person(other, 'acquaintance'));
const circleOf = async (by: TestAttendee, of = eventId): Promise<Circle> =>
  (await app.http.get(`/api/events/${of}/circle`).set('cookie', by.cookie).expect(200)).body;
const names = (people: { name: string }[]) => people.map(({ name }) => name);
const SETTINGS = { coming: false, introduces: true, reachable: true, showsConnecting: false };
const say = async (by: TestAttendee, settings: Partial<typeof SETTINGS>, of = eventId): Promise<CircleSettings> =>
  (
    await app.http
      .put(`/api/events/${of}/circle/settings`)
      .set('cookie', by.cookie)
      .send({ ...SETTINGS, ...settings })
      .expect(200)
  ).body;
const attendee = (name: string, options: Parameters<typeof createAttendee>[2] = {}) =>
  createAttendee(app.dataSource, eventId, { name, ...options });
const know = (one: TestAttendee, other: TestAttendee) => acquaint(app.dataSource, one, other);
/** An introduction that came about through `by`. */
async function brought(by: TestAttendee): Promise<void> {
  const [one, other] = [await attendee('One'), await attendee('Other')];
  await app.dataSource.query(
    `INSERT INTO introductions (event_id, request_id, requester_id, target_id, introducer_account_id, state, requester_accepted_at,
       target_accepted_at, passed_on_at, agreed_at, expires_at)
     VALUES ($1, gen_random_uuid(), $2, $3, $4, 'agreed', now(), now(), now(), now(), now() + interval '1 hour')`,
    [eventId, one.registrationId, other.registrationId, by.accountId],
  );
}

beforeAll(async () => {
  app = await createTestApp();
  app.clock.set(new Date());
});
afterAll(() => app.close());
beforeEach(async () => {
  ({ eventId } = await createEvent(app.dataSource));
  ann = await attendee('Ann');
  ben = await attendee('Ben', { headline: 'Tea', checkedIn: true });
});

describe('K1: who knows whom', () => {
  it('is known once both said so, and saying it twice changes nothing', async () => {
    expect((await knowEachOther(ann, ben).expect(200)).body).toEqual({ state: 'asked-by-me' });
    expect((await knowEachOther(ann, ben).expect(200)).body).toEqual({ state: 'asked-by-me' });
    expect(await circleOf(ann)).toMatchObject({ known: [], asking: [], asked: [{ name: 'Ben' }] });
    const asking = [{ registrationId: ann.registrationId, name: 'Ann', headline: '' }];
    expect(await circleOf(ben)).toMatchObject({ known: [], asking, asked: [] });
    expect((await knowEachOther(ben, ann).expect(200)).body).toEqual({ state: 'known' });
    expect((await knowEachOther(ben, ann).expect(200)).body).toEqual({ state: 'known' });
    const known = { registrationId: ben.registrationId, name: 'Ben', headline: 'Tea', checkedIn: true };
    expect(await circleOf(ann)).toMatchObject({
      known: [{ ...known, origin: 'confirmed', introduces: true, connects: false }],
      asking: [],
      asked: [],
    });
  });

  it('both who say it in the same moment know each other', async () => {
    await Promise.all([knowEachOther(ann, ben), knowEachOther(ben, ann)]);
    expect((await circleOf(ann)).known).toHaveLength(1);
    expect((await circleOf(ben)).known).toHaveLength(1);
  });

  it('the other one is told at once, and only the first time', async () => {
    const socket = await connect(app.url, ben.cookie);
    const told = nextEvent(socket, 'acquaintance:changed');
    await knowEachOther(ann, ben);
    expect(await told).toEqual({ eventId });
    const quiet = noEvent(socket, 'acquaintance:changed');
    await knowEachOther(ann, ben);
    await quiet;
    socket.close();
  });

  it('a no is not to be told from silence: neither by what is shown, nor by a message, nor by asking anew', async () => {
    const [silent, other] = [await attendee('Silent', { checkedIn: true }), await attendee('Other')];
    for (const who of [ben, silent]) await knowEachOther(ann, who).expect(200);
    const socket = await connect(app.url, ann.cookie);
    const quiet = noEvent(socket, 'acquaintance:changed');
    await remove(ben, person(ann, 'acquaintance')).expect(204);
    await quiet;
    socket.close();
    expect(names((await circleOf(ben)).asking)).toEqual([]);
    expect(names((await circleOf(ann)).asked).sort()).toEqual(['Ben', 'Silent']);
    const state = async (of: TestAttendee) =>
      (await app.http.get(person(of, '').slice(0, -1)).set('cookie', ann.cookie)).body.acquaintance;
    expect([await state(ben), await state(silent)]).toEqual(['asked-by-me', 'asked-by-me']);
    const answers = [];
    for (const who of [ben, silent]) {
      answers.push((await remove(ann, person(who, 'acquaintance'))).status, (await knowEachOther(ann, who)).body);
    }
    expect(answers.slice(0, 2)).toEqual(answers.slice(2));
    // Who said no is not asked again, but may change their mind.
    expect([names((await circleOf(ben)).asking), names((await circleOf(silent)).asking)]).toEqual([[], ['Ann']]);
    expect((await knowEachOther(ben, ann)).body).toEqual({ state: 'known' });
    expect(names((await circleOf(other)).asking)).toEqual([]);
  });

  it('what was confirmed ends by either side, without a word to the other one', async () => {
    for (const [by, other] of [
      [ann, ben],
      [ben, ann],
    ] as const) {
      await knowEachOther(ann, ben);
      await knowEachOther(ben, ann);
      const socket = await connect(app.url, other.cookie);
      const quiet = noEvent(socket, 'acquaintance:changed');
      await remove(by, person(other, 'acquaintance')).expect(204);
      await quiet;
      socket.close();
      for (const who of [ann, ben]) expect(await circleOf(who)).toMatchObject({ known: [], asking: [], asked: [] });
    }
  });

  it('says not_found for oneself, nobody, people of other events and those who only applied', async () => {
    const elsewhere = await createAttendee(app.dataSource, (await createEvent(app.dataSource)).eventId);
    const pending = await attendee('Pending', { status: 'pending' });
    const nobody = { ...ben, registrationId: unknownId() };
    for (const other of [ann, elsewhere, pending, nobody])
      expect((await knowEachOther(ann, other).expect(404)).body.code).toBe('not_found');
    for (const by of [elsewhere, pending]) {
      await knowEachOther(by, ben).expect(404);
      await app.http.get(`/api/events/${eventId}/circle`).set('cookie', by.cookie).expect(404);
    }
  });

  it('meeting again at another event makes a tie stronger, twice at one does not; what one denies is gone', async () => {
    const circle = app.app.get(CircleService);
    const { manager } = app.dataSource;
    const next = await createEvent(app.dataSource);
    const tie = async () => {
      const rows = await app.dataSource.query(
        `SELECT tie_strength(origin, times_met, last_at, now())::int AS strength FROM open_ties WHERE account_id = $1`,
        [ann.accountId],
      );
      return rows[0]?.strength;
    };
    await circle.addMet(manager, ann.accountId, ben.accountId, 'met', eventId);
    expect(await tie()).toBe(4);
    await circle.addMet(manager, ann.accountId, ben.accountId, 'scanned', eventId);
    expect(await tie()).toBe(4);
    await circle.addMet(manager, ann.accountId, ben.accountId, 'met', next.eventId);
    expect(await tie()).toBe(5);
    await circle.unmeet(manager, ann.accountId, ben.accountId, next.eventId);
    expect((await circle.acquaintancesOf(ann.accountId)).includes(ben.accountId)).toBe(true);
    const cy = await attendee('Cy');
    await circle.addMet(manager, ann.accountId, cy.accountId, 'met', eventId);
    await circle.unmeet(manager, ann.accountId, cy.accountId, eventId);
    expect((await circle.acquaintancesOf(ann.accountId)).includes(cy.accountId)).toBe(false);
  });
});

describe('K2: who of my circle comes', () => {
  it('is told before the event only of those who said so, and of whoever is here; it travels from event to event', async () => {
    const [open, closed, here] = [
      await attendee('Open', { consents: { circle: false } }),
      await attendee('Closed', { consents: { circle: false } }),
      await attendee('Here', { consents: { circle: false }, checkedIn: true }),
    ];
    for (const who of [open, closed, here]) await know(ann, who);
    expect(names((await circleOf(ann)).known)).toEqual(['Here']);
    expect(await say(open, { coming: true })).toEqual({ ...SETTINGS, coming: true, connects: false });
    expect((await circleOf(ann)).known.map(({ name, checkedIn }) => [name, checkedIn])).toEqual([
      ['Here', true],
      ['Open', false],
    ]);
    const { eventId: next } = await createEvent(app.dataSource);
    for (const who of [ann, open, closed])
      await createRegistration(app.dataSource, next, who.accountId, { name: who.name, consents: { circle: false } });
    expect(names((await circleOf(ann, next)).known)).toEqual([]);
    await say(closed, { coming: true }, next);
    expect(names((await circleOf(ann, next)).known)).toEqual(['Closed']);
  });

  it('P1: each change of that consent is a statement in the log, and saying the same again is none', async () => {
    const cy = await attendee('Cy', { consents: { circle: false } });
    for (const coming of [true, true, false]) await say(cy, { coming });
    const said = await app.dataSource.query(
      `SELECT granted FROM consents WHERE registration_id = $1 AND kind = 'circle' ORDER BY at, granted DESC`,
      [cy.registrationId],
    );
    expect(said).toEqual([{ granted: true }, { granted: false }]);
  });

  it('names whom meeting is worth it through each of them, and counts the others on the board', async () => {
    const kate = await attendee('Kate', { checkedIn: true });
    const goal = { kind: 'hire' as const, seeks: ['backend engineer'], offers: ['visa support'] };
    const me = await attendee('Me', { goal });
    const fits = await attendee('Fits', {
      goal: { kind: 'find-job', seeks: ['visa support'], offers: ['backend engineer'] },
    });
    const [onBoard, hidden, keeps] = [
      await attendee('On board', { checkedIn: true }),
      await attendee('Hidden', { checkedIn: true, boardLevel: 'hidden' }),
      await attendee('Keeps to themselves', { checkedIn: true }),
    ];
    await know(me, kate);
    for (const who of [fits, onBoard, hidden, keeps]) await know(kate, who);
    await say(keeps, { reachable: false });
    const openings = async (): Promise<CircleOpenings> =>
      (await app.http.get(`/api/events/${eventId}/circle/openings`).set('cookie', me.cookie).expect(200)).body;
    const named = { registrationId: fits.registrationId, name: 'Fits', headline: '' };
    expect(await openings()).toEqual({ [kate.registrationId]: { worthMeeting: [named], others: 1 } });
    await say(kate, { introduces: false });
    expect(await openings()).toEqual({});
  });
});

describe('M11: who connects others well', () => {
  it('is shown to attendees only with their own consent, from two introductions that came about', async () => {
    await brought(ben);
    expect((await say(ben, { showsConnecting: true })).connects).toBe(false);
    expect((await circleOf(ann)).connectors).toEqual([]);
    await brought(ben);
    expect((await circleOf(ben)).settings).toMatchObject({ connects: true, showsConnecting: true });
    expect(names((await circleOf(ann)).connectors)).toEqual(['Ben']);
    await know(ann, ben);
    expect(await circleOf(ann)).toMatchObject({ known: [{ name: 'Ben', connects: true }], connectors: [] });
    await say(ben, { showsConnecting: false });
    expect((await circleOf(ann)).known[0]?.connects).toBe(false);
  });

  it('shows those who do by name, not by how much', async () => {
    const amy = await attendee('Amy', { checkedIn: true });
    for (const [who, times] of [
      [ben, 4],
      [amy, 2],
    ] as const) {
      for (let at = 0; at < times; at += 1) await brought(who);
      await say(who, { showsConnecting: true });
    }
    expect(names((await circleOf(ann)).connectors)).toEqual(['Amy', 'Ben']);
  });

  it('each sees for themselves how many have met through them; nobody else does', async () => {
    await brought(ben);
    expect((await circleOf(ben)).thanks).toEqual({ met: 0, helped: 0 });
    await app.dataSource.query(
      `UPDATE introductions SET state = 'met', ended_at = now() WHERE event_id = $1 AND state = 'agreed'`,
      [eventId],
    );
    expect((await circleOf(ben)).thanks).toEqual({ met: 1, helped: 0 });
    expect((await circleOf(ann)).thanks).toEqual({ met: 0, helped: 0 });
  });

  it('I6: never of whom one has blocked, or who has blocked one', async () => {
    for (let at = 0; at < 2; at += 1) await brought(ben);
    await say(ben, { showsConnecting: true });
    await block(app.dataSource, ben, ann);
    expect((await circleOf(ann)).connectors).toEqual([]);
  });
});
