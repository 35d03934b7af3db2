import { randomUUID } from 'node:crypto';
import type { RoundsDesk } from '@teabreak/shared';
import { block, type TestAttendee } from '../../../test/factories.js';
import { pairsOf, RoundsRoom, tablesOf } from '../../../test/rounds-room.js';
import { ask, connect, nextEvent } from '../../../test/sockets.js';
import { createTestApp, type TestApp } from '../../../test/test-app.js';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());

const idsAt = ({ tables }: RoundsDesk, index: number): string[] =>
  tables[index]?.people.map(({ registrationId }) => registrationId) ?? [];
const meetingsOf = async (eventId: string): Promise<number> =>
  (await t.dataSource.query(`SELECT count(*)::int AS n FROM encounters WHERE event_id = $1`, [eventId]))[0].n;

describe('R4: late, leaving, no-show', () => {
  it('who comes late waits, and is in from the next round; nobody is disturbed', async () => {
    const room = await RoundsRoom.open(t, 4);
    const first = await room.start();
    const late = [await room.arrive(), await room.arrive()];
    const desk = await room.step();
    expect(desk.tables).toEqual(first.tables);
    expect(desk.waiting.map(({ name }) => name)).toEqual(late.map(({ name }) => name));
    expect((await room.mine(late[0]!)).state).toBe('waiting');
    const next = await room.step();
    expect([next.waiting, next.tables.length]).toEqual([[], 3]);
    expect((await room.mine(late[0]!)).state).toBe('seated');
  });

  it('the desk and the phone hear of who is checked in while rounds run', async () => {
    const room = await RoundsRoom.open(t, 2);
    await room.start();
    const late = await room.arrive({ checkedIn: false });
    const phone = await connect(t.url, late.cookie);
    const desk = await connect(t.url, room.organizer.cookie);
    await ask(desk, 'desk:watch', { eventId: room.eventId });
    const told = [phone, desk].map((socket) => nextEvent(socket, 'rounds:changed'));
    const scan = { scanId: randomUUID(), registrationId: late.registrationId };
    await room.as(room.organizer).post(`/api/events/${room.eventId}/check-ins`).send(scan).expect(200);
    await Promise.all(told);
    expect((await room.desk()).waiting.map(({ name }) => name)).toEqual([late.name]);
    for (const socket of [phone, desk]) socket.close();
  });

  it('who leaves is out at once and for the next rounds; the partner sees it; who comes back is in again', async () => {
    const room = await RoundsRoom.open(t, 4);
    const first = await room.start();
    const [leaver = '', partner = ''] = idsAt(first, 0);
    const person = (id: string) => room.people.find(({ registrationId }) => registrationId === id) as TestAttendee;
    await room.takePart(person(leaver), false).expect(200);
    expect((await room.mine(person(leaver))).state).toBe('out');
    expect(await room.mine(person(partner))).toMatchObject({ state: 'seated', partners: [{ absent: true }] });
    expect((await room.desk()).out.map(({ registrationId }) => registrationId)).toEqual([leaver]);
    const second = await room.wholeRound();
    // Both others have met; the one left alone meets one of them.
    expect([second.tables.length, second.sittingOut.length, second.ready]).toEqual([1, 1, 3]);
    expect(await meetingsOf(room.eventId)).toBe(1);
    expect((await room.takePart(person(leaver), true).expect(200)).body.state).toBe('waiting');
    const third = await room.wholeRound();
    expect(third.tables.flatMap(({ people }) => people.map(({ registrationId }) => registrationId))).toContain(leaver);
    expect(third.out).toEqual([]);
  });

  it('who leaves while they talk has met the other all the same', async () => {
    const room = await RoundsRoom.open(t, 2);
    await room.start();
    await room.step();
    await room.takePart(room.people[0]!, false).expect(200);
    expect((await room.step()).clock?.phase).toBe('over');
    expect(await meetingsOf(room.eventId)).toBe(1);
  });

  it('a partner reports a no-show: no encounter, no seat in the next rounds, until they say that they are here', async () => {
    const room = await RoundsRoom.open(t, 4);
    const [me, partner] = await seatedTogether(room, await room.start());
    const desk = await room.step();
    const missing = (who: TestAttendee, registrationId: string) =>
      room.post(`${desk.clock?.roundId}/partner-missing`, { registrationId }, who);
    expect((await missing(me, partner.registrationId)).body).toMatchObject({
      state: 'seated',
      partners: [{ absent: true }],
    });
    expect((await room.mine(partner)).state).toBe('out');
    expect(await presenceOf(me)).toBe('free');
    for (const id of [me.registrationId, room.people.find((one) => one !== me && one !== partner)!.registrationId])
      expect((await missing(me, id)).body.code).toBe('not_at_a_table');
    expect((await missing(partner, me.registrationId)).body.code).toBe('not_at_a_table');
    const next = await room.step();
    expect(tablesOf(next).flat()).not.toContain(partner.name);
    expect(await meetingsOf(room.eventId)).toBe(1);
    expect((await missing(me, partner.registrationId)).body.code).toBe('round_over');
    expect((await room.takePart(partner, true)).body.state).toBe('waiting');
  });

  it('“I am here” within the round takes a report back, and the host can too', async () => {
    const room = await RoundsRoom.open(t, 2);
    const [me, partner] = await seatedTogether(room, await room.start());
    const { clock } = await room.step();
    await room.post(`${clock?.roundId}/partner-missing`, { registrationId: partner.registrationId }, me).expect(200);
    expect((await room.takePart(partner, true)).body.state).toBe('seated');
    expect([await presenceOf(me), await presenceOf(partner)]).toEqual(['talking', 'talking']);
    const absent = (yes: boolean) =>
      room.post(`${clock?.roundId}/absent`, { registrationId: me.registrationId, absent: yes });
    expect((await absent(true)).body).toMatchObject({ out: [{ name: me.name }] });
    expect((await absent(false)).body).toMatchObject({
      out: [],
      tables: [{ people: [{ absent: false }, { absent: false }] }],
    });
    await room.step();
    expect(await meetingsOf(room.eventId)).toBe(1);
  });

  it('cancelled, checked out or away since: left out at the next round', async () => {
    const room = await RoundsRoom.open(t, 6);
    await room.start();
    const [a, b] = room.people as [TestAttendee, TestAttendee];
    await t.dataSource.query(`UPDATE registrations SET presence = 'away' WHERE id = $1`, [a.registrationId]);
    await t.dataSource.query('UPDATE registrations SET checked_in_at = NULL WHERE id = $1', [b.registrationId]);
    const seated = tablesOf(await room.wholeRound()).flat();
    for (const { name } of [a, b]) expect(seated).not.toContain(name);
    expect([(await room.mine(a)).state, (await room.mine(b)).state]).toEqual(['out', 'none']);
    expect((await room.takePart(a, true)).body.state).toBe('waiting');
    expect(await presenceOf(a)).toBe('free');
    expect((await room.takePart(b, true)).body.code).toBe('not_checked_in');
  });
});

