import type { BoardRelations, BoardSnapshot, PersonView } from '@teabreak/shared';
import {
  acquaint,
  block,
  createAttendee,
  createCommonality,
  createContact,
  createEvent,
  createHelper,
  type TestAttendee,
} from '../../../../test/factories.js';
import { ask, connect, nextEvent } from '../../../../test/sockets.js';
import { createTestApp, type TestApp } from '../../../../test/test-app.js';

let test: TestApp;
let eventId: string;
beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  ({ eventId } = await createEvent(test.dataSource));
});

const as = (who: { cookie: string }) => test.phone({ cookie: who.cookie });
const attendee = (name: string, options: Parameters<typeof createAttendee>[2] = {}) =>
  createAttendee(test.dataSource, eventId, { name, checkedIn: true, ...options });
const trait = (
  who: TestAttendee,
  ...rest: [Parameters<typeof createCommonality>[2], string, Parameters<typeof createCommonality>[4]?]
) => createCommonality(test.dataSource, who.accountId, ...rest);
const answered = async (who: { cookie: string }): Promise<BoardRelations> =>
  (await as(who).get(`/api/events/${eventId}/board/relations`).expect(200)).body;
/** Once the room's lists are there, which may take a moment. */
async function relations(who: { cookie: string }): Promise<BoardRelations['people']> {
  for (;;) {
    const { people, complete } = await answered(who);
    if (complete) return people;
  }
}
const look = (who: { cookie: string }, at: { registrationId: string }) =>
  as(who).get(`/api/events/${eventId}/people/${at.registrationId}`);
const view = async (who: { cookie: string }, at: TestAttendee): Promise<PersonView> =>
  (await look(who, at).expect(200)).body;
const encounter = (one: TestAttendee, other: TestAttendee) =>
  test.dataSource.query(
    `INSERT INTO encounters (event_id, one_id, other_id, via) VALUES ($1, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), 'board')`,
    [eventId, one.registrationId, other.registrationId],
  );
/** Two whom matchmaking suggests to each other. */
async function suggestedPair() {
  const goal = (seeks: string, offers: string) => ({ kind: 'advice' as const, seeks: [seeks], offers: [offers] });
  const one = await attendee('Ann', { goal: goal('accountant', 'web design') });
  const other = await attendee('Bo', { goal: goal('web design', 'accountant') });
  return [one, other] as const;
}

