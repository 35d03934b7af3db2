import type { Presence } from '@teabreak/shared';
import {
  createAgendaItem,
  createAttendee,
  createEvent,
  openSession,
  type TestAttendee,
} from '../../../../test/factories.js';
import { createTestApp, type TestApp } from '../../../../test/test-app.js';
import { createTestDatabase, type TestDatabase } from '../../../../test/test-database.js';
import { PresenceService } from './presence.service.js';

const MINUTE = 60_000;
let database: TestDatabase;
let test: TestApp;
let other: TestApp;
let eventId: string;
let start: Date;

beforeAll(async () => {
  database = await createTestDatabase();
  test = await createTestApp({ databaseUrl: database.url });
  other = await createTestApp({ databaseUrl: database.url });
});
afterAll(async () => {
  await other.close();
  await test.close();
  await database.drop();
});
beforeEach(async () => {
  start = new Date();
  at(0);
  // Whoever is left over from another test falls silent, too.
  await test.dataSource.query('DELETE FROM events');
  ({ eventId } = await createEvent(test.dataSource, { startsAt: new Date(start.getTime() - MINUTE) }));
});

/** Minutes after the people came in. */
function at(minutes: number): void {
  for (const { clock } of [test, other]) clock.set(new Date(start.getTime() + minutes * MINUTE));
}
const arrive = () => createAttendee(test.dataSource, eventId, { checkedIn: true });
const renew = () => test.app.get(PresenceService, { strict: false }).renew();
const me = (who: TestAttendee) => test.http.get(`/api/events/${eventId}/me`).set('cookie', who.cookie);
const say = (who: TestAttendee, presence: Presence, saidAt?: Date) =>
  test.http
    .put(`/api/events/${eventId}/me/presence`)
    .set('cookie', who.cookie)
    .send({ presence, ...(saidAt && { saidAt }) })
    .expect(200);

async function presenceOf({ registrationId }: TestAttendee): Promise<string> {
  const [row] = await test.dataSource.query('SELECT presence FROM registrations WHERE id = $1', [registrationId]);
  return row.presence;
}
async function version(): Promise<number> {
  const [row] = await test.dataSource.query('SELECT board_version::int AS version FROM events WHERE id = $1', [
    eventId,
  ]);
  return row.version;
}

