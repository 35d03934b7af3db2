import type { SuggestionsAnswer } from '@teabreak/shared';
import {
  acquaint,
  createAccount,
  createAttendee,
  createCommonality,
  createEvent,
  createGoal,
  createPlace,
  createRegistration,
  type TestAttendee,
} from '../../../test/factories.js';
import { connect, nextEvent } from '../../../test/sockets.js';
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
  ada = await createAttendee(t.dataSource, eventId, {
    name: 'Ada',
    goal: { kind: 'hire', seeks: ['backend engineers'], offers: ['visa support'], sentence: 'We grow.' },
  });
});

const as = ({ cookie }: { cookie: string }) => t.phone({ cookie });
const suggestions = async (who: { cookie: string }, language = 'en'): Promise<SuggestionsAnswer> =>
  (await as(who).get(`/api/events/${eventId}/suggestions`).set('accept-language', language)).body;
const names = ({ suggestions: list }: SuggestionsAnswer) => list.map(({ person }) => person.name);
const engineer = (name = 'Bo', options: Partial<Parameters<typeof createAttendee>[2]> = {}) =>
  createAttendee(t.dataSource, eventId, {
    name,
    checkedIn: true,
    goal: { kind: 'find-job', seeks: ['签证支持'], offers: ['Node.js', '后端'] },
    ...options,
  });

