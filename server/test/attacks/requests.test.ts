import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Announcements } from '../../src/common/announcements.js';
import { Tickets } from '../../src/features/registrations/tickets.js';
import {
  createAccount,
  createAttendee,
  createEvent,
  createHelper,
  createScreenLink,
  type TestAccount,
} from '../factories.js';
import { createTestApp, TEST_ORIGIN, type TestApp } from '../test-app.js';

const INDEX =
  '<!doctype html><html lang="en"><head><title>Teabreak</title></head><body><div id="root"></div></body></html>';
const HOSTILE = [
  '</script><img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "'--></title><script>alert(1)</script>",
  '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1)) ![x](https://evil.example/x.png) <https://evil.example/" onclick=alert(1) x=">',
  '$& $1 $` {{7*7}} <!--',
];

let test: TestApp;
let webDir: string;
let organizer: TestAccount;
beforeAll(async () => {
  webDir = await mkdtemp(join(tmpdir(), 'teabreak-web-'));
  await writeFile(join(webDir, 'index.html'), INDEX);
  test = await createTestApp({ config: { webDir } });
  organizer = await createAccount(test.dataSource, { siteRole: 'organizer', name: HOSTILE[0] ?? '' });
});
afterAll(async () => {
  await test.close();
  await rm(webDir, { recursive: true });
});

const joining = () => ({
  requestId: randomUUID(),
  name: 'Gus',
  contact: { kind: 'wechat', value: 'gus_wechat' },
  goal: { kind: 'curious' },
  consents: { takePart: true, board: true, screen: false, suggestions: false },
  locale: 'en',
});
const event = (texts: string) => ({
  title: texts.slice(0, 110),
  description: HOSTILE.join('\n\n'),
  venue: texts,
  address: texts,
  timeZone: 'Asia/Shanghai',
  startsAt: '2026-06-01T09:00:00Z',
  endsAt: '2026-06-01T15:00:00Z',
  agenda: [
    { kind: 'session', title: texts.slice(0, 110), startsAt: '2026-06-01T09:00:00Z', endsAt: '2026-06-01T10:00:00Z' },
  ],
  places: [{ name: texts.slice(0, 70), seats: 2, hint: texts.slice(0, 70) }],
});

