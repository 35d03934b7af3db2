import { createAttendee, createEvent } from '../../../test/factories.js';
import { createTestApp, type TestApp, until } from '../../../test/test-app.js';
import { DomainEvents } from '../../common/domain-events.js';
import { Logger } from '../../common/logger.js';
import { IntroductionExpiryRepository } from './introduction-expiry.repository.js';
import { IntroductionExpiry } from './introduction-expiry.service.js';

const WAITING = 30;
const STATES = ['passed-on', 'not-this-time', 'agreed'];
let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
  app.clock.set(new Date());
});
afterAll(() => app.close());

describe('I1: the time is up', () => {
  it('several servers sweep at once: each introduction is told once, open or declined alike, none that was agreed', async () => {
    const db = app.dataSource;
    const { eventId } = await createEvent(db);
    for (let number = 0; number < WAITING; number += 1) {
      const [requester, target] = [await createAttendee(db, eventId), await createAttendee(db, eventId)];
      await db.query(
        `INSERT INTO introductions (event_id, request_id, requester_id, target_id, introducer_account_id, state, end_reason, ended_at,
           requester_accepted_at, target_accepted_at, passed_on_at, agreed_at, expires_at)
         VALUES ($1, gen_random_uuid(), $2, $3, $4, $5, CASE WHEN $5 = 'not-this-time' THEN 'target-declined' END,
           CASE WHEN $5 = 'not-this-time' THEN now() END, now(), now(), now(), now(), now() + interval '1 minute')`,
        [eventId, requester.registrationId, target.registrationId, requester.accountId, STATES[number % 3]],
      );
    }
    const [repository, events] = [app.app.get(IntroductionExpiryRepository), app.app.get(DomainEvents)];
    const servers = [1, 2, 3, 4].map(() => new IntroductionExpiry(repository, events, app.clock, app.app.get(Logger)));
    const told: string[] = [];
    events.on('introduction:changed', ({ introductionId }) => void told.push(introductionId));
    expect(await servers[0]?.sweep()).toBe(0);
    app.clock.advance(61_000);
    // The application's own timer may be one more of them.
    await Promise.all(servers.map((server) => server.sweep()));
    await until(() => told.length >= (WAITING / 3) * 2);
    expect(await servers[0]?.sweep()).toBe(0);
    expect(new Set(told).size).toBe(told.length);
    expect(told).toHaveLength((WAITING / 3) * 2);
    const rows: { state: string; reason: string | null; n: number }[] = await db.query(
      `SELECT state, end_reason AS reason, count(*)::int AS n FROM introductions WHERE event_id = $1 GROUP BY 1, 2 ORDER BY 1, 2`,
      [eventId],
    );
    expect(rows).toEqual([
      { state: 'agreed', reason: null, n: 10 },
      { state: 'not-this-time', reason: 'expired', n: 10 },
      { state: 'not-this-time', reason: 'target-declined', n: 10 },
    ]);
  });
});
