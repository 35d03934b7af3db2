import { randomUUID } from 'node:crypto';
import { createEvent } from '../../../test/factories.js';
import { createTestApp, type TestApp } from '../../../test/test-app.js';

const RACERS = 200;
const SEATS = 50;

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.close());

const input = (at: number) => ({
  requestId: randomUUID(),
  name: `Racer ${at}`,
  contact: { kind: 'wechat', value: `racer_${at}_wx` },
  goal: { kind: 'curious' },
  consents: { takePart: true, board: true, screen: false, suggestions: false },
  locale: 'en',
});

async function createOpenEvent(capacity: number) {
  const now = test.clock.now().getTime();
  return createEvent(test.dataSource, { capacity, startsAt: new Date(now), endsAt: new Date(now + 9e6) });
}

/** As a phone does it: a server that is busy for a moment is asked again, with the same request. */
async function join(slug: string, at: number, phone = test.phone()) {
  const request = input(at);
  for (;;) {
    const answer = await phone.post(`/api/public/events/${slug}/registrations`).send(request);
    if (answer.status !== 503) return answer;
  }
}

async function totals(eventId: string) {
  const rows: { status: string; count: number }[] = await test.dataSource.query(
    'SELECT status, count(*)::integer AS count FROM registrations WHERE event_id = $1 GROUP BY status ORDER BY status',
    [eventId],
  );
  const [event]: { taken: number }[] = await test.dataSource.query('SELECT taken FROM events WHERE id = $1', [eventId]);
  return { ...Object.fromEntries(rows.map(({ status, count }) => [status, count])), taken: event?.taken };
}

describe('E3: capacity under concurrency', () => {
  it(`${RACERS} phones for ${SEATS} seats at once: ${SEATS} confirmed, the others wait in order`, async () => {
    const { eventId, slug } = await createOpenEvent(SEATS);
    const answers = await Promise.all(Array.from({ length: RACERS }, (_, at) => join(slug, at)));
    expect(answers.map(({ status }) => status)).toEqual(Array(RACERS).fill(201));
    expect(answers.filter(({ body }) => body.status === 'confirmed')).toHaveLength(SEATS);
    expect(await totals(eventId)).toEqual({ confirmed: SEATS, waitlisted: RACERS - SEATS, taken: SEATS });
    const waiting = await test.dataSource.query(
      `SELECT DISTINCT waiting_since FROM registrations WHERE event_id = $1 AND status = 'waitlisted'`,
      [eventId],
    );
    expect(waiting).toHaveLength(RACERS - SEATS);
  }, 300_000);

  it('joining, leaving and promoting all at once never leaves a seat empty while somebody waits', async () => {
    const { eventId, slug } = await createOpenEvent(10);
    const phones = Array.from({ length: 40 }, () => test.phone());
    await Promise.all(phones.slice(0, 20).map((phone, at) => join(slug, at, phone)));
    const leaving = phones.slice(0, 20).map((phone) => phone.post(`/api/events/${eventId}/me/cancel`));
    const answers = await Promise.all([...leaving, ...phones.slice(20).map((phone, at) => join(slug, 20 + at, phone))]);
    expect(answers.every(({ status }) => status === 204 || status === 201)).toBe(true);
    expect(await totals(eventId)).toEqual({ cancelled: 20, confirmed: 10, waitlisted: 10, taken: 10 });
  }, 300_000);

  it('negative control: counting first and inserting then sells more seats than there are', async () => {
    await test.dataSource.query('CREATE TABLE naive_registrations (id integer)');
    const naive = (at: number) =>
      test.dataSource.transaction(async (manager) => {
        const rows: { taken: number }[] = await manager.query(
          'SELECT count(*)::integer AS taken FROM naive_registrations',
        );
        // What a service does between looking and writing: make an account, say.
        await manager.query('SELECT pg_sleep(0.005)');
        if ((rows[0]?.taken ?? 0) < SEATS) await manager.query('INSERT INTO naive_registrations VALUES ($1)', [at]);
      });
    await Promise.all(Array.from({ length: RACERS }, (_, at) => naive(at)));
    const [sold]: { count: number }[] = await test.dataSource.query(
      'SELECT count(*)::integer AS count FROM naive_registrations',
    );
    expect(sold?.count).toBeGreaterThan(SEATS);
  }, 300_000);

  it('the table itself refuses one seat too many, whoever asks', async () => {
    const { eventId } = await createOpenEvent(1);
    const oversell = test.dataSource.query('UPDATE events SET taken = 2 WHERE id = $1', [eventId]);
    await expect(oversell).rejects.toThrow('events_never_oversold');
  });
});
