import type { MatchPreview, MatchSettings, SuggestionsAnswer } from '@teabreak/shared';
import {
  block,
  createAttendee,
  createCommonality,
  createEvent,
  createHelper,
  type TestAccount,
  type TestAttendee,
} from '../../../../test/factories.js';
import { connect, nextEvent } from '../../../../test/sockets.js';
import { createTestApp, type TestApp } from '../../../../test/test-app.js';

const NEUTRAL: MatchSettings = { weights: { goals: 50, inCommon: 50, newCircles: 50 }, rules: [] };

let t: TestApp;
let eventId: string;
let organizer: TestAccount;
let ada: TestAttendee;
let bo: TestAttendee;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());
beforeEach(async () => {
  await t.startAfresh();
  t.clock.set(new Date('2026-03-01T08:00:00Z'));
  ({ eventId } = await createEvent(t.dataSource));
  organizer = await createHelper(t.dataSource, eventId, 'organizer', { name: 'Olga' });
  ada = await createAttendee(t.dataSource, eventId, {
    name: 'Ada',
    goal: { kind: 'hire', seeks: ['backend engineers'], offers: ['visa support'] },
  });
  bo = await createAttendee(t.dataSource, eventId, {
    name: 'Bo',
    goal: { kind: 'find-job', seeks: ['visa support'], offers: ['backend engineer'] },
  });
});

const as = ({ cookie }: { cookie: string }) => t.phone({ cookie });
const path = (rest: string) => `/api/events/${eventId}/matchmaking/${rest}`;
const save = (settings: object) => as(organizer).put(path('settings')).send(settings);
const preview = async (settings: MatchSettings = NEUTRAL, language = 'en'): Promise<MatchPreview> =>
  (await as(organizer).post(path('preview')).set('accept-language', language).send(settings).expect(200)).body;
const listed = ({ lists }: MatchPreview) =>
  Object.fromEntries(lists.map(({ name, suggestions }) => [name, suggestions.map((one) => one.name)]));

describe('settings', () => {
  it('are neutral until somebody sets them, and say who did', async () => {
    const before = await as(organizer).get(path('settings')).expect(200);
    expect(before.body).toEqual({ ...NEUTRAL, updatedAt: null, updatedBy: null });
    const settings: MatchSettings = {
      weights: { goals: 80, inCommon: 0, newCircles: 100 },
      rules: [{ kind: 'hire', suggestedTo: ['find-job'], atMost: 3 }],
    };
    const saved = { ...settings, updatedAt: '2026-03-01T08:00:00.000Z', updatedBy: 'Olga' };
    expect((await save(settings).expect(200)).body).toEqual(saved);
    expect((await as(organizer).get(path('settings'))).body).toEqual(saved);
    await save(NEUTRAL).expect(200);
    expect((await as(organizer).get(path('settings'))).body).toMatchObject(NEUTRAL);
  });

  it.each([
    ['a weight above 100', { ...NEUTRAL, weights: { ...NEUTRAL.weights, goals: 101 } }],
    ['half a weight', { ...NEUTRAL, weights: { ...NEUTRAL.weights, goals: 0.5 } }],
    ['an unknown goal', { ...NEUTRAL, rules: [{ kind: 'spam', suggestedTo: 'everyone', atMost: null }] }],
    [
      'two rules for one goal',
      {
        ...NEUTRAL,
        rules: [
          { kind: 'hire', suggestedTo: 'everyone', atMost: 1 },
          { kind: 'hire', suggestedTo: [], atMost: 2 },
        ],
      },
    ],
    ['what nobody asked for', { ...NEUTRAL, secret: true }],
  ])('refuse %s and keep what was', async (_, settings) => {
    expect((await save(settings).expect(400)).body.code).toBe('invalid_input');
    expect((await as(organizer).get(path('settings'))).body).toMatchObject(NEUTRAL);
  });

  it('reach everybody’s list, and the phones hear of it', async () => {
    const suggestions = async (who: TestAttendee) =>
      (await as(who).get(`/api/events/${eventId}/suggestions`)).body.suggestions.length;
    expect(await suggestions(bo)).toBe(1);
    const phone = await connect(t.url, bo.cookie);
    const heard = nextEvent(phone, 'suggestions:changed');
    await save({ ...NEUTRAL, rules: [{ kind: 'hire', suggestedTo: [], atMost: null }] }).expect(200);
    expect(await heard).toEqual({ eventId });
    expect([await suggestions(bo), await suggestions(ada)]).toEqual([0, 1]);
    const { hints } = (await as(bo).get(`/api/events/${eventId}/suggestions`)).body as SuggestionsAnswer;
    expect(hints[0]?.kind).toBe('limited-by-organizer');
    phone.close();
  });
});

describe('preview', () => {
  it('shows everybody’s list with a reason in both people’s words, and coverage; nothing is stored, nobody hears', async () => {
    const silent = await createAttendee(t.dataSource, eventId, { name: 'Cy' });
    const found = await preview();
    expect(found.coverage).toMatchObject({ people: 3, withGoal: 2, withList: 2, mutualShare: 1, mostLists: 1 });
    expect(found.lists.map(({ name, kind }) => [name, kind])).toEqual([
      ['Ada', 'hire'],
      ['Bo', 'find-job'],
      ['Cy', null],
    ]);
    expect(found.lists[0]?.suggestions).toEqual([
      {
        registrationId: bo.registrationId,
        name: 'Bo',
        direction: 'mutual',
        reason: 'seeks “backend engineers”, finds “backend engineer” · can give “visa support”',
      },
    ]);
    expect(found.lists.find(({ registrationId }) => registrationId === silent.registrationId)?.suggestions).toEqual([]);
    expect((await preview(NEUTRAL, 'zh-CN')).lists[0]?.suggestions[0]?.reason).toMatch(/\p{Script=Han}/u);
    const [{ count }] = await t.dataSource.query('SELECT count(*)::int AS count FROM match_settings');
    expect(count).toBe(0);
  });

  it('follows settings nobody has saved', async () => {
    const rule = { kind: 'hire', suggestedTo: [], atMost: null } as const;
    expect(listed(await preview({ ...NEUTRAL, rules: [{ ...rule, suggestedTo: [] }] }))).toEqual({
      Ada: ['Bo'],
      Bo: [],
    });
    expect(listed(await preview())).toEqual({ Ada: ['Bo'], Bo: ['Ada'] });
  });

  it('O1: names whose wishes nobody here can meet, in their own words', async () => {
    await createAttendee(t.dataSource, eventId, {
      name: 'Dee',
      goal: { kind: 'clients', seeks: ['submarine owners'], offers: ['periscope cleaning'] },
    });
    const { unmet } = (await preview()).coverage;
    expect(unmet).toEqual([{ registrationId: expect.any(String), name: 'Dee', seeks: ['submarine owners'] }]);
  });

  it('G3, I6: is the same whatever people show to some only, and whoever blocks whom', async () => {
    for (const { accountId } of [ada, bo]) await createCommonality(t.dataSource, accountId, 'hometown', '黑龙江漠河');
    const cy = await createAttendee(t.dataSource, eventId, { name: 'Cy', goal: { kind: 'curious' } });
    const before = await preview();
    for (const { accountId } of [ada, bo, cy]) {
      await createCommonality(t.dataSource, accountId, 'school', 'Canary Academy', 'suggested');
      await createCommonality(t.dataSource, accountId, 'interest', 'canary keeping', 'nobody');
    }
    await block(t.dataSource, cy, ada);
    const after = await preview();
    expect(after).toEqual(before);
    expect(JSON.stringify(after)).not.toMatch(/canary/iu);
  });
});