describe('B1: what the board’s people are to me', () => {
  it('names what we have in common in their own words, in whatever script or case it was typed', async () => {
    const [me, ann, bo] = [await attendee('Me'), await attendee('Ann'), await attendee('Bo')];
    await trait(me, 'hometown', '湖南長沙');
    await trait(me, 'school', 'SJTU');
    await trait(ann, 'hometown', '湖南长沙');
    await trait(ann, 'school', 'sjtu');
    await trait(ann, 'lives-in', 'SJTU');
    await trait(bo, 'school', 'INSEAD');
    expect(await relations(me)).toEqual({
      [ann.registrationId]: {
        common: [
          { kind: 'hometown', text: '湖南长沙' },
          { kind: 'school', text: 'sjtu' },
        ],
        sharedAcquaintances: 0,
        suggested: false,
        met: false,
        iKnow: false,
      },
    });
  });

  it('G2: the same thing under all its names, as matching knows it', async () => {
    const [me, ann] = [await attendee('Me'), await attendee('Ann')];
    const both: [Parameters<typeof trait>[1], string, string][] = [
      ['school', '交大', 'SJTU'],
      ['hometown', 'Lyon, France', 'Paris'],
      ['company', 'ByteDance Ltd.', '字节跳动'],
      ['interest', 'hiking', 'jazz'],
    ];
    for (const [kind, mine, theirs] of both) {
      await trait(me, kind, mine);
      await trait(ann, kind === 'hometown' ? 'ancestral-home' : kind, theirs);
    }
    const common = [
      { kind: 'ancestral-home', text: 'Paris / Lyon, France' },
      { kind: 'school', text: 'SJTU' },
      { kind: 'company', text: '字节跳动' },
    ];
    expect((await relations(me))[ann.registrationId]?.common).toEqual(common);
    expect((await view(me, ann)).common).toEqual(common);
  });

  it('M2: the rarest first, at most three, and nothing that everybody here has', async () => {
    const [me, ann] = [await attendee('Me'), await attendee('Ann')];
    const crowd = await Promise.all([1, 2, 3, 4, 5, 6].map((at) => attendee(`Guest ${at}`)));
    for (const who of [me, ann, ...crowd]) await trait(who, 'speaks', who === me ? '中文' : 'Mandarin');
    for (const who of [me, ann, ...crowd.slice(0, 3)]) await trait(who, 'interest', 'jazz');
    for (const what of ['bookbinding', 'beekeeping']) for (const who of [me, ann]) await trait(who, 'interest', what);
    await trait(me, 'hometown', '福建');
    await trait(ann, 'hometown', '福建泉州');
    const texts = (common: { text: string }[] | undefined) => common?.map(({ text }) => text);
    const found = await relations(me);
    expect(texts(found[ann.registrationId]?.common)?.[0]).toBe('福建');
    expect(texts(found[ann.registrationId]?.common)?.slice(1).sort()).toEqual(['beekeeping', 'bookbinding']);
    expect(found[crowd[5]!.registrationId]).toBeUndefined();
    expect((await view(me, ann)).common).toEqual(found[ann.registrationId]?.common);
    expect((await view(me, crowd[5]!)).common).toEqual([]);
  });

  it('G3, M2: what I may not see makes nothing less rare to me', async () => {
    const [me, ann] = [await attendee('Me'), await attendee('Ann')];
    const crowd = await Promise.all([1, 2, 3, 4, 5, 6].map((at) => attendee(`Guest ${at}`)));
    for (const who of [me, ann]) await trait(who, 'learns', 'Italian');
    const before = await relations(me);
    for (const [at, who] of crowd.entries()) {
      await trait(who, 'learns', 'Italian', (['suggested', 'introduced', 'nobody'] as const)[at % 3]);
    }
    expect(before[ann.registrationId]?.common).toEqual([{ kind: 'learns', text: 'Italian' }]);
    expect(await relations(me)).toEqual(before);
  });

  it('G3: a field that I may not see never influences what I am shown', async () => {
    const [me, ann] = [await attendee('Me'), await attendee('Ann')];
    for (const [at, visibility] of (['suggested', 'introduced', 'nobody'] as const).entries()) {
      await trait(me, 'interest', `hobby ${at}`);
      await trait(ann, 'interest', `hobby ${at}`, visibility);
    }
    expect(await relations(me)).toEqual({});
    expect((await view(me, ann)).common).toEqual([]);
  });

  it('G3: what is meant for people suggested to me shows to them', async () => {
    const [ann, bo] = await suggestedPair();
    const cy = await attendee('Cy');
    for (const who of [ann, bo, cy]) await trait(who, 'interest', 'climbing', 'suggested');
    const mine = await relations(ann);
    expect(mine[bo.registrationId]).toMatchObject({
      suggested: true,
      common: [{ kind: 'interest', text: 'climbing' }],
    });
    expect(mine[cy.registrationId]).toBeUndefined();
    expect((await view(ann, bo)).commonalities).toEqual([{ kind: 'interest', value: 'climbing' }]);
    expect((await view(ann, cy)).commonalities).toEqual([]);
  });

  it('counts shared acquaintances who take part here, and says whom I know and met', async () => {
    const [me, ann, friend] = [
      await attendee('Me'),
      await attendee('Ann'),
      await attendee('Friend', { checkedIn: false }),
    ];
    const [hidden, elsewhere] = [
      await attendee('Hidden friend', { boardLevel: 'hidden' }),
      await createAttendee(test.dataSource, (await createEvent(test.dataSource)).eventId),
    ];
    const known = await attendee('Known');
    for (const both of [friend, hidden, elsewhere]) {
      await acquaint(test.dataSource, me, both);
      await acquaint(test.dataSource, ann, both);
    }
    await acquaint(test.dataSource, me, known);
    await encounter(me, known);
    const found = await relations(me);
    expect(found[ann.registrationId]).toMatchObject({ sharedAcquaintances: 1, iKnow: false, met: false });
    expect(found[known.registrationId]).toMatchObject({ sharedAcquaintances: 0, iKnow: true, met: true });
    expect(Object.keys(found)).toHaveLength(2);
    expect(await view(me, ann)).toMatchObject({
      introducers: [{ accountId: friend.accountId, name: 'Friend', present: false }],
      hostsStandIn: true,
    });
    expect(await view(me, known)).toMatchObject({
      acquaintance: 'known',
      encounterId: expect.any(String),
      hostsStandIn: true,
    });
  });

  it('I1: the hosts stand in until somebody who knows both has checked in', async () => {
    const [me, ann] = [await attendee('Me'), await attendee('Ann')];
    const friends = [await attendee('Absent', { checkedIn: false }), await attendee('Present')];
    expect(await view(me, ann)).toMatchObject({ introducers: [], hostsStandIn: true });
    for (const [at, friend] of friends.entries()) {
      await acquaint(test.dataSource, me, friend);
      await acquaint(test.dataSource, ann, friend);
      expect((await view(me, ann)).hostsStandIn).toBe(at === 0);
    }
  });

  it('is empty for those who only run the event, and refused to the others', async () => {
    expect(await relations(await createHelper(test.dataSource, eventId, 'host'))).toEqual({});
    const door = await createHelper(test.dataSource, eventId, 'door');
    await as(door).get(`/api/events/${eventId}/board/relations`).expect(403);
  });
});