describe('B1: a status that no longer holds', () => {
  it('falls back to away when the phone is not heard of, and comes back with its next sign of life', async () => {
    const [gone, here] = [await arrive(), await arrive()];
    await say(gone, 'talking');
    at(29);
    await me(here).expect(200);
    at(41);
    const before = await version();
    expect(await renew()).toBe(1);
    expect([await presenceOf(gone), await presenceOf(here)]).toEqual(['away', 'free']);
    // The board's log has it, so that phones hear of it and catch up to it (B3).
    expect(await version()).toBe(before + 1);
    expect(await renew()).toBe(0);
    at(55);
    await me(gone).expect(200);
    await test.settled();
    expect(await presenceOf(gone)).toBe('free');
  });

  it('is not touched where somebody said it a moment ago, came without a phone, or left the phone at home', async () => {
    const [said, without, atHome] = [await arrive(), await arrive(), await arrive()];
    await test.dataSource.query('DELETE FROM sessions WHERE account_id = $1', [without.accountId]);
    await test.dataSource.query(`UPDATE sessions SET last_seen_at = $2 WHERE account_id = $1`, [
      atHome.accountId,
      new Date(start.getTime() - 24 * 60 * MINUTE),
    ]);
    at(20);
    await say(said, 'at-place');
    at(41);
    expect(await renew()).toBe(0);
    expect(await Promise.all([said, without, atHome].map(presenceOf))).toEqual(['at-place', 'free', 'free']);
  });

  it('stays away where the person said so', async () => {
    const away = await arrive();
    await say(away, 'away');
    at(45);
    await renew();
    await me(away).expect(200);
    await test.settled();
    expect(await renew()).toBe(0);
    expect(await presenceOf(away)).toBe('away');
  });

  it('any phone or laptop of the person counts', async () => {
    const person = await arrive();
    const { cookie } = await openSession(test.dataSource, person.accountId);
    at(30);
    await test.http.get(`/api/events/${eventId}/me`).set('cookie', cookie).expect(200);
    at(50);
    expect(await renew()).toBe(0);
  });

  it('phones belong into pockets during a talk; silence counts from the open break on', async () => {
    const item = (kind: 'session' | 'break', from: number, to: number) =>
      createAgendaItem(test.dataSource, eventId, {
        kind,
        startsAt: new Date(start.getTime() + from * MINUTE),
        endsAt: new Date(start.getTime() + to * MINUTE),
      });
    const person = await arrive();
    await item('session', 0, 60);
    const breakId = await item('break', 60, 120);
    at(50);
    expect(await renew()).toBe(0);
    at(70);
    await test.dataSource.query('UPDATE agenda_items SET opened_at = $2 WHERE id = $1', [breakId, test.clock.now()]);
    at(95);
    expect(await renew()).toBe(0);
    at(101);
    expect(await renew()).toBe(1);
    expect(await presenceOf(person)).toBe('away');
  });

  it('R4: while rounds run, hosts and partners say who is missing', async () => {
    const person = await arrive();
    await test.dataSource.query(
      `INSERT INTO round_series (event_id, minutes, changeover_seconds, rounds, odd_one_out, state, next_step_at, created_at)
       VALUES ($1, 8, 60, 4, 'trio', 'running', now(), now())`,
      [eventId],
    );
    at(60);
    expect(await renew()).toBe(0);
    await test.dataSource.query(
      `UPDATE round_series SET state = 'ended', next_step_at = NULL, ended_at = now() WHERE event_id = $1`,
      [eventId],
    );
    expect(await renew()).toBe(1);
    expect(await presenceOf(person)).toBe('away');
  });

  it('I7: who found each other talks, for ten minutes unless they say otherwise', async () => {
    const [one, two, away] = [await arrive(), await arrive(), await arrive()];
    await say(away, 'away');
    const presence = test.app.get(PresenceService, { strict: false });
    await presence.foundEachOther(eventId, [one.registrationId, two.registrationId, away.registrationId]);
    expect(await Promise.all([one, two, away].map(presenceOf))).toEqual(['talking', 'talking', 'away']);
    at(5);
    await say(two, 'talking');
    at(11);
    expect(await renew()).toBe(1);
    expect(await Promise.all([one, two].map(presenceOf))).toEqual(['free', 'talking']);
  });

  it('several servers look at once: each person changes once', async () => {
    for (let number = 0; number < 20; number += 1) await arrive();
    at(41);
    const before = await version();
    const services = [test, other, test, other].map(({ app }) => app.get(PresenceService, { strict: false }));
    const changed = await Promise.all(services.map((service) => service.renew()));
    expect(changed.reduce((sum, count) => sum + count, 0)).toBe(20);
    expect(await version()).toBe(before + 20);
  });

  it('hours after the event nobody is bothered any more', async () => {
    await arrive();
    await test.dataSource.query('UPDATE events SET ends_at = $2 WHERE id = $1', [eventId, start]);
    at(200);
    expect(await renew()).toBe(0);
  });
});

describe('B3: what a phone without a network says late', () => {
  it('changes nothing where something else was said since, and holds otherwise', async () => {
    const person = await arrive();
    at(10);
    await say(person, 'talking');
    const late = await say(person, 'free', new Date(start.getTime() + 5 * MINUTE));
    expect(late.body.presence).toBe('talking');
    await say(person, 'at-place', new Date(start.getTime() + 10 * MINUTE));
    // A phone whose clock is ahead must not hold its word for ever.
    await say(person, 'away', new Date(start.getTime() + 500 * MINUTE));
    at(11);
    await say(person, 'free');
    expect(await presenceOf(person)).toBe('free');
  });
});
