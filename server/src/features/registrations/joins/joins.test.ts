import { randomUUID } from 'node:crypto';
import { createAccount, createEvent } from '../../../../test/factories.js';
import { createTestApp, type TestApp } from '../../../../test/test-app.js';
import { RegistrationsModule } from '../registrations.module.js';
import { JoinQueue, type NewJoin } from './join-queue.js';

let test: TestApp;
let queue: JoinQueue;
beforeAll(async () => {
  test = await createTestApp();
  queue = test.app.select(RegistrationsModule).get(JoinQueue);
});
afterAll(() => test.close());

function newJoin(changes: Partial<NewJoin> = {}): NewJoin {
  const value = `${randomUUID()}@example.org`;
  return {
    accountId: null,
    requestId: randomUUID(),
    requestHash: Buffer.from('said'),
    name: '李明辉',
    headline: '',
    contact: { kind: 'email', value },
    email: value,
    phone: null,
    goal: { kind: 'curious', seeks: ['tea'], offers: [], sentence: 'Tea.' },
    consents: { takePart: true, board: false, screen: false, suggestions: true },
    locale: 'en',
    device: 'test',
    at: test.clock.now(),
    ...changes,
  };
}
const rowsOf = async (eventId: string) =>
  (await test.dataSource.query(
    `SELECT (SELECT taken FROM events WHERE id = $1) AS taken, (SELECT count(*)::integer FROM registrations WHERE event_id = $1) AS rows,
       (SELECT count(*)::integer FROM goals WHERE event_id = $1) AS goals,
       (SELECT count(*)::integer FROM accounts WHERE name = '李明辉') AS accounts`,
    [eventId],
  )) as { taken: number; rows: number; goals: number; accounts: number }[];

describe('E3: many who join at once', () => {
  it('sit and wait in the order in which they came, each with a session of their own', async () => {
    const { eventId } = await createEvent(test.dataSource, { capacity: 3 });
    const put = await Promise.all(Array.from({ length: 8 }, () => queue.put(eventId, newJoin())));
    expect(put.map((one) => one?.status)).toEqual([...Array(3).fill('confirmed'), ...Array(5).fill('waitlisted')]);
    expect(new Set(put.map((one) => one?.session?.token)).size).toBe(8);
    const owners: { account_id: string }[] = await test.dataSource.query(
      'SELECT account_id FROM sessions WHERE id = ANY($1) ORDER BY array_position($1, id)',
      [put.map((one) => one?.session?.sessionId)],
    );
    expect(owners.map(({ account_id }) => account_id)).toEqual(put.map((one) => one?.accountId));
    const waiting: { id: string }[] = await test.dataSource.query(
      `SELECT id FROM registrations WHERE event_id = $1 AND status = 'waitlisted' ORDER BY waiting_since`,
      [eventId],
    );
    expect(waiting.map(({ id }) => id)).toEqual(put.slice(3).map((one) => one?.id));
  });

  it('do not suffer from one who is in already, nor from one whom the database refuses', async () => {
    const { eventId } = await createEvent(test.dataSource, { capacity: 4 });
    const [{ accounts: before } = { accounts: 0 }] = await rowsOf(eventId);
    const { accountId } = await createAccount(test.dataSource, { name: 'Twice' });
    const requestId = randomUUID();
    const settled = await Promise.allSettled([
      queue.put(eventId, newJoin()),
      queue.put(eventId, newJoin({ accountId, name: 'Twice' })),
      queue.put(eventId, newJoin({ accountId, name: 'Twice' })),
      queue.put(eventId, newJoin({ requestId })),
      queue.put(eventId, newJoin({ requestId })),
      queue.put(eventId, newJoin({ name: '' })),
      queue.put(eventId, newJoin()),
    ]);
    const outcomes = settled.map((one) => (one.status === 'fulfilled' ? (one.value?.status ?? null) : 'refused'));
    expect(outcomes).toEqual(['confirmed', 'confirmed', null, 'confirmed', null, 'refused', 'confirmed']);
    const [after] = await rowsOf(eventId);
    expect(after).toEqual({ taken: 4, rows: 4, goals: 4, accounts: before + 3 });
  });

  it('revives who cancelled, and nobody who was declined', async () => {
    const { eventId } = await createEvent(test.dataSource);
    const { accountId } = await createAccount(test.dataSource);
    const first = await queue.put(eventId, newJoin({ accountId }));
    for (const [status, again] of [
      ['cancelled', 'confirmed'],
      ['declined', undefined],
    ]) {
      await test.dataSource.query('UPDATE registrations SET status = $2 WHERE id = $1', [first?.id, status]);
      const put = await queue.put(eventId, newJoin({ accountId }));
      expect([put?.id, put?.status, put?.session]).toEqual(
        again === undefined ? [undefined, undefined, undefined] : [first?.id, again, null],
      );
    }
  });

  it('wait for the organizer where that is wanted, and take no seat', async () => {
    const { eventId } = await createEvent(test.dataSource, { capacity: 1, requiresApproval: true });
    const put = await Promise.all([queue.put(eventId, newJoin()), queue.put(eventId, newJoin())]);
    expect(put.map((one) => one?.status)).toEqual(['pending', 'pending']);
    expect((await rowsOf(eventId))[0]).toMatchObject({ taken: 0, rows: 2 });
  });

  it('keep what they typed, half a smiley included', async () => {
    const { eventId } = await createEvent(test.dataSource);
    const put = await queue.put(eventId, newJoin({ name: '"\\{}, \ud83d' }));
    const [row]: { name: string }[] = await test.dataSource.query('SELECT name FROM registrations WHERE id = $1', [
      put?.id,
    ]);
    expect(row?.name).toBe('"\\{}, \ufffd');
  });
});
