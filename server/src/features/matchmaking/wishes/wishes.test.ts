import type { MatchWishKind, MatchWishList, SuggestionsAnswer } from '@teabreak/shared';
import {
  block,
  createAgendaItem,
  createAttendee,
  createEvent,
  createHelper,
  type TestAttendee,
  unknownId,
} from '../../../../test/factories.js';
import { connect, nextEvent } from '../../../../test/sockets.js';
import { createTestApp, type TestApp } from '../../../../test/test-app.js';

const MINUTE = 60_000;

let t: TestApp;
let eventId: string;
let ada: TestAttendee;
let bo: TestAttendee;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());
beforeEach(async () => {
  await t.startAfresh();
  t.clock.set(new Date());
  ({ eventId } = await createEvent(t.dataSource));
  ada = await createAttendee(t.dataSource, eventId, {
    name: 'Ada',
    // On the board: who is not there is seen only while suggested, and a list may always change.
    checkedIn: true,
    goal: { kind: 'hire', seeks: ['backend engineers'], offers: ['visa support'] },
  });
  bo = await engineer('Bo');
});

const engineer = (name: string) =>
  createAttendee(t.dataSource, eventId, {
    name,
    checkedIn: true,
    goal: { kind: 'find-job', seeks: ['visa support'], offers: ['backend engineer'] },
  });
const as = ({ cookie }: { cookie: string }) => t.phone({ cookie });
const path = (rest: string) => `/api/events/${eventId}/suggestions${rest}`;
const wish = (who: TestAttendee, { registrationId }: TestAttendee, kind: MatchWishKind) =>
  as(who)
    .put(path(`/${registrationId}/wish`))
    .send({ kind })
    .expect(204);
const takeBack = (who: TestAttendee, { registrationId }: TestAttendee) =>
  as(who)
    .delete(path(`/${registrationId}/wish`))
    .expect(204);
const wishes = async (who: TestAttendee): Promise<MatchWishList['wishes']> =>
  (await as(who).get(path('/wishes')).expect(200)).body.wishes;
const names = async (who: TestAttendee): Promise<string[]> => {
  const answer: SuggestionsAnswer = (await as(who).get(path('')).expect(200)).body;
  return answer.suggestions.map(({ person }) => person.name);
};
const later = (ms: number) => t.clock.set(new Date(t.clock.now().getTime() + ms));

describe('not now', () => {
  it('goes from my list only, and comes back when I take it back', async () => {
    await wish(ada, bo, 'not-now');
    expect([await names(ada), await names(bo)]).toEqual([[], ['Ada']]);
    await takeBack(ada, bo);
    await takeBack(ada, bo);
    expect([await names(ada), await wishes(ada)]).toEqual([['Bo'], []]);
  });

  it('is named as the reason of a short list, to its author alone', async () => {
    const hints = async (who: TestAttendee) => {
      const answer: SuggestionsAnswer = (await as(who).get(path('')).expect(200)).body;
      return answer.hints.map(({ kind }) => kind);
    };
    expect(await hints(ada)).not.toContain('put-aside');
    await wish(ada, bo, 'not-now');
    expect(await hints(ada)).toContain('put-aside');
    expect(await hints(bo)).not.toContain('put-aside');
  });

  it('lasts two hours where the programme has no break', async () => {
    await wish(ada, bo, 'not-now');
    expect(await wishes(ada)).toEqual([
      {
        registrationId: bo.registrationId,
        name: 'Bo',
        kind: 'not-now',
        until: new Date(t.clock.now().getTime() + 120 * MINUTE).toISOString(),
      },
    ]);
    later(119 * MINUTE);
    expect(await names(ada)).toEqual([]);
    later(MINUTE);
    expect([await names(ada), await wishes(ada)]).toEqual([['Bo'], []]);
  });

  it('lasts until the next break is planned to begin', async () => {
    const startsAt = new Date(t.clock.now().getTime() + 40 * MINUTE);
    await createAgendaItem(t.dataSource, eventId, { startsAt });
    await createAgendaItem(t.dataSource, eventId, { kind: 'session', startsAt: new Date(startsAt.getTime() - MINUTE) });
    await wish(ada, bo, 'not-now');
    expect((await wishes(ada))[0]?.until).toBe(startsAt.toISOString());
    later(40 * MINUTE);
    expect(await names(ada)).toEqual(['Bo']);
  });

  it('ends when the hosts open the break early, and the phone hears of it', async () => {
    const itemId = await createAgendaItem(t.dataSource, eventId, {
      startsAt: new Date(t.clock.now().getTime() + 40 * MINUTE),
    });
    await wish(ada, bo, 'not-now');
    expect(await names(ada)).toEqual([]);
    later(MINUTE);
    const phone = await connect(t.url, ada.cookie);
    const heard = nextEvent(phone, 'suggestions:changed');
    const host = await createHelper(t.dataSource, eventId, 'host');
    await as(host).post(`/api/events/${eventId}/breaks/${itemId}/open`).expect(200);
    expect(await heard).toEqual({ eventId });
    expect(await names(ada)).toEqual(['Bo']);
    phone.close();
  });

  it('does not end with a break that was open before', async () => {
    await createAgendaItem(t.dataSource, eventId, { openedAt: new Date(t.clock.now().getTime() - MINUTE) });
    await wish(ada, bo, 'not-now');
    expect(await names(ada)).toEqual([]);
  });
});

