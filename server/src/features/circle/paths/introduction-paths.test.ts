import type { IntroducersAnswer } from '@teabreak/shared';
import { acquaint, block, createAttendee, createEvent, type TestAttendee } from '../../../../test/factories.js';
import { createTestApp, type TestApp } from '../../../../test/test-app.js';

let app: TestApp;
let eventId: string;
let me: TestAttendee;
let target: TestAttendee;

beforeAll(async () => {
  app = await createTestApp();
  app.clock.set(new Date());
});
afterAll(() => app.close());
beforeEach(async () => {
  ({ eventId } = await createEvent(app.dataSource));
  [me, target] = [await attendee('Me'), await attendee('Target')];
});

const attendee = (name: string, options: Parameters<typeof createAttendee>[2] = {}) =>
  createAttendee(app.dataSource, eventId, { name, checkedIn: true, ...options });
const know = (one: TestAttendee, other: TestAttendee) => acquaint(app.dataSource, one, other);
/** Knows both of them. */
async function between(one: TestAttendee, other: TestAttendee, name: string, options?: Parameters<typeof attendee>[1]) {
  const who = await attendee(name, options);
  await know(one, who);
  await know(who, other);
  return who;
}
const path = (to: TestAttendee) => `/api/events/${eventId}/people/${to.registrationId}/introducers`;
const ask = async (by: TestAttendee, to: TestAttendee): Promise<IntroducersAnswer> =>
  (await app.http.get(path(to)).set('cookie', by.cookie).expect(200)).body;
const direct = async (by = me, to = target) => (await ask(by, to)).direct.map(({ name }) => name);
const through = async () =>
  (await ask(me, target)).through.map(({ first, second }) => `${first.name} > ${second.name}`);
const say = (by: TestAttendee, settings: object) =>
  app.http
    .put(`/api/events/${eventId}/circle/settings`)
    .set('cookie', by.cookie)
    .send({ coming: true, introduces: true, reachable: true, showsConnecting: false, ...settings })
    .expect(200);
/** So many requests wait for this introducer. */
async function asked(introducer: TestAttendee, times: number, endReason: string | null = null): Promise<void> {
  for (let at = 0; at < times; at += 1) {
    const [one, other] = [await attendee('One'), await attendee('Other')];
    await app.dataSource.query(
      `INSERT INTO introductions (event_id, request_id, requester_id, target_id, introducer_account_id, requester_accepted_at, expires_at,
         state, end_reason, ended_at)
       VALUES ($1, gen_random_uuid(), $2, $3, $4, now(), now() + interval '1 hour',
         CASE WHEN $5::text IS NULL THEN 'asked' ELSE 'not-this-time' END, $5, CASE WHEN $5::text IS NULL THEN NULL ELSE now() END)`,
      [eventId, one.registrationId, other.registrationId, introducer.accountId, endReason],
    );
  }
}

