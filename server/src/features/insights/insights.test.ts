import { createAttendee, createEvent, createHelper, grantRole, type TestAttendee } from '../../../test/factories.js';
import { createTestApp, type TestApp } from '../../../test/test-app.js';

let t: TestApp;
let eventId: string;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());
beforeEach(async () => {
  await t.startAfresh();
  ({ eventId } = await createEvent(t.dataSource));
});

async function introduce(
  one: TestAttendee,
  other: TestAttendee,
  state: string,
  byHosts = false,
  introducer: Pick<TestAttendee, 'accountId'> = one,
): Promise<void> {
  const passed = state !== 'asked';
  const agreed = state === 'agreed' || state === 'met';
  await t.dataSource.query(
    `INSERT INTO introductions (event_id, request_id, requester_id, target_id, introducer_account_id, by_hosts, state, passed_on_at,
       agreed_at, requester_accepted_at, target_accepted_at, ended_at, expires_at)
     VALUES ($1, gen_random_uuid(), $2, $3, $4, $5, $6, CASE WHEN $7 THEN now() END, CASE WHEN $8 THEN now() END,
       CASE WHEN $8 THEN now() END, CASE WHEN $8 THEN now() END, CASE WHEN $6 = 'met' THEN now() END, now())`,
    [
      eventId,
      one.registrationId,
      other.registrationId,
      byHosts && !passed ? null : introducer.accountId,
      byHosts,
      state,
      passed,
      agreed,
    ],
  );
}

/** An ask of `author` that `helper` offered to help with, and was thanked for or not. */
async function helped(author: TestAttendee, helper: TestAttendee, thanked: boolean): Promise<void> {
  const { registrationId: authorId } = author;
  const asks: { id: string }[] = await t.dataSource.query(
    `INSERT INTO asks (event_id, author_id, request_id, kind, text, posted_at, state, closed_at)
     VALUES ($1, $2, gen_random_uuid(), 'ask', 'Who knows tea?', now(), 'answered', now()) RETURNING id`,
    [eventId, authorId],
  );
  const id = asks[0]?.id ?? '';
  await t.dataSource.query(
    `INSERT INTO ask_helps (event_id, ask_id, author_id, helper_id, state, offered_at, accepted_at, last_at)
     VALUES ($1, $2, $3, $4, 'accepted', now(), now(), now())`,
    [eventId, id, authorId, helper.registrationId],
  );
  if (thanked)
    await t.dataSource.query(
      'UPDATE asks SET answered_by_help = (SELECT id FROM ask_helps WHERE ask_id = $1) WHERE id = $1',
      [id],
    );
}

it('O1: counts who is here, how far introductions got, and names whom nobody has met', async () => {
  const db = t.dataSource;
  const [ana, ben, cem] = [
    await createAttendee(db, eventId, { name: 'Ana', checkedIn: true }),
    await createAttendee(db, eventId, { name: 'Ben', checkedIn: true, presence: 'talking' }),
    await createAttendee(db, eventId, { name: 'Cem', checkedIn: true, presence: 'away' }),
  ] as const;
  const dee = await createAttendee(db, eventId, { name: 'Dee' });
  await createAttendee(db, eventId, { name: 'Waiting', status: 'waitlisted' });
  await introduce(ana, ben, 'met');
  await introduce(ana, cem, 'agreed');
  await introduce(ben, cem, 'passed-on');
  await introduce(ana, dee, 'asked', true);
  const [one, other] = [ana.registrationId, ben.registrationId].sort();
  await db.query(`INSERT INTO encounters (event_id, one_id, other_id, via) VALUES ($1, $2, $3, 'introduction')`, [
    eventId,
    one,
    other,
  ]);
  const host = await createHelper(db, eventId, 'host');
  expect((await t.phone({ cookie: host.cookie }).get(`/api/events/${eventId}/now`)).body).toEqual({
    confirmed: 4,
    checkedIn: 3,
    free: 1,
    talking: 1,
    introductions: { asked: 4, passedOn: null, agreed: 2, met: 1, warm: null, byHosts: null },
    isolates: [{ registrationId: cem.registrationId, name: 'Cem' }],
    waitingForHost: 1,
    connectors: expect.any(Array),
    asks: expect.any(Object),
  });
});

it('counts nothing of another event', async () => {
  const other = await createEvent(t.dataSource);
  await createAttendee(t.dataSource, other.eventId, { checkedIn: true });
  const host = await createHelper(t.dataSource, eventId, 'host');
  const { body } = await t.phone({ cookie: host.cookie }).get(`/api/events/${eventId}/now`);
  expect(body).toMatchObject({ confirmed: 0, checkedIn: 0, isolates: [] });
});