describe('never', () => {
  it('goes both ways, whoever said it, and stays', async () => {
    await wish(bo, ada, 'never');
    expect([await names(ada), await names(bo)]).toEqual([[], []]);
    later(24 * 60 * MINUTE);
    expect(await names(ada)).toEqual([]);
    await takeBack(bo, ada);
    expect([await names(ada), await names(bo)]).toEqual([['Bo'], ['Ada']]);
  });

  it('replaces what was said before, and is replaced by it', async () => {
    await wish(ada, bo, 'not-now');
    await wish(ada, bo, 'never');
    expect(await wishes(ada)).toEqual([{ registrationId: bo.registrationId, name: 'Bo', kind: 'never', until: null }]);
    await wish(ada, bo, 'more-like-this');
    expect(await names(ada)).toEqual(['Bo']);
  });
});

describe('who may say it, of whom, and who reads it', () => {
  it('only of people the reader may see; all others are not found alike', async () => {
    const hidden = await engineer('Hidden');
    await as(hidden).patch(`/api/events/${eventId}/me`).send({ boardLevel: 'hidden' }).expect(200);
    const blocking = await engineer('Blocking');
    await block(t.dataSource, blocking, ada);
    const { eventId: elsewhere } = await createEvent(t.dataSource);
    const foreign = await createAttendee(t.dataSource, elsewhere);
    for (const registrationId of [hidden, blocking, foreign, ada]
      .map((who) => who.registrationId)
      .concat(unknownId())) {
      const asked = as(ada)
        .put(path(`/${registrationId}/wish`))
        .send({ kind: 'never' });
      expect((await asked.expect(404)).body.code).toBe('not_found');
      await as(ada)
        .delete(path(`/${registrationId}/wish`))
        .expect(404);
    }
    const [{ count }] = await t.dataSource.query('SELECT count(*)::int AS count FROM match_wishes');
    expect(count).toBe(0);
  });

  it('B4, I6: who hides or blocks later is no longer named among my wishes', async () => {
    const eve = await engineer('Eve');
    for (const who of [bo, eve]) await wish(ada, who, 'never');
    expect((await wishes(ada)).map(({ name }) => name).sort()).toEqual(['Bo', 'Eve']);
    await as(bo).patch(`/api/events/${eventId}/me`).send({ boardLevel: 'hidden' }).expect(200);
    await block(t.dataSource, eve, ada);
    expect(await wishes(ada)).toEqual([]);
  });

  it('refuses a word it does not know', async () => {
    await as(ada)
      .put(path(`/${bo.registrationId}/wish`))
      .send({ kind: 'soon' })
      .expect(400);
    await as(ada)
      .put(path(`/${bo.registrationId}/wish`))
      .send({ kind: 'never', note: 'rude' })
      .expect(400);
  });

  it('canary: nothing that anybody else can read, the organizer and their preview included, changes by a wish', async () => {
    const organizer = await createHelper(t.dataSource, eventId, 'organizer');
    const eve = await engineer('Eve');
    const seen = async () => {
      const found: Record<string, string> = {};
      const ask = (who: { cookie: string }, rest: string) => as(who).get(`/api/events/${eventId}/${rest}`);
      for (const rest of ['now', 'registrations', 'registrations.csv', 'introductions', 'matchmaking/settings'])
        found[`organizer ${rest}`] = (await ask(organizer, rest)).text;
      const neutral = { weights: { goals: 50, inCommon: 50, newCircles: 50 }, rules: [] };
      const preview = as(organizer).post(`/api/events/${eventId}/matchmaking/preview`).send(neutral);
      found.preview = (await preview.expect(200)).text;
      for (const rest of ['board', 'circle', 'introductions', `people/${ada.registrationId}`, 'suggestions/wishes'])
        found[`bo ${rest}`] = (await ask(bo, rest)).text;
      for (const rest of ['suggestions', 'suggestions/wishes', `people/${bo.registrationId}`])
        found[`eve ${rest}`] = (await ask(eve, rest)).text;
      return found;
    };
    const before = await seen();
    expect(before.preview).toContain('Bo');
    await wish(ada, bo, 'never');
    await t.settled();
    const after = await seen();
    expect(after).toEqual(before);
    expect(await wishes(bo)).toEqual([]);
  });

  it('tells the other side only that the list has changed, with no word of who or why', async () => {
    await names(bo);
    const phone = await connect(t.url, bo.cookie);
    const heard = nextEvent(phone, 'suggestions:changed');
    await wish(ada, bo, 'never');
    expect(await heard).toEqual({ eventId });
    phone.close();
  });
});
