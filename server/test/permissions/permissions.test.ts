import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { SocketMessages } from '../../src/realtime/socket-messages.js';
import { createAccount, openSession, type TestAccount } from '../factories.js';
import { ask, connect } from '../sockets.js';
import { createTestApp, TEST_ORIGIN, type TestApp } from '../test-app.js';
import { routesOf } from './routes.js';
import { ACTORS, type ActorName, CANARY, createScene, type Scene } from './scene.js';
import { BODY_IDS, CALLS, foreignParamsFor, MESSAGES, paramsFor, TABLE } from './table.js';

interface Answer {
  status: number;
  code: string;
  text: string;
}

const REFUSALS = new Set([401, 403, 404]);
const ROUTES_PER_SCENE = 10;
const { NODE_OPTIONS } = process.env;

describe('permissions', () => {
  let test: TestApp;
  let first: TestAccount;
  let shared: Scene;
  let refusing: Scene;
  let routesRefused = 0;
  let secrets: string[];
  beforeAll(async () => {
    process.env.NODE_OPTIONS = `--import=${join(import.meta.dirname, '../register-typescript.mjs')}`;
    test = await createTestApp({ config: { demo: true } });
    test.clock.set(new Date());
    first = await createAccount(test.dataSource, { siteRole: 'first' });
    shared = await createScene(test, first);
    secrets = Object.values(shared.actors).flatMap((account) => (account ? sessionSecrets(account) : []));
  });
  afterAll(async () => {
    process.env.NODE_OPTIONS = NODE_OPTIONS;
    await test.close();
  });

  async function call(
    route: string,
    scene: Scene,
    actor: ActorName,
    change: { params?: Record<string, string>; body?: object } = {},
  ): Promise<Answer> {
    const [method = '', template = ''] = route.split(' ');
    const { body, query = {}, params = {}, file } = CALLS[route]?.(scene, actor) ?? {};
    const values: Record<string, string> = { ...paramsFor(scene), ...params, ...change.params };
    const path = template.replace(/:(\w+)|\*/gu, (found, name: string | undefined) => values[name ?? found] ?? found);
    const cookie = scene.actors[actor]?.cookie;
    const sent = change.body ?? body;
    const form = file === undefined ? undefined : new FormData();
    form?.append('file', new Blob([file ?? '']), 'upload');
    const response = await fetch(`${test.url}${path}?${new URLSearchParams(query)}`, {
      method,
      headers: {
        origin: TEST_ORIGIN,
        ...(cookie && { cookie }),
        ...(sent && { 'content-type': 'application/json' }),
      },
      ...(form ? { body: form } : sent && { body: JSON.stringify(sent) }),
    });
    const text = await response.text();
    const code = response.ok ? '' : (/"code":"(\w+)"/u.exec(text)?.[1] ?? '');
    return { status: response.status, code, text };
  }

  /** A sign of the table for what was answered; `?` for what proves nothing. */
  function signOf({ status, code }: Answer): string {
    if (REFUSALS.has(status)) return String(status - 400);
    // The application is not built here; its page says so.
    if (status < 300 || (status === 503 && code === '')) return '+';
    return status < 500 && code !== 'invalid_input' && code !== 'invalid_json' ? '+' : `? ${status} ${code}`;
  }

  function assertNothingLeaks(actor: ActorName, route: string, { text: answered }: Answer): void {
    // Those who run the event read what was reported, here and nowhere else.
    const text = route === 'GET /api/events/:eventId/reports' ? answered.replaceAll(CANARY.report, '') : answered;
    for (const canary of Object.values(CANARY)) expect([route, text.includes(canary)]).toEqual([route, false]);
    for (const secret of secrets) expect([route, text.includes(secret)]).toEqual([route, false]);
    expect(text).not.toMatch(/token_?hash|request_?hash|end_?reason|-declined"|canary/iu);
    // A personal link opens somebody's place: only those who manage guests, and the door for a walk-in, hand it out.
    const handsOut = ['door', 'organizer', 'first'].includes(actor) || route.includes('/claims/');
    if (!handsOut) expect(text).not.toMatch(/personalLink":"|\/i\/[\w-]{65}/u);
    if (actor === 'door' && !route.startsWith('POST')) expect(text).not.toMatch(/personalLink":"|\/i\/[\w-]{65}/u);
  }

  it('has a row for every route, and a route for every row', () => {
    expect(Object.keys(TABLE).sort()).toEqual(routesOf(test.app));
    for (const row of Object.values(TABLE)) expect(row).toMatch(/^([+134] ){7}[+134]$/u);
    expect(Object.keys(CALLS).filter((route) => !(route in TABLE))).toEqual([]);
  });

  it('knows fewer routes than the router when one is missing', () => {
    // The negative control of the test above.
    expect(routesOf(test.app)).toContain('GET /api/events/:eventId/registrations.csv');
    expect(routesOf(test.app).filter((route) => route !== 'GET /api/me')).not.toEqual(Object.keys(TABLE).sort());
  });

  it('notices a leak', () => {
    for (const text of [CANARY.note, secrets[0] ?? '', secrets[1] ?? '', '{"personalLink":"http://x"}'])
      expect(() => assertNothingLeaks('attendee', 'GET /api/me', { status: 200, code: '', text })).toThrow();
  });

  describe.each(Object.entries(TABLE))('%s', (route, row) => {
    const expected = row.split(' ');
    const reads = route.startsWith('GET ');

    it('answers each as the table says', async () => {
      if (route === 'DELETE /api/demo') await call('POST /api/demo', shared, 'anonymous');
      // Who is refused changes nothing, so these share a scene; who may act gets a fresh one.
      const refusals = reads ? shared : await sceneOfRefusals();
      const answered: string[] = [];
      let succeeded = !expected.includes('+');
      for (const [index, actor] of ACTORS.entries()) {
        const acts = expected[index] === '+' && !reads;
        const scene = acts ? await createScene(test, first) : refusals;
        const answer = await call(route, scene, actor);
        answered.push(signOf(answer));
        succeeded ||= answer.status < 300 || OUTCOMES_OF_THEIR_OWN.has(route);
        assertNothingLeaks(actor, route, answer);
        // The first organizer's session is one for all scenes.
        if (acts && actor === 'first' && route.startsWith('DELETE /api/sessions')) await signFirstInAgain();
      }
      expect(answered.join(' ')).toBe(row);
      expect(succeeded).toBe(true);
    });

    if (!/:(?!eventId|slug|code|token|id\b)\w+/u.test(route)) return;
    it('knows no id of another event, and none that nobody has', async () => {
      const allowed = ACTORS.filter((_, index) => expected[index] === '+');
      const names = [...route.matchAll(/:(\w+)/gu)].map(([, name = '']) => name).filter((name) => name !== 'eventId');
      for (const actor of allowed) {
        for (const name of names) {
          // An organizer of the installation is of no event.
          if (!(name in foreignParamsFor(shared)) || route.includes('/organizers/')) continue;
          const foreign = await call(route, shared, actor, {
            params: { [name]: foreignParamsFor(shared)[name] ?? '' },
          });
          expect([actor, name, foreign.status]).toEqual([actor, name, 404]);
          const unknown = await call(route, shared, actor, { params: { [name]: randomUUID() } });
          expect([actor, name, unknown.status]).toEqual([actor, name, 404]);
        }
        if (actor === 'first' || !route.includes(':eventId')) continue;
        const elsewhere = await call(route, shared, actor, { params: { eventId: shared.other.eventId } });
        expect([actor, elsewhere.status]).toEqual([actor, 404]);
      }
    });
  });

  it('finds no event under an id that nobody has', async () => {
    for (const [route, row] of Object.entries(TABLE)) {
      if (!route.includes(':eventId')) continue;
      const actor = ACTORS[row.split(' ').indexOf('+')] ?? 'attendee';
      const answer = await call(route, shared, actor, { params: { eventId: randomUUID() } });
      expect([route, actor, answer.status]).toEqual([route, actor, 404]);
    }
  });

  it.each(BODY_IDS)('%s by %s takes no id of another event in its body', async (route, actor, body) => {
    expect((await call(route, shared, actor, { body: body(shared) })).status).toBe(404);
  });

  describe('live messages', () => {
    it('have a row each, and a message for every row', () => {
      expect(Object.keys(MESSAGES).sort()).toEqual(test.app.get(SocketMessages).names());
    });

    it.each(Object.entries(MESSAGES))('%s', async (name, row) => {
      const answered: string[] = [];
      const input = { eventId: shared.eventId, ...(name === 'board:watch' && { since: 0 }) };
      for (const actor of ACTORS) answered.push(await reply(name, input, shared.actors[actor]?.cookie));
      answered.push(await reply(name, input, undefined, shared.screenToken));
      expect(answered.join(' ')).toBe(row);
      const unknown = { ...input, eventId: randomUUID() };
      if (name.endsWith(':watch')) expect(await reply(name, unknown, shared.attendee.cookie)).toBe('4');
    });

    async function reply(name: string, input: object, cookie?: string, screen?: string): Promise<string> {
      const socket = await connect(test.url, cookie, screen ? { auth: { screen } } : {}).catch(() => null);
      if (socket === null) return 'x';
      const answer = await ask(socket, name, input);
      socket.close();
      if (answer.ok) return '+';
      return { not_allowed: '3', not_found: '4', not_signed_in: '1' }[answer.error.code as string] ?? answer.error.code;
    }
  });

  /** The same for a few routes: what a refusal did change after all would show in the next ones, and is not carried through all. */
  async function sceneOfRefusals(): Promise<Scene> {
    if (routesRefused % ROUTES_PER_SCENE === 0) refusing = await createScene(test, first);
    routesRefused += 1;
    return refusing;
  }

  /** A session that has ended stays so; every scene holds this very object. */
  async function signFirstInAgain(): Promise<void> {
    Object.assign(first, await openSession(test.dataSource, first.accountId));
    secrets.push(...sessionSecrets(first));
  }
});

/** The token of a session, and its hash in every spelling. */
function sessionSecrets({ cookie }: TestAccount): string[] {
  const token = cookie.slice(cookie.indexOf('=') + 1);
  const hash = createHash('sha256').update(token).digest();
  return [token, ...(['hex', 'base64', 'base64url'] as const).map((spelling) => hash.toString(spelling))];
}

/** Allowed, and yet nothing comes of it with what a scene has: a code that was never sent, a group without a link. */
const OUTCOMES_OF_THEIR_OWN = new Set([
  'GET /*',
  'POST /api/setup',
  'POST /api/setup/return',
  'POST /api/sign-in/sessions',
  'PUT /api/me/email',
]);
