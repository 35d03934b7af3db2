import { randomUUID } from 'node:crypto';
import { Announcements } from '../../src/common/announcements.js';
import { createLogger } from '../../src/common/logger.js';
import { ask, connect } from '../sockets.js';
import { createTestApp, type TestApp } from '../test-app.js';

/** One evening with everything in it that opens a door, and again with a database that fails at every step. */
describe('a log of everything, at its most talkative', () => {
  const lines: string[] = [];
  const secrets = new Map<string, string>();
  let test: TestApp;

  beforeAll(async () => {
    test = await createTestApp({
      logger: createLogger('trace', { write: (line: string) => void lines.push(line) }),
      config: { demo: true },
    });
  });
  afterAll(() => test.close());

  const keep = (name: string, secret: string | undefined): string => {
    if (!secret || secret.length < 6) throw new Error(`No ${name}`);
    secrets.set(name, secret);
    return secret;
  };
  const cookieOf = (name: string, { headers }: { headers: Record<string, unknown> }): string => {
    const [cookie] = headers['set-cookie'] as [string];
    keep(`${name} cookie`, /=([\w-]+)/u.exec(cookie)?.[1]);
    return String(cookie.split(';')[0]);
  };
  const phone = (cookie?: string) => test.phone(cookie ? { cookie } : {});

  it('has no cookie, token, code, link, address or contact in it', async () => {
    const setup = keep('set-up link', /#([\w-]+)/u.exec(test.app.get(Announcements).all().join())?.[1]);
    const email = keep('address', 'olive.secret@example.org');
    const first = cookieOf(
      'organizer',
      await phone().post('/api/setup').send({ token: setup, name: 'Olive', email, locale: 'en' }).expect(201),
    );
    const asked = await phone().post('/api/sign-in/codes').send({ email, locale: 'en' }).expect(202);
    const [{ body }] = await test.dataSource.query('SELECT body FROM mails ORDER BY created_at DESC LIMIT 1');
    const code = keep('code', /\b(\d{6})\b/u.exec(body)?.[1]);
    const signIn = { requestId: asked.body.requestId, code };
    await phone()
      .post('/api/sign-in/sessions')
      .send({ ...signIn, code: code === '000000' ? '000001' : '000000' })
      .expect(400);
    cookieOf('signed-in', await phone().post('/api/sign-in/sessions').send(signIn).expect(201));

    const created = await phone(first)
      .post('/api/events')
      .send({
        title: 'Tea',
        timeZone: 'Asia/Shanghai',
        startsAt: '2026-06-01T09:00:00Z',
        endsAt: '2026-06-01T15:00:00Z',
      })
      .expect(201);
    const { id: eventId, slug } = created.body;
    const link = await phone(first)
      .post(`/api/events/${eventId}/screen-links`)
      .send({ requestId: randomUUID() })
      .expect(201);
    const screen = keep('screen token', link.body.token);
    const group = keep('group code', created.body.groupCode);

    const contact = keep('contact', 'secret_wechat_id');
    const guest = cookieOf(
      'guest',
      await phone()
        .post(`/api/public/events/${slug}/registrations`)
        .send({
          requestId: randomUUID(),
          name: 'Gus',
          contact: { kind: 'wechat', value: contact },
          goal: { kind: 'curious' },
          consents: { takePart: true, board: true, screen: false, suggestions: false },
          locale: 'en',
        })
        .expect(201),
    );
    const ticket = keep('ticket', (await phone(guest).get(`/api/events/${eventId}/me`).expect(200)).body.ticket);
    const scan = { scanId: randomUUID(), ticket, gate: 'A' };
    await phone(first).post(`/api/events/${eventId}/check-ins`).send(scan).expect(200);
    const card = (await phone(guest).get(`/api/events/${eventId}/card`).expect(200)).body;
    keep('card token', card.token);
    keep('card code', card.shortCode);
    const walkIn = { requestId: randomUUID(), name: 'Wanda', gate: 'A' };
    const { personalLink } = (await phone(first).post(`/api/events/${eventId}/registrations`).send(walkIn).expect(201))
      .body;
    const claim = keep('personal link', String(personalLink).split('/').at(-1));

    const doors = async () => {
      const paths = [
        `screen/${screen}`,
        `groups/${group}`,
        `claims/${claim}`,
        `cards/${card.token}`,
        `cards/${card.shortCode}`,
      ];
      for (const path of [
        ...paths,
        `claims/${claim}/qr.svg`,
        `groups/${group}/qr.png`,
        `events/${eventId}/me`,
        'me',
        'mails',
      ])
        for (const cookie of [guest, first]) await phone(cookie).get(`/api/${path}`);
      await phone()
        .post(`/api/claims/${claim}`)
        .send({ consents: { takePart: true, board: true, screen: true, suggestions: true }, locale: 'en' });
      await phone(first)
        .post(`/api/events/${eventId}/check-ins`)
        .send({ ...scan, scanId: randomUUID() });
      await phone().post('/api/setup').send({ token: setup, name: 'Olive', email, locale: 'en' });
      await phone().post('/api/sign-in/codes').send({ email, locale: 'en' });
      await phone(guest)
        .put('/api/me/contacts')
        .send({ contacts: [{ kind: 'wechat', value: contact, visibility: 'introduced' }] });
      await phone(guest).get(`/i/${claim}?token=${claim}`);
      await test.phone({ authorization: `Bearer ${screen}` }).get('/api/screen');
      for (const attempt of [connect(test.url, guest), connect(test.url, undefined, { auth: { screen } })]) {
        const socket = await attempt.catch(() => null);
        if (socket) await ask(socket, 'board:watch', { eventId, since: 0, token: screen });
        socket?.close();
      }
      await test.settled();
    };
    await doors();
    const before = lines.length;
    const tables = [
      'events',
      'registrations',
      'contacts',
      'card_tokens',
      'mails',
      'setup_links',
      'check_in_scans',
      'sessions',
      'screen_links',
    ];
    for (const table of tables) {
      await test.dataSource.query(`ALTER TABLE ${table} RENAME TO away`);
      await doors();
      await test.dataSource.query(`ALTER TABLE away RENAME TO ${table}`);
    }
    // The table is away, not the log: without failures in it this would prove nothing.
    expect(lines.length).toBeGreaterThan(before + tables.length);

    const log = lines.join('\n');
    for (const [name, secret] of secrets)
      expect({ name, logged: log.includes(secret) }).toEqual({ name, logged: false });
  }, 300_000);
});
