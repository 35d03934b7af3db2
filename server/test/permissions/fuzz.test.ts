import { randomUUID } from 'node:crypto';
import type { Socket } from 'socket.io-client';
import { type Dice, dice } from '../../src/features/demo/seeded-random.js';
import { SocketMessages } from '../../src/realtime/socket-messages.js';
import { createAccount } from '../factories.js';
import { ask, connect, type TestSocket } from '../sockets.js';
import { createTestApp, TEST_ORIGIN, type TestApp } from '../test-app.js';
import { BAD_BODIES, badText, badValue, spoilt, withText } from './bad-input.js';
import { routesOf } from './routes.js';
import { ACTORS, createScene, type Scene } from './scene.js';
import { CALLS, paramsFor } from './table.js';

const INPUTS = 2000;
const FRAMES = 2000;
const SEED = 20_261_122;
const AT_ONCE = 20;

/**
 * These only ever get a wrong id: what takes away something that the rest is tried on, and pictures, which Jest's sandbox
 * draws a hundred times slower than Node does.
 */
const ONLY_IDS =
  /\.png$|^DELETE \/api\/(?:events\/:eventId(?:\/team\/:accountId)?|organizers\/:accountId|sessions\/:id)$|^PATCH .*\/registrations\/:registrationId$/u;
/** These say nothing of what they are told, or do the same without asking. */
const NO_INPUT = /^GET \/(?:\*|api\/docs|api\/openapi|api\/health)|\/api\/demo$|sessions\/current$|me\/cancel$/u;

const DELETES_ACCOUNT = 'POST /api/my-data/deletion';

interface Attempt {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string | undefined;
}

