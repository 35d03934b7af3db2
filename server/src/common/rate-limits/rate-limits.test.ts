import { randomUUID } from 'node:crypto';
import { createAttendee, createEvent } from '../../../test/factories.js';
import type { TestApp } from '../../../test/test-app.js';
import { createTestApp } from '../../../test/test-app.js';
import { RATE_LIMITS, type RateLimitName, RateLimits } from './rate-limits.js';

describe('how often', () => {
  let test: TestApp;
  beforeEach(async () => {
    test = await createTestApp({ config: { trustProxy: 1 } });
  });
  afterEach(() => test.close());

  /** As often as it may be, all within a moment: a slow machine's requests would take longer than the time that is counted. */
  async function countUp(name: RateLimitName, key: string): Promise<void> {
    let counted = 0;
    const count = () => test.app.get(RateLimits).count(name, key);
    while (
      await count().then(
        () => true,
        () => false,
      )
    )
      counted += 1;
    expect(counted).toBeLessThanOrEqual(RATE_LIMITS[name].points);
  }
  const from = (address: string) => test.phone({ 'x-forwarded-for': address });
  const guest = () => ({
    requestId: randomUUID(),
    name: '李明',
    contact: { kind: 'wechat', value: `li-${randomUUID().slice(0, 8)}` },
    goal: { kind: 'curious' },
    consents: { takePart: true, board: true, screen: false, suggestions: false },
    locale: 'zh-CN',
  });

  it('500 guests join behind one address within two minutes, and a flood is told when to come back', async () => {
    const { slug } = await createEvent(test.dataSource, { endsAt: new Date('2026-12-31T10:00:00Z') });
    const venue = from('203.0.113.7');
    const join = () => from('203.0.113.7').post(`/api/public/events/${slug}/registrations`).send(guest());
    const statuses = new Map<number, number>();
    for (let wave = 0; wave < 25; wave += 1) {
      const answers = await Promise.all(Array.from({ length: 20 }, join));
      for (const { status } of answers) statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect([...statuses]).toEqual([[201, 500]]);

    // What follows has no valid body: it is counted before it is looked at.
    const flood = () => venue.post(`/api/public/events/${slug}/registrations`).send({});
    await flood().expect(400);
    await countUp('join', '203.0.113.7');
    const refused = await flood();
    expect(refused.status).toBe(429);
    expect(refused.body).toMatchObject({ code: 'too_many_requests' });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(RATE_LIMITS.join.seconds);

    await from('203.0.113.8').post(`/api/public/events/${slug}/registrations`).send(guest()).expect(201);
    // Reading is not counted, and neither is what those do who are in.
    await venue.get(`/api/public/events/${slug}`).expect(200);
  }, 300_000);

  it('a header cannot invent an address where no proxy stands in front', async () => {
    const direct = await createTestApp();
    const statuses = [];
    for (let at = 0; at <= RATE_LIMITS.setup.points; at += 1)
      statuses.push(
        (
          await direct
            .phone({ 'x-forwarded-for': `10.0.0.${at}` })
            .post('/api/setup')
            .send({})
        ).status,
      );
    await direct.close();
    expect(statuses.at(-1)).toBe(429);
  });

  it('wrong sign-in codes are counted together however many codes they are tried on, right ones are not', async () => {
    const guess = (phone = from('203.0.113.7')) =>
      phone.post('/api/sign-in/sessions').send({ requestId: randomUUID(), code: '000000' });
    const statuses = new Map<number, number>();
    for (let at = 0; at <= RATE_LIMITS['wrong-code'].points; at += 1) {
      const { status } = await guess();
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect(statuses.get(429)).toBe(1);
    expect((await guess(from('203.0.113.9'))).status).not.toBe(429);
  }, 300_000);

  it('messages are counted by person, not by address', async () => {
    const { eventId } = await createEvent(test.dataSource);
    const [loud, quiet] = [
      await createAttendee(test.dataSource, eventId),
      await createAttendee(test.dataSource, eventId),
    ];
    const post = (cookie: string) =>
      from('203.0.113.7')
        .post(`/api/events/${eventId}/messages`)
        .set('cookie', cookie)
        .send({ clientId: randomUUID(), text: 'tea' });
    await post(loud.cookie).expect(201);
    await countUp('message', loud.accountId);
    const refused = await post(loud.cookie);
    expect([refused.status, refused.headers['retry-after']]).toEqual([429, expect.any(String)]);
    expect((await post(quiet.cookie)).status).toBe(201);
  });

  it('C2: of fifty guesses at a short card code that arrive together ten are looked at', async () => {
    const { eventId } = await createEvent(test.dataSource);
    const { cookie } = await createAttendee(test.dataSource, eventId);
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => from('203.0.113.7').get('/api/cards/ZZZZZZ').set('cookie', cookie)),
    );
    expect(answers.filter(({ status }) => status !== 429)).toHaveLength(RATE_LIMITS['wrong-card-code'].points);
  });
});
