import { createAttendee, createEvent, createHelper, type TestAttendee } from '../../../test/factories.js';
import { createTestApp, type TestApp } from '../../../test/test-app.js';

let t: TestApp;
let eventId: string;
beforeEach(async () => {
  t = await createTestApp();
  ({ eventId } = await createEvent(t.dataSource));
});
afterEach(() => t.close());

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
    introductions: { asked: 4, passedOn: 3, agreed: 2, met: 1 },
    isolates: [{ registrationId: cem.registrationId, name: 'Cem' }],
    waitingForHost: 1,
    connectors: expect.any(Array),
  });
});

it('counts nothing of another event', async () => {
  const other = await createEvent(t.dataSource);
  await createAttendee(t.dataSource, other.eventId, { checkedIn: true });
  const host = await createHelper(t.dataSource, eventId, 'host');
  const { body } = await t.phone({ cookie: host.cookie }).get(`/api/events/${eventId}/now`);
  expect(body).toMatchObject({ confirmed: 0, checkedIn: 0, isolates: [] });
});

it('M11: names guests who brought others together at least twice, most first; hosts’ introductions are their job', async () => {
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
  const { body } = await t.phone({ cookie: host.cookie }).get(`/api/events/${eventId}/now`);
  expect(body.connectors).toEqual([
    { registrationId: thrice.registrationId, name: 'Thrice', passedOn: 3, agreed: 3 },
    { registrationId: twice.registrationId, name: 'Twice', passedOn: 3, agreed: 2 },
  ]);
});