describe('M5, I1: who can introduce me', () => {
  it('names people both know: those here first, then the stronger tie', async () => {
    await between(me, target, 'Absent', { checkedIn: false });
    const often = await between(me, target, 'Often');
    await between(me, target, 'Once');
    await app.dataSource.query('UPDATE acquaintances SET times_met = 3 WHERE $1 IN (one_id, other_id)', [
      often.accountId,
    ]);
    await app.dataSource.query(
      `UPDATE acquaintances SET times_met = 4 WHERE NOT $1 IN (one_id, other_id) AND $2 IN (one_id, other_id)`,
      [often.accountId, me.accountId],
    );
    // A path is as good as its weakest tie: Once is closer to me, and hardly knows the target.
    expect(await direct()).toEqual(['Often', 'Once', 'Absent']);
  });

  it('I3: who is asked a lot comes later, and cannot be chosen from the fifth question on, also when it was declined', async () => {
    const [busy, some] = [await between(me, target, 'Busy'), await between(me, target, 'Some')];
    await between(me, target, 'Unasked');
    await asked(some, 1);
    await asked(busy, 4);
    expect((await ask(me, target)).direct.map(({ name, busy: is }) => [name, is])).toEqual([
      ['Unasked', false],
      ['Some', false],
      ['Busy', false],
    ]);
    await asked(busy, 1, 'introducer-declined');
    expect((await ask(me, target)).direct.at(-1)).toMatchObject({ name: 'Busy', busy: true });
  });

  it('never names who said "not now", who is not to be reached this way, the hidden, the blocked, and who has not said that they come', async () => {
    const [paused, hidden, silent, gone] = [
      await between(me, target, 'Paused'),
      await between(me, target, 'Hidden', { boardLevel: 'hidden' }),
      await between(me, target, 'Silent', { checkedIn: false, consents: { circle: false } }),
      await between(me, target, 'Gone', { status: 'cancelled', checkedIn: false }),
    ];
    const blocks = [
      [await between(me, target, 'Blocks me'), me],
      [await between(me, target, 'Blocks the target'), target],
    ] as const;
    const blocked = [
      [me, await between(me, target, 'Blocked by me')],
      [target, await between(me, target, 'Blocked by the target')],
    ] as const;
    for (const [one, other] of [...blocks, ...blocked]) await block(app.dataSource, one, other);
    await between(me, target, 'Kate');
    await say(paused, { introduces: false });
    expect([hidden, silent, gone]).toHaveLength(3);
    expect(await direct()).toEqual(['Kate']);
    // The target keeps to themselves who knows them: nobody is named, not even whom I know well.
    await say(target, { reachable: false });
    expect(await ask(me, target)).toEqual({ direct: [], through: [] });
    // The other way round everything is as before: it is the target's own word about themselves.
    expect(await direct(target, me)).toEqual(['Kate']);
  });

  it('answers not_found for whom I may not see, as for nobody', async () => {
    const [hidden, absent] = [
      await attendee('Hidden', { boardLevel: 'hidden' }),
      await between(me, await attendee('Somebody'), 'Absent', { checkedIn: false }),
    ];
    const blocker = await attendee('Blocker');
    await block(app.dataSource, blocker, me);
    const answers = [hidden, absent, blocker, me].map((who) => app.http.get(path(who)).set('cookie', me.cookie));
    for (const { status, body } of await Promise.all(answers)) expect([status, body.code]).toEqual([404, 'not_found']);
  });
});

describe('M5: through one whom I know, who knows somebody who knows the person', () => {
  /** Me – Ada – Bo – target. */
  async function chain() {
    const [ada, bo] = [await attendee('Ada'), await attendee('Bo')];
    await know(me, ada);
    await know(ada, bo);
    await know(bo, target);
    return { ada, bo };
  }

  it('is shown where nobody who knows both can be asked now', async () => {
    await chain();
    expect(await ask(me, target)).toMatchObject({
      direct: [],
      through: [{ first: { name: 'Ada' }, second: { name: 'Bo' } }],
    });
    await between(me, target, 'Absent', { checkedIn: false });
    expect(await through()).toEqual(['Ada > Bo']);
    await between(me, target, 'Here');
    expect(await through()).toEqual([]);
  });

  it('says nothing of people whom I do not see on the board, who do not introduce, or keep to themselves', async () => {
    const { ada, bo } = await chain();
    for (const [who, settings] of [
      [bo, { reachable: false }],
      [bo, { introduces: false }],
      [ada, { introduces: false }],
      [target, { reachable: false }],
    ] as const) {
      await say(who, settings);
      expect(await through()).toEqual([]);
      await say(who, {});
      expect(await through()).toEqual(['Ada > Bo']);
    }
    await app.dataSource.query('UPDATE registrations SET on_board = false WHERE id = $1', [bo.registrationId]);
    expect(await through()).toEqual([]);
    await app.dataSource.query('UPDATE registrations SET on_board = true WHERE id = $1', [bo.registrationId]);
    // Ada may be on her way, where she lets me see it: I know her.
    await app.dataSource.query('UPDATE registrations SET on_board = false, checked_in_at = NULL WHERE id = $1', [
      ada.registrationId,
    ]);
    expect(await through()).toEqual(['Ada > Bo']);
  });

  it('I6: nobody on the path has blocked anybody on it, at this very moment', async () => {
    const { ada, bo } = await chain();
    const people = [me, ada, bo, target];
    expect(await through()).toEqual(['Ada > Bo']);
    for (const [at, one] of people.entries())
      for (const other of people.slice(at + 1)) {
        if (one === me && other === target) continue;
        await block(app.dataSource, other, one);
        expect(await through()).toEqual([]);
        await app.dataSource.query('DELETE FROM blocks');
      }
    expect(await through()).toEqual(['Ada > Bo']);
    await app.dataSource.query(
      'DELETE FROM acquaintances WHERE $1 IN (one_id, other_id) AND $2 IN (one_id, other_id)',
      [ada.accountId, bo.accountId],
    );
    expect(await through()).toEqual([]);
  });
});