describe('one person', () => {
  it('I5: contacts appear only once they were shared', async () => {
    const [me, ann] = [await attendee('Me'), await attendee('Ann')];
    await createContact(test.dataSource, ann.accountId, 'wechat', 'ann_wechat', 'everyone');
    await trait(ann, 'hometown', 'Lyon', 'introduced');
    expect(await view(me, ann)).toMatchObject({
      contacts: [],
      commonalities: [],
      introductionId: null,
      acquaintance: 'none',
    });
    const grant = `INSERT INTO contact_grants (owner_account_id, viewer_account_id, event_id, origin) VALUES ($1, $2, $3, 'card')`;
    await test.dataSource.query(grant, [ann.accountId, me.accountId, eventId]);
    expect(await view(me, ann)).toMatchObject({
      contacts: [{ kind: 'wechat', value: 'ann_wechat' }],
      commonalities: [{ kind: 'hometown', value: 'Lyon' }],
    });
  });

  it('I6: who is blocked, by either side, is on nobody’s board, and no answer names them', async () => {
    const [me, ann, bo] = [await attendee('Me'), await attendee('Ann'), await attendee('Bo')];
    const cy = await attendee('Cy', { checkedIn: false });
    const dee = await attendee('Dee');
    const path = `/api/events/${eventId}`;
    const shown = async (who: TestAttendee) => {
      const { text, body } = await as(who).get(`${path}/board`).expect(200);
      const { people, audience } = body as BoardSnapshot;
      return { names: people.map(({ name }) => name).sort(), audience, text };
    };
    const socket = await connect(test.url, ann.cookie);
    const told = nextEvent(socket, 'suggestions:changed');
    await as(me).post(`${path}/people/${ann.registrationId}/block`).expect(204);
    expect(await told).toEqual({ eventId });
    await as(bo).post(`${path}/people/${me.registrationId}/block`).expect(204);
    await as(me).post(`${path}/people/${cy.registrationId}/block`).expect(204);
    const mine = await shown(me);
    expect([mine.names, (await shown(ann)).names]).toEqual([
      ['Dee', 'Me'],
      ['Ann', 'Bo', 'Dee'],
    ]);
    // The same code wherever it stands, another one for others, none for who is shown all.
    expect(mine.audience).toMatch(/^[\w-]{12}$/u);
    expect((await shown(ann)).audience).not.toBe(mine.audience);
    const { audience: none, ...everybody } = await shown(dee);
    expect([none, everybody.names]).toEqual([undefined, ['Ann', 'Bo', 'Dee', 'Me']]);
    await as(ann).put(`${path}/me/presence`).send({ presence: 'talking' }).expect(200);
    const missed = await as(me).get(`${path}/board/changes?since=0`).expect(200);
    const watched = await ask(await connect(test.url, me.cookie), 'board:watch', { eventId, since: 0 });
    const nothing = { version: 1, changes: [], moved: {}, reset: false, audience: mine.audience };
    expect(missed.body).toMatchObject(nothing);
    expect(watched).toMatchObject({ ok: true, data: nothing });
    const relations = await answered(me);
    expect(relations.audience).toBe(mine.audience);
    for (const { registrationId } of [ann, bo, cy])
      expect([mine.text, missed.text, JSON.stringify([watched, relations])].join()).not.toContain(registrationId);
    expect((await as(me).get(`${path}/board/packed`).buffer(true).expect(200)).text).not.toContain('"Ann"');
    // The others’ answer lies beside it.
    expect(Object.keys((await as(bo).get(`${path}/board/changes?since=0`)).body.moved)).toEqual(['talking']);
    socket.close();
  });

  it('I6, B4: blocked, hidden, gone and unknown people are the same nobody', async () => {
    const me = await attendee('Me');
    const [blocked, blocker] = [await attendee('A'), await attendee('B')];
    await block(test.dataSource, me, blocked);
    await block(test.dataSource, blocker, me);
    const others = [
      blocked,
      blocker,
      await attendee('C', { boardLevel: 'hidden' }),
      await attendee('D', { boardLevel: 'suggested' }),
      await attendee('E', { checkedIn: false, status: 'cancelled' }),
      await attendee('F', { consents: { takePart: false } }),
      await attendee('G', { checkedIn: false }),
      await createAttendee(test.dataSource, (await createEvent(test.dataSource)).eventId, { checkedIn: true }),
      me,
      { registrationId: '00000000-0000-4000-8000-000000000000' },
    ];
    const answers = await Promise.all(others.map((other) => look(me, other)));
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
    expect(answers[0]?.status).toBe(404);
  });

  it('B4: at the level "suggested" only who is suggested sees them, and the board does not', async () => {
    const [ann, bo] = await suggestedPair();
    const cy = await attendee('Cy');
    await as(bo).patch(`/api/events/${eventId}/me`).send({ boardLevel: 'suggested' }).expect(200);
    await test.settled();
    expect(await view(ann, bo)).toMatchObject({ name: 'Bo', boardLevel: 'suggested' });
    await look(cy, bo).expect(404);
    const { people } = (await as(ann).get(`/api/events/${eventId}/board`)).body;
    expect(people.map(({ name }: { name: string }) => name)).toEqual(['Ann', 'Cy']);
  });

  it('I2: the target learns of an introduction only once it was passed on', async () => {
    const [me, ann] = [await attendee('Me'), await attendee('Ann')];
    const host = await createHelper(test.dataSource, eventId, 'host');
    const rows: { id: string }[] = await test.dataSource.query(
      `INSERT INTO introductions (event_id, request_id, requester_id, target_id, by_hosts, expires_at)
       VALUES ($1, gen_random_uuid(), $2, $3, true, now() + interval '1 hour') RETURNING id`,
      [eventId, me.registrationId, ann.registrationId],
    );
    expect((await view(me, ann)).introductionId).toBe(rows[0]!.id);
    expect((await view(ann, me)).introductionId).toBeNull();
    await test.dataSource.query(
      `UPDATE introductions SET state = 'passed-on', introducer_account_id = $2, passed_on_at = now() WHERE id = $1`,
      [rows[0]!.id, host.accountId],
    );
    expect((await view(ann, me)).introductionId).toBe(rows[0]!.id);
  });

  it('is for attendees of the event', async () => {
    const ann = await attendee('Ann');
    const outsider = await createAttendee(test.dataSource, (await createEvent(test.dataSource)).eventId);
    await look(outsider, ann).expect(404);
    await look({ cookie: '' }, ann).expect(401);
  });
});