describe('bad input', () => {
  let test: TestApp;
  let scene: Scene;
  beforeAll(async () => {
    test = await createTestApp();
    test.clock.set(new Date());
    scene = await createScene(test, await createAccount(test.dataSource, { siteRole: 'first' }));
  });
  afterAll(() => test.close());

  function attempt(route: string, random: Dice): Attempt {
    const [method = '', template = ''] = route.split(' ');
    // What is sent for the first organizer has a wrong name.
    const actor = route === DELETES_ACCOUNT ? 'first' : random.pick(ACTORS);
    const call = CALLS[route]?.(scene, actor) ?? {};
    const params: Record<string, string> = { ...paramsFor(scene), ...call.params };
    const names = [...template.matchAll(/:(\w+)/gu)].map(([, name = '']) => name);
    const reads = method === 'GET' || method === 'DELETE';
    const places = reads
      ? ['param', 'param', 'param', 'query', 'headers']
      : ['param', 'body', 'body', 'body', 'headers'];
    const where = ONLY_IDS.test(route) ? 'param' : random.pick(places);
    if (where === 'param' && names.length > 0) params[random.pick(names)] = badText(random).slice(0, 3000);
    const query = { ...call.query };
    if (where === 'query') {
      const keys = [...Object.keys(query), 'q', 'since', 'after', 'before', 'limit', 'status', '__proto__'];
      query[random.pick(keys)] = badText(random).slice(0, 3000);
    }
    const spoil = where === 'body';
    const json: unknown = spoil ? spoilt(call.body ?? {}, random) : call.body;
    const body = spoil && random.chance(0.15) ? random.pick(BAD_BODIES) : JSON.stringify(json);
    const path = template.replace(/:(\w+)/gu, (_, name: string) => encoded(params[name] ?? ''));
    const search = Object.entries(query).map(([key, value]) => `${encoded(key)}=${encoded(value)}`);
    const cookie = where === 'headers' ? `teabreak_session=${encoded(badText(random)).slice(0, 500)}` : undefined;
    return {
      method,
      url: `${test.url}${path}?${search.join('&')}`,
      headers: {
        origin: TEST_ORIGIN,
        ...(where === 'headers' && {
          'accept-language': encoded(badText(random)).slice(0, 4000),
          'if-none-match': '"x',
        }),
        cookie: cookie ?? scene.actors[actor]?.cookie ?? '',
        ...(body !== undefined && { 'content-type': random.chance(0.97) ? 'application/json' : 'text/plain' }),
      },
      body,
    };
  }

  it(`is refused ${INPUTS} times over all routes, and never an error of ours`, async () => {
    const random = dice(SEED);
    const routes = routesOf(test.app).filter((route) => !NO_INPUT.test(route));
    const attempts = Array.from({ length: INPUTS }, (_, index) => ({
      route: routes[index % routes.length] ?? '',
      ...attempt(routes[index % routes.length] ?? '', random),
    }));
    const broken: unknown[] = [];
    const statuses = new Map<number, number>();
    const next = attempts.values();
    const work = async () => {
      for (const { route, method, url, headers, body } of next) {
        const { status, text } = await answerTo(url, { method, headers, ...(body !== undefined && { body }) });
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        if (status >= 500) broken.push([status, route, url.slice(0, 300), body?.slice(0, 300), text]);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    expect(broken).toEqual([]);
    expect([...statuses.values()].reduce((sum, count) => sum + count, 0)).toBe(INPUTS);
    expect(statuses.get(400)).toBeGreaterThan(INPUTS / 4);
    await test.http.get('/api/health/ready').expect(200);
    expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false);
    const mine = test.phone({ cookie: scene.attendee.cookie });
    await mine.get(`/api/events/${scene.eventId}/me`).expect(200);
  }, 300_000);

  it.each(['%00', 'tea%00break', '%ed%a0%80', '%', '%c0%af'])(
    'a path with %s is no error of ours',
    async (text) => {
      const odd: unknown[] = [];
      for (const route of routesOf(test.app)) {
        const [method = '', template = ''] = route.split(' ');
        if (!template.includes(':') || method === 'DELETE') continue;
        const path = template.replace(/:(\w+)/gu, text);
        const response = await fetch(`${test.url}${path}`, {
          method,
          headers: {
            origin: TEST_ORIGIN,
            cookie: scene.actors.organizer?.cookie ?? '',
            'content-type': 'application/json',
          },
          ...(method !== 'GET' && { body: '{}' }),
        });
        await response.arrayBuffer();
        if (response.status < 400 || response.status >= 500) odd.push([route, response.status]);
      }
      expect(odd).toEqual([]);
    },
    60_000,
  );

  it.each(['tea\u0000', 'tea\ud800', '\udc00tea', '\ufffe', '茶\u202e'])(
    '%j in any text is no error of ours',
    async (text) => {
      const odd: unknown[] = [];
      for (const [route, call] of Object.entries(CALLS)) {
        // The name that was set a moment ago is the one that deletes the account.
        if (route === DELETES_ACCOUNT) continue;
        const [method = '', template = ''] = route.split(' ');
        for (const actor of ['attendee', 'organizer', 'foreignOrganizer'] as const) {
          const { body, params } = call(scene, actor);
          const path = template.replace(
            /:(\w+)/gu,
            (_, name: string) => ({ ...paramsFor(scene), ...params })[name] ?? '',
          );
          for (const changed of body ? withText(body, text) : []) {
            const phone = test.phone({ cookie: scene.actors[actor]?.cookie ?? '' });
            const { status } = await phone[method.toLowerCase() as 'post'](path).send({
              ...(changed as object),
              ...fresh(body),
            });
            if (status >= 500) odd.push([route, changed, status]);
          }
        }
      }
      expect(odd).toEqual([]);
    },
  );

  it(`is answered in ${FRAMES} live messages, each with a refusal`, async () => {
    const random = dice(SEED + 1);
    const names = test.app.get(SocketMessages).names();
    const cookies = [scene.attendee.cookie, scene.actors.organizer?.cookie, scene.actors.outsider?.cookie];
    const answers = new Map<string, number>();
    let sent = 0;
    // A socket is allowed forty at once; each gets as many and goes.
    while (sent < FRAMES) {
      const socket = await connect(test.url, random.pick(cookies));
      const frames = Array.from({ length: Math.min(40, FRAMES - sent) }, () => frame(names, random));
      for (const answer of await Promise.all(frames.map(([name, ...input]) => ask(socket, name, ...input)))) {
        expect(answer.ok).toBe(false);
        if (answer.ok) continue;
        expect(['internal', 'unavailable', 'too_many_requests']).not.toContain(answer.error.code);
        answers.set(answer.error.code, (answers.get(answer.error.code) ?? 0) + 1);
      }
      sent += frames.length;
      socket.close();
    }
    expect(answers.get('invalid_input')).toBeGreaterThan(FRAMES / 3);
    expect(answers.get('unknown_event')).toBeGreaterThan(0);
    await stillWorks();
  }, 300_000);

  it('ends the connection without an acknowledgement, or with it in the wrong place', async () => {
    const random = dice(SEED + 2);
    const badFrames: unknown[][] = Array.from({ length: 8 }, () => [
      random.pick(['board:watch', 'room:watch', 'x']),
      badValue(random),
    ]);
    badFrames.push(['board:watch', () => undefined, { eventId: scene.eventId }]);
    badFrames.push(['board:watch', { eventId: scene.eventId }, 1, 2, 3, [], {}]);
    for (const [name, ...parameters] of badFrames) {
      const socket = await connect(test.url, scene.attendee.cookie);
      const ended = new Promise((resolve) => socket.once('disconnect', resolve));
      (socket as unknown as Socket).emit(String(name), ...parameters);
      await ended;
      socket.close();
    }
    await stillWorks();
  });

  it('is refused in handshakes of any shape', async () => {
    const random = dice(SEED + 3);
    for (let index = 0; index < 200; index += 1) {
      const auth = random.chance(0.5) ? { screen: badValue(random) } : spoilt({ screen: 'x', token: 'y' }, random);
      const cookie = `teabreak_session=${encoded(badText(random)).slice(0, 500)}`;
      // Only an object leaves the client library; raw frames are tried elsewhere.
      const isObject = typeof auth === 'object' && auth !== null && !Array.isArray(auth);
      const shape = { ...(isObject ? auth : { screen: auth }), wrong: 1 };
      if (sendable(shape) !== shape) continue;
      const refused = await connect(test.url, cookie, { auth: shape as Record<string, unknown> }).then(
        (socket) => socket.close(),
        (error: unknown) => error,
      );
      const code = (refused as { data?: { code?: string } }).data?.code;
      expect(['not_signed_in', 'session_ended', 'not_found']).toContain(code);
    }
    await stillWorks();
  }, 300_000);

  /** A message name, known or not, with input that no handler should take. */
  function frame(names: readonly string[], random: Dice): [string, ...unknown[]] {
    const name = random.chance(0.85)
      ? random.pick(names)
      : `${random.pick(['x', '__proto__', 'toString'])}${badText(random).slice(0, 50)}`;
    const good = { eventId: random.chance(0.5) ? scene.eventId : randomUUID(), since: 0 };
    const input = sendable(spoilt(good, random));
    // What happens to be right is made wrong: strict schemas know no other field.
    const wrong = typeof input === 'object' && input !== null && !Array.isArray(input) ? { ...input, wrong: 1 } : input;
    return random.chance(0.1) ? [name] : [name, wrong];
  }

  async function stillWorks(socket?: TestSocket): Promise<void> {
    const live = socket ?? (await connect(test.url, scene.attendee.cookie));
    expect(await ask(live, 'board:watch', { eventId: scene.eventId, since: 0 })).toMatchObject({ ok: true });
    live.close();
    await test.http.get('/api/health/ready').expect(200);
  }
});

/** The server hangs up on a body that is too large; that answer, or the next one of the connection, may be lost on the way. */
async function answerTo(url: string, request: RequestInit): Promise<{ status: number; text: string }> {
  for (let tries = 1; ; tries += 1) {
    try {
      const response = await fetch(url, request);
      return { status: response.status, text: await response.text() };
    } catch (error) {
      if (tries < 3) continue;
      if (String(request.body).length > 100_000) return { status: 413, text: '' };
      throw error;
    }
  }
}

/** The server hangs up on a frame of more than 64 kB, which is tried elsewhere. */
function sendable(input: unknown): unknown {
  return (JSON.stringify(input)?.length ?? 0) < 20_000 ? input : 'x'.repeat(20_000);
}

/** Ids that name one attempt, new for each: a second one with the same id would only hear the first one's answer again. */
function fresh(body: object | undefined): Record<string, string> {
  const names = ['requestId', 'scanId', 'clientId'].filter((name) => body && name in body);
  return Object.fromEntries(names.map((name) => [name, randomUUID()]));
}

const LONE_SURROGATE = /\p{Cs}/gu;

/** As it would arrive from a hostile client: lone surrogates become bytes that are no UTF-8. */
function encoded(text: string): string {
  const rest = text.replace(LONE_SURROGATE, '');
  return `${rest === text ? '' : '%ed%a0%80'}${encodeURIComponent(rest)}`;
}
