import type { EntityManager } from 'typeorm';
import { RoundsRoom } from '../../../test/rounds-room.js';
import { createTestApp, type TestApp, until } from '../../../test/test-app.js';
import { createTestDatabase, type TestDatabase } from '../../../test/test-database.js';
import { RoundSteps } from './round-steps.service.js';
import { RoundsRepository, type SeriesRow } from './rounds.repository.js';

/** Two servers on one database. */
let database: TestDatabase;
let a: TestApp;
let b: TestApp;
beforeAll(async () => {
  database = await createTestDatabase();
  [a, b] = [await createTestApp({ databaseUrl: database.url }), await createTestApp({ databaseUrl: database.url })];
});
afterAll(async () => {
  await a.close();
  await b.close();
  await database.drop();
});

const roundsOf = (eventId: string): Promise<{ number: number; phase: string }[]> =>
  a.dataSource.query('SELECT number, phase FROM rounds WHERE event_id = $1 ORDER BY number, starts_at', [eventId]);

describe('one outcome, whoever is at it', () => {
  it('two organizers start at once, each on another server: one series', async () => {
    const room = await RoundsRoom.open(a, 6);
    const answers = await Promise.all([a, b, a, b].map((node) => room.post('start', {}, room.organizer, node)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(new Set(answers.map(({ body }) => body.clock.roundId)).size).toBe(1);
    expect(await roundsOf(room.eventId)).toEqual([{ number: 1, phase: 'changeover' }]);
  });

  it('two hosts tap “next” at once: one round further', async () => {
    const room = await RoundsRoom.open(a, 6);
    await room.start();
    const { clock } = await room.step();
    const next = (node: TestApp) => room.post('next', { roundId: clock?.roundId }, room.organizer, node);
    const answers = await Promise.all([a, b, a, b].map(next));
    expect(answers.map(({ status, body }) => [status, body.clock.number])).toEqual(Array(4).fill([200, 2]));
    expect(await roundsOf(room.eventId)).toHaveLength(2);
  });

  it('two servers come to the same step: one performs it, and everybody has met once', async () => {
    const room = await RoundsRoom.open(a, 12);
    const { clock } = await room.start();
    const advance = () =>
      Promise.all([a, b, a, b].map(({ app }) => app.get(RoundSteps).advance(clock?.seriesId ?? '')));
    for (const [at, after] of [
      [clock?.startsAt, { number: 1, phase: 'running' }],
      [clock?.endsAt, { number: 2, phase: 'changeover' }],
    ] as const) {
      for (const node of [a, b]) node.clock.set(at ?? '');
      // A server's own timer may have been first.
      expect((await advance()).filter(Boolean).length).toBeLessThanOrEqual(1);
      await until(async () => (await room.desk()).clock?.phase === after.phase);
      expect((await room.desk()).clock).toMatchObject(after);
    }
    const met = await a.dataSource.query('SELECT 1 FROM encounters WHERE event_id = $1', [room.eventId]);
    expect(met).toHaveLength(6);
  });

  it('without the lock both make tables, and only the constraint stands between them', async () => {
    const room = await RoundsRoom.open(a, 6);
    await room.start();
    await room.step();
    const { clock } = await room.desk();
    const original = RoundsRepository.prototype.lockRunning;
    RoundsRepository.prototype.lockRunning = unlocked;
    try {
      const answers = await Promise.all(
        [a, b, a, b].map((node) => room.post('next', { roundId: clock?.roundId }, room.organizer, node)),
      );
      expect(answers.filter(({ status }) => status === 500).length).toBeGreaterThan(0);
      expect(await roundsOf(room.eventId)).toHaveLength(2);
    } finally {
      RoundsRepository.prototype.lockRunning = original;
    }
  });
});

describe('a restart loses nothing', () => {
  it('in the middle of the talks: another server ends them on time', async () => {
    const room = await RoundsRoom.open(a, 4);
    await room.start();
    await room.step();
    const c = await createTestApp({ databaseUrl: database.url });
    expect((await room.step(c)).clock).toMatchObject({ number: 2, phase: 'changeover' });
    await c.close();
  });

  it('started after the end of a round: it is over, people have met, the next one gets its full changeover', async () => {
    const room = await RoundsRoom.open(a, 4);
    await room.start();
    const c = await createTestApp({ databaseUrl: database.url });
    const late = new Date(a.clock.now().getTime() + 20 * 60_000);
    await room.step(c, late);
    expect(await roundsOf(room.eventId)).toEqual([
      { number: 1, phase: 'over' },
      { number: 2, phase: 'changeover' },
    ]);
    expect((await room.desk()).clock?.startsAt).toBe(new Date(late.getTime() + 60_000).toISOString());
    const met = await a.dataSource.query('SELECT 1 FROM encounters WHERE event_id = $1', [room.eventId]);
    expect(met).toHaveLength(2);
    await c.close();
  });

  it('hours later nobody is at the tables any more: it is over', async () => {
    const room = await RoundsRoom.open(a, 4);
    await room.start();
    await room.step();
    const c = await createTestApp({ databaseUrl: database.url });
    expect((await room.step(c, new Date(a.clock.now().getTime() + 3 * 3_600_000))).clock?.phase).toBe('over');
    await c.close();
  });

  it('the timer goes on by itself when the time has come', async () => {
    const room = await RoundsRoom.open(a, 2);
    await room.start();
    a.clock.advance(60_000);
    // A real timer on a clock that stands still: it looks again within five seconds.
    await until(async () => (await room.desk()).clock?.phase === 'running');
  });
});

async function unlocked(manager: EntityManager, eventId: string): Promise<SeriesRow | null> {
  const rows = await manager.query<SeriesRow[]>(
    `SELECT id, event_id AS "eventId", break_id AS "breakId", minutes, changeover_seconds AS "changeoverSeconds", rounds,
       odd_one_out AS "oddOneOut", state, stopped_at AS "stoppedAt", created_at AS "createdAt"
     FROM round_series WHERE event_id = $1 AND state = 'running'`,
    [eventId],
  );
  return rows[0] ?? null;
}