describe('suggestions', () => {
  it('M1, M8: both directions, in the reader’s language, in both people’s own words', async () => {
    await engineer();
    const [english, chinese] = [await suggestions(ada), await suggestions(ada, 'zh-CN')];
    expect(names(english)).toEqual(['Bo']);
    expect(english.suggestions[0]?.direction).toBe('mutual');
    const kinds = english.suggestions[0]?.reasons.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['helps-you', 'you-help']));
    const texts = english.suggestions[0]?.reasons.map(({ text }) => text).join(' ');
    expect(texts).toContain('backend engineers');
    expect(texts).toContain('签证支持');
    expect(chinese.suggestions[0]?.openingLine).toMatch(/\p{Script=Han}/u);
    expect(english.suggestions[0]?.openingLine).not.toBe(chinese.suggestions[0]?.openingLine);
  });

  it('M5: somebody both know is named as the introducer', async () => {
    const bo = await engineer();
    const chen = await createAttendee(t.dataSource, eventId, { name: 'Chen', consents: { suggestions: false } });
    await acquaint(t.dataSource, ada, chen);
    await acquaint(t.dataSource, chen, bo);
    expect((await suggestions(ada)).suggestions[0]?.introducers).toEqual([{ accountId: chen.accountId, name: 'Chen' }]);
  });

  it('M5: nobody is a way who says "not now", who has not said that they come, or to whom no path may lead', async () => {
    const bo = await engineer();
    const chen = await createAttendee(t.dataSource, eventId, { name: 'Chen' });
    await acquaint(t.dataSource, ada, chen);
    await acquaint(t.dataSource, chen, bo);
    const say = (who: TestAttendee, settings: object) =>
      as(who)
        .put(`/api/events/${eventId}/circle/settings`)
        .send({ coming: true, introduces: true, reachable: true, showsConnecting: false, ...settings })
        .expect(200);
    const seen = async () =>
      (await suggestions(ada)).suggestions.map(({ introducers, reasons }) => ({ introducers, reasons }));
    const warm = await seen();
    expect(warm[0]?.introducers).toMatchObject([{ name: 'Chen' }]);
    for (const [who, settings] of [
      [chen, { introduces: false }],
      [chen, { coming: false }],
      [bo, { reachable: false }],
    ] as const) {
      await say(who, settings);
      const cold = await seen();
      expect(cold.map(({ introducers }) => introducers)).toEqual([[]]);
      expect(JSON.stringify(cold)).not.toContain('Chen');
      await say(who, {});
      expect(await seen()).toEqual(warm);
    }
  });

  it('says at which place somebody is, only while they are there', async () => {
    const bo = await engineer();
    const at = async (presence: string) => {
      await t.dataSource.query('UPDATE registrations SET presence = $2, place_id = $3 WHERE id = $1', [
        bo.registrationId,
        presence,
        placeId,
      ]);
      const [found] = (await suggestions(ada)).suggestions;
      return found?.person.placeId;
    };
    const placeId = await createPlace(t.dataSource, eventId, { name: 'Table 3' });
    expect([await at('free'), await at('at-place'), await at('away')]).toEqual([null, placeId, null]);
  });

  it('M6: nobody who is blocked, met, hidden, cancelled, waiting, or said no to suggestions', async () => {
    const blocked = await engineer('Blocked');
    const met = await engineer('Met');
    await engineer('Hidden', { boardLevel: 'hidden' });
    await engineer('Cancelled', { status: 'cancelled', checkedIn: false });
    await engineer('NoConsent', { consents: { suggestions: false } });
    await engineer('Welcome');
    const unclaimed = await createRegistration(t.dataSource, eventId, null, { name: 'Unclaimed' });
    await createGoal(t.dataSource, eventId, unclaimed.registrationId, { offers: ['Node.js', '后端'] });
    await as(blocked).post(`/api/events/${eventId}/people/${ada.registrationId}/block`).expect(204);
    await as(ada).post(`/api/events/${eventId}/encounters`).send({ personId: met.registrationId }).expect(200);
    expect(names(await suggestions(ada))).toEqual(['Welcome']);
  });

  it('M3, G1: says why the list is empty instead of filling it', async () => {
    expect(await suggestions(ada)).toMatchObject({ suggestions: [], state: 'nobody-yet' });
    const silent = await createAttendee(t.dataSource, eventId, { consents: { suggestions: false } });
    expect((await suggestions(silent)).state).toBe('consent-missing');
    expect((await suggestions(await createAttendee(t.dataSource, eventId))).state).toBe('goal-missing');
  });

  it('G3: a hidden commonality is neither shown nor felt', async () => {
    const bo = await engineer('Bo', { goal: { kind: 'curious' } });
    for (const { accountId } of [ada, bo])
      await createCommonality(t.dataSource, accountId, 'hometown', '黑龙江漠河', 'nobody');
    expect((await suggestions(ada)).state).toBe('nobody-yet');
    await t.dataSource.query(`UPDATE commonalities SET visibility = 'suggested'`);
    expect(names(await suggestions(ada))).toEqual(['Bo']);
  });

  it('M10: whose list changes hears of it within a second or so, nobody else', async () => {
    const late = await createAttendee(t.dataSource, eventId, { name: 'Late' });
    await suggestions(ada);
    const [mine, theirs] = [
      await connect(t.url, ada.cookie),
      await connect(t.url, (await createAccount(t.dataSource)).cookie),
    ];
    let wrongly = 0;
    theirs.on('suggestions:changed', () => (wrongly += 1));
    const heard = nextEvent(mine, 'suggestions:changed');
    await as(late)
      .put(`/api/events/${eventId}/goal`)
      .send({ kind: 'find-job', seeks: ['visa'], offers: ['backend engineer'], sentence: '' })
      .expect(200);
    expect(await heard).toEqual({ eventId });
    expect(names(await suggestions(ada))).toEqual(['Late']);
    expect(wrongly).toBe(0);
    mine.close();
    theirs.close();
  });

  it('M10: whose list changes hears of it, also when somebody else has looked first', async () => {
    const late = await createAttendee(t.dataSource, eventId, { name: 'Late' });
    await suggestions(ada);
    const mine = await connect(t.url, ada.cookie);
    const heard = nextEvent(mine, 'suggestions:changed');
    await as(late)
      .put(`/api/events/${eventId}/goal`)
      .send({ kind: 'find-job', seeks: ['visa'], offers: ['backend engineer'], sentence: '' })
      .expect(200);
    expect(names(await suggestions(late))).toEqual(['Ada']);
    expect(await heard).toEqual({ eventId });
    mine.close();
  });

  it('G1: the tag input is offered words of both languages, before anybody is signed in', async () => {
    const { tags } = (await t.http.get('/api/vocabulary?q=back')).body;
    expect(tags.length).toBeGreaterThan(0);
    expect(tags.length).toBeLessThanOrEqual(8);
    expect((await t.http.get('/api/vocabulary').query({ q: '摄影' })).body.tags).toContain('摄影');
  });
});
