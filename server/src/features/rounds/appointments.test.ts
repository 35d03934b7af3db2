import { createPlace, type TestAttendee } from '../../../test/factories.js';
import { RoundsRoom, tablesOf } from '../../../test/rounds-room.js';
import { createTestApp, type TestApp } from '../../../test/test-app.js';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());

/** The rooms' break began an hour ago: its slot 6 begins now. */
const NOW = 6;

async function agree(room: RoundsRoom, one: TestAttendee, other: TestAttendee, slot: number): Promise<string> {
  const placeId = await createPlace(t.dataSource, room.eventId, { name: 'Window table' });
  const rows: { id: string }[] = await t.dataSource.query(
    `WITH made AS (
       INSERT INTO introductions (event_id, request_id, requester_id, target_id, introducer_account_id, state, requester_accepted_at,
         target_accepted_at, passed_on_at, agreed_at, expires_at, break_id, place_id, slot)
       VALUES ($1, gen_random_uuid(), $2, $3, $4, 'agreed', now(), now(), now(), now(), now(), $5, $6, $7) RETURNING id
     ), seated AS (
       INSERT INTO introduction_seats (introduction_id, event_id, account_id, break_id, slot)
       SELECT made.id, $1, one, $5, $7 FROM made, unnest($8::uuid[]) AS one
     ) SELECT id FROM made`,
    [
      ...[
        room.eventId,
        one.registrationId,
        other.registrationId,
        room.organizer.accountId,
        room.breakId,
        placeId,
        slot,
      ],
      [one.accountId, other.accountId],
    ],
  );
  return rows[0]?.id ?? '';
}
const names = (people: readonly { name: string }[]) => people.map(({ name }) => name).sort();

describe('R1, I7: who is to meet somebody sits that round out', () => {
  it('the phone says whom they meet, where and until when, the desk that they do; the next round seats them', async () => {
    const room = await RoundsRoom.open(t, 6);
    const [rae, tom] = room.people as [TestAttendee, TestAttendee];
    const until = new Date(t.clock.now().getTime() + 10 * 60_000).toISOString();
    await agree(room, rae, tom, NOW);
    const desk = await room.start({ oddOneOut: 'sit-out' });
    expect([desk.tables.length, desk.waiting, desk.sittingOut]).toEqual([2, [], []]);
    expect(names(desk.meeting)).toEqual(names([rae, tom]));
    expect(await room.mine(rae)).toMatchObject({
      state: 'meeting',
      table: null,
      meeting: { with: tom.name, placeName: 'Window table', until },
    });
    const second = await room.wholeRound();
    expect(second.meeting).toEqual([]);
    expect(tablesOf(second).flat()).toEqual(expect.arrayContaining([rae.name, tom.name]));
    expect(await room.mine(rae)).toMatchObject({ state: 'seated', meeting: null });
  });

  it('not for two minutes at the edge, not for one that was missed, and not for who left the rounds', async () => {
    const room = await RoundsRoom.open(t, 8);
    const [a, b, c, d, e, f] = room.people as TestAttendee[];
    // The first talks run from minute 1 to 12, the second slot from 10 to 20.
    await agree(room, a as TestAttendee, b as TestAttendee, NOW + 1);
    const missed = await agree(room, c as TestAttendee, d as TestAttendee, NOW);
    await t.dataSource.query(`UPDATE introductions SET state = 'missed', ended_at = now() WHERE id = $1`, [missed]);
    const desk = await room.start({ minutes: 11 });
    expect([desk.tables.length, desk.meeting]).toEqual([4, []]);
    await agree(room, e as TestAttendee, f as TestAttendee, NOW + 2);
    await room.takePart(e as TestAttendee, false).expect(200);
    const second = await room.wholeRound();
    expect((await room.mine(e as TestAttendee)).state).toBe('out');
    expect(names(second.meeting)).toEqual(names([a, b, f] as TestAttendee[]));
  });
});