describe('R4: the host', () => {
  it('holds a table: its people stay at it for one more round, and the others meet somebody new', async () => {
    const room = await RoundsRoom.open(t, 6);
    const first = await room.start();
    const table = first.tables[1]!;
    const hold = (held: boolean, number = table.table) =>
      room.post(`${first.clock?.roundId}/hold`, { table: number, held });
    expect((await hold(true)).body.tables[1].held).toBe(true);
    expect((await hold(false)).body.tables[1].held).toBe(false);
    await hold(true);
    expect((await hold(true, 9)).status).toBe(404);
    const second = await room.wholeRound();
    expect(second.tables.find((one) => one.table === table.table)).toMatchObject({ held: false, people: table.people });
    const before = new Set(pairsOf(first));
    expect(pairsOf(second).filter((pair) => before.has(pair))).toHaveLength(1);
    const third = await room.wholeRound();
    expect(new Set([...pairsOf(first), ...pairsOf(third)]).size).toBe(6);
    expect(await meetingsOf(room.eventId)).toBe(3 + 2);
  });

  it('swaps two people: they change places, and who met whom stays true', async () => {
    const room = await RoundsRoom.open(t, 4);
    const first = await room.start();
    const [[a, b], [c, d]] = [idsAt(first, 0), idsAt(first, 1)] as [[string, string], [string, string]];
    const swap = (desk: RoundsDesk, one: string, other: string) =>
      room.post(`${desk.clock?.roundId}/swap`, { one, other });
    const swapped: RoundsDesk = (await swap(first, b, d).expect(200)).body;
    expect([idsAt(swapped, 0).sort(), idsAt(swapped, 1).sort()]).toEqual([[a, d].sort(), [b, c].sort()]);
    expect((await swap(first, a, a)).status).toBe(200);
    // A slip of the finger can be taken back.
    expect((await swap(first, b, d)).body.tables).toEqual(first.tables);
    await swap(first, b, d).expect(200);
    await room.wholeRound();
    const rows = await t.dataSource.query(
      'SELECT least(one_id, other_id) AS a FROM encounters WHERE event_id = $1 AND (one_id, other_id) IN ((least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid)))',
      [room.eventId, a, d],
    );
    expect(rows).toHaveLength(1);
    const second = await room.desk();
    const [one = '', partner = ''] = idsAt(second, 0);
    const met = one === a ? d : one === d ? a : one === b ? c : b;
    const refused = await swap(second, partner, met);
    expect([refused.status, refused.body.code]).toEqual([409, 'cannot_sit_together']);
    expect((await swap(first, a, b)).body.code).toBe('round_over');
  });

  it('seats the one who waits, or sits out, beside the one whose partner did not come', async () => {
    const room = await RoundsRoom.open(t, 3);
    const first = await room.start({ oddOneOut: 'sit-out' });
    const [out] = first.sittingOut.map(({ registrationId }) => registrationId);
    const [missing = '', lonely = ''] = idsAt(first, 0);
    await room.post(`${first.clock?.roundId}/absent`, { registrationId: missing, absent: true }).expect(200);
    const desk = (await room.post(`${first.clock?.roundId}/swap`, { one: out, other: missing }).expect(200)).body;
    expect(idsAt(desk, 0).sort()).toEqual([out, lonely].sort());
    expect([desk.sittingOut, desk.out.length]).toEqual([[], 1]);
    const late = await room.arrive();
    const again = (
      await room.post(`${first.clock?.roundId}/swap`, { one: late.registrationId, other: out }).expect(200)
    ).body;
    expect(idsAt(again, 0).sort()).toEqual([late.registrationId, lonely].sort());
    const nobody = await room.arrive({ checkedIn: false });
    const refused = await room.post(`${first.clock?.roundId}/swap`, { one: nobody.registrationId, other: lonely });
    expect(refused.body.code).toBe('not_at_a_table');
  });

  it('I6: is told the same of a block as of a meeting, and a block ends a hold', async () => {
    const room = await RoundsRoom.open(t, 4);
    const first = await room.start();
    const person = (id: string) => room.people.find(({ registrationId }) => registrationId === id) as TestAttendee;
    const [[a, b], [, d]] = [idsAt(first, 0), idsAt(first, 1)] as [[string, string], [string, string]];
    await block(t.dataSource, person(a), person(d));
    expect((await room.post(`${first.clock?.roundId}/swap`, { one: b, other: d })).body.code).toBe(
      'cannot_sit_together',
    );
    await room.post(`${first.clock?.roundId}/hold`, { table: first.tables[0]?.table, held: true }).expect(200);
    await block(t.dataSource, person(b), person(a));
    const second = await room.wholeRound();
    expect(pairsOf(second)).not.toContain([person(a).name, person(b).name].sort().join('+'));
  });
});

async function seatedTogether(room: RoundsRoom, desk: RoundsDesk): Promise<[TestAttendee, TestAttendee]> {
  const [one, other] = idsAt(desk, 0).map((id) => room.people.find(({ registrationId }) => registrationId === id));
  return [one as TestAttendee, other as TestAttendee];
}

async function presenceOf({ registrationId }: TestAttendee): Promise<string> {
  return (await t.dataSource.query('SELECT presence FROM registrations WHERE id = $1', [registrationId]))[0].presence;
}
