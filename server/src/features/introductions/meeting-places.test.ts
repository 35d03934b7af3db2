import { setTimeout as sleep } from 'node:timers/promises';
import {
  createAgendaItem,
  createAttendee,
  createEvent,
  createPlace,
  type TestAttendee,
} from '../../../test/factories.js';
import { createTestApp, type TestApp } from '../../../test/test-app.js';
import { MeetingPlacesRepository } from './meeting-places.repository.js';

const PAIRS = 20;
let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
  app.clock.set(new Date());
});
afterAll(() => app.close());

/** Twenty introductions that only wait for their target's yes, and three tables for two. */
async function prepare() {
  const db = app.dataSource;
  const { eventId } = await createEvent(db);
  const breakId = await createAgendaItem(db, eventId);
  for (let number = 0; number < 3; number += 1) await createPlace(db, eventId, { seats: 2 });
  const introducer = await createAttendee(db, eventId);
  const waiting: { id: string; target: TestAttendee }[] = [];
  for (let number = 0; number < PAIRS; number += 1) {
    const requester = await createAttendee(db, eventId);
    const target = await createAttendee(db, eventId);
    const rows = await db.query(
      `INSERT INTO introductions (event_id, request_id, requester_id, target_id, introducer_account_id, state,
         requester_accepted_at, passed_on_at, expires_at)
       VALUES ($1, gen_random_uuid(), $2, $3, $4, 'passed-on', now(), now(), now() + interval '1 hour') RETURNING id`,
      [eventId, requester.registrationId, target.registrationId, introducer.accountId],
    );
    waiting.push({ id: rows[0].id, target });
  }
  return { eventId, breakId, waiting };
}

async function pairsPerPlace(eventId: string): Promise<number[]> {
  const rows = await app.dataSource.query(
    `SELECT count(*)::int AS pairs FROM introductions WHERE event_id = $1 AND place_id IS NOT NULL GROUP BY place_id`,
    [eventId],
  );
  return rows.map(({ pairs }: { pairs: number }) => pairs);
}

describe('I7: places are given once', () => {
  it('20 people agree in the same moment: three pairs get a table, the others meet at the venue', async () => {
    const { eventId, waiting } = await prepare();
    const answers = await Promise.all(
      waiting.map(({ id, target }) =>
        app.http
          .post(`/api/events/${eventId}/introductions/${id}/agree`)
          .set('cookie', target.cookie)
          .send({})
          .expect(200),
      ),
    );
    expect(answers.every(({ body }) => body.state === 'agreed' && body.meeting !== null)).toBe(true);
    expect(await pairsPerPlace(eventId)).toEqual([1, 1, 1]);
  });

  it('negative control: without the lock on the break the same tables are given twice', async () => {
    const { eventId, breakId, waiting } = await prepare();
    const places = app.app.get(MeetingPlacesRepository);
    await Promise.all(
      waiting.map(({ id }) =>
        app.dataSource.transaction(async (manager) => {
          const placeId = await places.free(manager, eventId, breakId);
          await sleep(50);
          await manager.query(
            `UPDATE introductions SET state = 'agreed', target_accepted_at = now(), agreed_at = now(), place_id = $2, break_id = $3
             WHERE id = $1`,
            [id, placeId, breakId],
          );
        }),
      ),
    );
    expect(Math.max(...(await pairsPerPlace(eventId)))).toBeGreaterThan(1);
  });

  it('larger tables take a pair per two seats; a pair that missed each other frees its seats', async () => {
    const { eventId, breakId, waiting } = await prepare();
    await app.dataSource.query('UPDATE places SET seats = 5 WHERE event_id = $1', [eventId]);
    const agree = ({ id, target }: (typeof waiting)[number]) =>
      app.http
        .post(`/api/events/${eventId}/introductions/${id}/agree`)
        .set('cookie', target.cookie)
        .send({})
        .expect(200);
    for (const one of waiting.slice(0, 7)) await agree(one);
    expect(await pairsPerPlace(eventId)).toEqual([2, 2, 2]);
    const [first, ...rest] = waiting;
    await app.http
      .post(`/api/events/${eventId}/introductions/${first!.id}/missed`)
      .set('cookie', first!.target.cookie)
      .expect(200);
    const next = (await agree(rest.at(-1)!)).body;
    expect(next.meeting).toMatchObject({ breakId, placeId: expect.any(String) });
  });
});