it('M11: names guests who brought others together or were thanked for help at least twice; hosts’ introductions are their job', async () => {
  const db = t.dataSource;
  const person = (name: string) => createAttendee(db, eventId, { name });
  const [ana, ben, cem, dee] = [
    await person('Ana'),
    await person('Ben'),
    await person('Cem'),
    await person('Dee'),
  ] as const;
  const [once, twice, thrice] = [await person('Once'), await person('Twice'), await person('Thrice')] as const;
  const hostAsGuest = await person('Host');
  await introduce(ana, ben, 'agreed', false, once);
  await introduce(ana, cem, 'passed-on', false, once);
  await introduce(ana, dee, 'met', false, twice);
  await introduce(ben, cem, 'agreed', false, twice);
  await introduce(ben, dee, 'passed-on', false, twice);
  for (const [one, other] of [
    [cem, dee],
    [once, ana],
    [once, ben],
  ] as const)
    await introduce(one, other, 'agreed', false, thrice);
  await introduce(twice, ana, 'agreed', true, hostAsGuest);
  await introduce(twice, ben, 'met', true, hostAsGuest);
  const host = await createHelper(db, eventId, 'host');
  const connectors = async () =>
    (await t.phone({ cookie: host.cookie }).get(`/api/events/${eventId}/now`)).body.connectors;
  const both = [
    { registrationId: thrice.registrationId, name: 'Thrice', agreed: 3, helped: 0 },
    { registrationId: twice.registrationId, name: 'Twice', agreed: 2, helped: 0 },
  ];
  expect(await connectors()).toEqual(both);
  // I6: a block between two who had agreed is not to be read off the number of whoever brought them together.
  await db.query(
    `UPDATE introductions SET state = 'missed', end_reason = 'blocked', ended_at = now() WHERE event_id = $1 AND state = 'agreed'`,
    [eventId],
  );
  expect(await connectors()).toEqual(both);
  // A1: help counts once its author says that it was one.
  for (const author of [ana, ben, cem]) await helped(author, once, true);
  for (const author of [ana, ben, cem]) await helped(author, dee, false);
  expect(await connectors()).toEqual([
    { registrationId: once.registrationId, name: 'Once', agreed: 1, helped: 3 },
    ...both,
  ]);
  await db.query(`UPDATE asks SET hidden_at = now(), hidden_reason = 'rude' WHERE event_id = $1`, [eventId]);
  expect(await connectors()).toEqual(both);
});

describe('O2, I2: the organizer’s numbers', () => {
  const numbers = async (of: { cookie: string }) =>
    (await t.phone({ cookie: of.cookie }).get(`/api/events/${eventId}/now`).expect(200)).body;

  it('equal a recount from the raw records', async () => {
    const db = t.dataSource;
    const states = ['asked', 'passed-on', 'agreed', 'met', 'missed', 'unknown', 'not-this-time'];
    const people = await Promise.all(Array.from({ length: 9 }, () => createAttendee(db, eventId)));
    t.clock.set(new Date());
    for (const [at, one] of people.entries())
      for (const other of people.slice(at + 1)) {
        const state = states[(at * 5 + people.indexOf(other) * 7) % states.length] ?? '';
        const passed = state !== 'asked' && !(state === 'not-this-time' && at % 2 === 0);
        await db.query(
          `INSERT INTO introductions (event_id, request_id, requester_id, target_id, introducer_account_id, by_hosts, state, end_reason,
             requester_accepted_at, target_accepted_at, passed_on_at, agreed_at, ended_at, expires_at)
           VALUES ($1, gen_random_uuid(), $2, $3, $4, $5, $6, CASE WHEN $6 = 'not-this-time' THEN 'expired' END, now(), now(),
             CASE WHEN $7 THEN now() END, CASE WHEN $8 THEN now() END, CASE WHEN $9 THEN now() END,
             now() + make_interval(mins => $10))`,
          [
            ...[eventId, one.registrationId, other.registrationId, people[0]?.accountId, at % 3 === 0, state, passed],
            ...[
              ['agreed', 'met', 'missed', 'unknown'].includes(state),
              ['met', 'missed', 'unknown', 'not-this-time'].includes(state),
            ],
            [-60, -30, -5, 20][(at + people.indexOf(other)) % 4],
          ],
        );
      }
    type Raw = {
      by_hosts: boolean;
      state: string;
      passed_on_at: Date | null;
      agreed_at: Date | null;
      expires_at: Date;
    };
    const raw: Raw[] = await db.query('SELECT * FROM introductions WHERE event_id = $1', [eventId]);
    const over = raw.filter((one) => one.agreed_at || one.expires_at <= t.clock.now());
    const rate = (of: Raw[]) => ({ asked: of.length, agreed: of.filter((one) => one.agreed_at).length });
    // By hand: after every break as many as have come to nothing by then, as soon as there are five more of them.
    const failed = over.filter((one) => !one.agreed_at).sort((a, b) => a.expires_at.getTime() - b.expires_at.getTime());
    let told: Raw[] = [];
    for (const until of [...new Set(failed.map((one) => one.expires_at.getTime()))]) {
      const then = failed.filter((one) => one.expires_at.getTime() <= until);
      if (then.length - told.length >= 5) told = then;
    }
    expect(told.length).toBeGreaterThan(4);
    const organizer = await createHelper(db, eventId, 'organizer');
    expect((await numbers(organizer)).introductions).toEqual({
      ...rate(raw),
      passedOn: rate(raw).agreed + told.filter((one) => one.passed_on_at).length,
      met: raw.filter(({ state }) => state === 'met').length,
      warm: rate(over.filter((one) => !one.by_hosts)),
      byHosts: rate(over.filter((one) => one.by_hosts)),
    });
  });

  it('a host who has asked, or is asked for, learns nothing from them', async () => {
    const db = t.dataSource;
    const [host, other] = [await createAttendee(db, eventId), await createAttendee(db, eventId)] as const;
    await grantRole(db, eventId, host.accountId, 'host');
    const nothing = await numbers(host);
    await introduce(other, host, 'asked', true);
    expect((await numbers(host)).waitingForHost).toBe(nothing.waitingForHost);
    await db.query('DELETE FROM introductions WHERE event_id = $1', [eventId]);
    await introduce(host, other, 'asked', true);
    const asked = await numbers(host);
    await db.query(
      `UPDATE introductions SET state = 'passed-on', passed_on_at = now(), introducer_account_id = $2 WHERE event_id = $1`,
      [eventId, other.accountId],
    );
    expect(await numbers(host)).toEqual(asked);
    await db.query(
      `UPDATE introductions SET state = 'not-this-time', end_reason = 'target-declined', ended_at = now() WHERE event_id = $1`,
      [eventId],
    );
    expect(await numbers(host)).toEqual(asked);
  });
});