describe('pages', () => {
  it.each(HOSTILE)('an event of %j is text on its page', async (texts) => {
    const created = await test.phone({ cookie: organizer.cookie }).post('/api/events').send(event(texts)).expect(201);
    const { text, headers } = await test.http.get(`/e/${created.body.slug}`).expect(200);
    // What a browser would take for tags, the page's data aside: that is JSON, and cannot end its element.
    const data = /<script type="application\/json" id="page-data">([^<]*)<\/script>/u.exec(text);
    expect(JSON.parse(String(data?.[1])).event.venue).toBe(texts);
    const tags = text.replace(String(data?.[0]), '').match(/<[a-z][^>]*>/giu) ?? [];
    for (const tag of tags) {
      expect(tag).not.toMatch(/^<(script|img|svg|iframe|style|base|form)/iu);
      expect(tag.replace(/"[^"]*"/gu, '""')).not.toMatch(/\son\w+\s*=|srcdoc|javascript:/iu);
      expect(tag).not.toMatch(/href="(?!https?:|mailto:|tel:|\/|#)/iu);
    }
    expect(headers['content-security-policy']).toContain("script-src 'self';");
  });

  it.each([
    '/',
    '/e/nowhere',
    '/i/token',
    '/sign-in?next=//evil.example',
    '/api/docs',
    '/api/docs/',
    '/%e4%b8',
    '/%ff',
    '/x.html',
    '/../../etc/passwd',
    '/..%2f..%2fetc%2fpasswd',
    '/.env',
    '/index.html',
  ])('%s comes with every header there is against injection', async (path) => {
    const { headers, text, status } = await test.http.get(path);
    expect(status).toBeLessThan(500);
    expect(text).not.toContain('root:');
    if (!/html/u.test(String(headers['content-type']))) return;
    const policy = String(headers['content-security-policy']);
    for (const rule of [
      "default-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "form-action 'self'",
    ])
      expect(policy).toContain(rule);
    expect(policy).not.toMatch(/script-src[^;]*unsafe/u);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' });
    expect(status).not.toBe(302);
  });
});

describe('addresses that others open', () => {
  it('come from our own settings, whatever a request says it was sent to', async () => {
    const poison = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https', forwarded: 'host=evil.example' };
    const lying = (cookie = '') => test.phone({ ...poison, host: 'evil.example', cookie });
    const { eventId, slug } = await createEvent(test.dataSource);
    const owner = await createHelper(test.dataSource, eventId, 'owner');
    const guest = await createAttendee(test.dataSource, eventId);
    const { token } = await createScreenLink(test.dataSource, eventId);
    const answers = [
      await lying(owner.cookie)
        .post(`/api/events/${eventId}/registrations`)
        .send({ requestId: randomUUID(), name: 'Wanda', gate: '' }),
      await lying(guest.cookie).get(`/api/events/${eventId}/card`),
      await lying(owner.cookie).get(`/api/events/${eventId}/group`),
      await lying().get(`/api/screen/${token}`),
      await lying().get(`/api/public/events/${slug}`),
      await lying().get(`/e/${slug}`),
      await lying().get('/'),
      await lying().get('/api/openapi.json'),
      await lying().get('/nowhere'),
    ];
    for (const { text, headers, status } of answers) {
      expect(status).toBeLessThan(500);
      expect(text + JSON.stringify(headers)).not.toContain('evil.example');
    }
    expect(answers[0]?.body.personalLink).toMatch(new RegExp(`^${TEST_ORIGIN}/i/`, 'u'));
    const mails = await test.dataSource.query('SELECT body FROM mails');
    expect(JSON.stringify(mails) + test.app.get(Announcements).all().join()).not.toContain('evil.example');
  });
});

describe('another site', () => {
  const forms = [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json',
  ];
  it.each(forms)('cannot change anything by a form of type %s', async (type) => {
    const { eventId, slug } = await createEvent(test.dataSource);
    const guest = await createAttendee(test.dataSource, eventId);
    const before = await test.dataSource.query('SELECT count(*)::int AS n FROM registrations');
    for (const origin of ['https://evil.example', 'null', `${TEST_ORIGIN}.evil.example`, '']) {
      const send = (path: string) =>
        test.phone({ cookie: guest.cookie, origin, 'content-type': type }).post(path).send(JSON.stringify(joining()));
      for (const path of [
        `/api/events/${eventId}/me/cancel`,
        `/api/public/events/${slug}/registrations`,
        '/api/demo',
        '/nowhere',
      ]) {
        const { status } = await send(path);
        expect([403, 415]).toContain(status);
      }
    }
    expect(await test.dataSource.query('SELECT count(*)::int AS n FROM registrations')).toEqual(before);
  });

  it('cannot by a form even from our own origin, were there a hole for one', async () => {
    const { slug } = await createEvent(test.dataSource);
    const answer = await test
      .phone({ 'content-type': 'text/plain' })
      .post(`/api/public/events/${slug}/registrations`)
      .send(JSON.stringify(joining()));
    expect(answer.status).toBe(415);
  });

  it('gets no leave to read: no answer has an Access-Control header', async () => {
    for (const method of ['get', 'options'] as const) {
      const { headers } = await test
        .phone({ origin: 'https://evil.example', 'access-control-request-method': 'PUT' })
        [method]('/api/me');
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });
});

describe('cookies and caches', () => {
  it('over https the session is bound to this host, to https, and out of any script’s reach', async () => {
    const secure = await createTestApp({ config: { secure: true, publicUrl: 'https://tea.example' } });
    const { slug } = await createEvent(secure.dataSource);
    const { headers } = await secure.http.post(`/api/public/events/${slug}/registrations`).send(joining()).expect(201);
    expect(headers['set-cookie']).toEqual([
      expect.stringMatching(
        /^__Host-teabreak_session=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/u,
      ),
    ]);
    expect(headers['strict-transport-security']).toContain('max-age=31536000');
    const [cookie] = headers['set-cookie'] as unknown as string[];
    const plain = String(cookie).split(';')[0]?.replace('__Host-', '') ?? '';
    expect((await secure.phone({ cookie: plain }).get('/api/sessions')).status).toBe(401);
    await secure.close();
  });

  it('no shared cache keeps what a person was answered', async () => {
    const { eventId } = await createEvent(test.dataSource);
    const guest = await createAttendee(test.dataSource, eventId, { checkedIn: true });
    for (const path of [
      'me',
      'card',
      'board',
      'board/relations',
      'suggestions',
      'circle',
      'me/ticket.png',
      'introductions',
    ])
      expect({
        path,
        cache: (await test.phone({ cookie: guest.cookie }).get(`/api/events/${eventId}/${path}`)).headers[
          'cache-control'
        ],
      }).toEqual({
        path,
        cache: expect.stringMatching(/no-store|private, no-cache/u),
      });
  });
});

describe('errors', () => {
  it('say code and sentence and never where in the program', async () => {
    const { eventId } = await createEvent(test.dataSource);
    const guest = await createAttendee(test.dataSource, eventId);
    const as = () => test.phone({ cookie: guest.cookie });
    const answers = [
      await as().get('/api/nowhere'),
      await as().get('/api/events/not-an-id/board'),
      await as().get(`/api/events/${eventId}/board/changes?since[]=1&__proto__[x]=1`),
      await as().post(`/api/events/${eventId}/messages`).set('content-type', 'application/json').send('{"a":'),
      await as().post(`/api/events/${eventId}/messages`).set('content-type', 'application/json').send('"\\u0000"'),
      await as()
        .post(`/api/events/${eventId}/messages`)
        .send({ clientId: randomUUID(), text: 'x'.repeat(200_000) }),
      await as()
        .put(`/api/events/${eventId}/goal`)
        .set('content-type', 'application/json')
        .send('{"__proto__":{"kind":"hire"},"kind":"hire"}'),
      await as()
        .post('/api/sign-in/sessions')
        .send({ requestId: { $ne: 1 }, code: ['1'] }),
      await as().get('/api/%00'),
      await as().get('/%ff'),
      await as().get(`/api/events/${eventId}/card-exchanges/%27`),
    ];
    for (const { body, status } of answers) {
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(Object.keys(body).filter((key) => !['code', 'message', 'fields'].includes(key))).toEqual([]);
      expect(JSON.stringify(body)).not.toMatch(/\bat .*\.(ts|js)|node_modules|SELECT|zod|typeorm/iu);
    }
    expect(({} as { kind?: string }).kind).toBeUndefined();
  });
});

it('E4: of a hundred thousand altered tickets none is taken for genuine', async () => {
  const tickets = test.app.get(Tickets);
  const holder = { id: randomUUID(), eventId: randomUUID(), ticketVersion: 0 };
  const own = tickets.textOf(holder);
  expect(tickets.isGenuine(own, holder)).toBe(true);
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  let taken = 0;
  for (let at = 0; at < 100_000; at += 1) {
    const bytes = randomBytes(4);
    const place = 4 + ((bytes[0] ?? 0) % (own.length - 4));
    const letter = letters[(bytes[1] ?? 0) % 64] ?? '';
    const altered =
      (bytes[2] ?? 0) % 2 === 0
        ? own.slice(0, place) + letter + own.slice(place + 1)
        : `${own.slice(0, own.length - 22)}${randomBytes(17).toString('base64url').slice(0, 22)}`;
    if (altered === own) continue;
    // A ticket that names somebody else is asked for that person's proof.
    const named = tickets.registrationIdIn(altered);
    if (named !== null && tickets.isGenuine(altered, { ...holder, id: named })) taken += 1;
    if (tickets.isGenuine(altered, holder)) taken += altered.slice(0, 27) === own.slice(0, 27) ? 1 : 0;
  }
  expect(taken).toBe(0);
});
