import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EncounterView } from '@teabreak/shared';
import { createAccount, createAttendee, type TestAccount, type TestAttendee } from '../../../../test/factories.js';
import { routesOf } from '../../../../test/permissions/routes.js';
import { ACTORS, createScene, type Scene } from '../../../../test/permissions/scene.js';
import { CALLS, MESSAGES, paramsFor } from '../../../../test/permissions/table.js';
import { ask, connect, type TestSocket } from '../../../../test/sockets.js';
import { createTestApp, TEST_ORIGIN, type TestApp } from '../../../../test/test-app.js';
import { createLogger } from '../../../common/logger.js';

/**
 * F1: strings that are nowhere else in the world go into everything of a note; then everybody else asks for everything there is. What
 * writing routes answer is looked through by the table of permissions, whose scenes hold such a note as well.
 */
const CANARY = `canary${randomUUID().replaceAll('-', '')}`;
const of = (what: string) => `${CANARY}-${what}`;
/** A recording with an element that players skip. */
const voice = Buffer.concat([
  readFileSync(join(import.meta.dirname, '../../../../test/fixtures/voice/tone.webm')),
  Buffer.from([0xec, 0x80 + of('voice').length]),
  Buffer.from(of('voice')),
]);

let app: TestApp;
let scene: Scene;
let author: TestAttendee;
let encounterId: string;
const voiceId = randomUUID();
const log: string[] = [];
const frames: unknown[][] = [];
const sockets: TestSocket[] = [];

const note = () => `/api/events/${scene.eventId}/encounters/${encounterId}/note`;
const words = (version: number) => ({
  text: of('text'),
  fit: 3,
  iPromised: of('mine'),
  theyPromised: of('theirs'),
  remindOn: '2027-01-31',
  version,
});
const say = (by: TestAttendee, other: TestAttendee) =>
  app.http
    .post(`/api/events/${scene.eventId}/encounters`)
    .set('cookie', by.cookie)
    .send({ personId: other.registrationId })
    .expect(200);

beforeAll(async () => {
  app = await createTestApp({ logger: createLogger('trace', { write: (line: string) => void log.push(line) }) });
  app.clock.set(new Date());
  const first = await createAccount(app.dataSource, { siteRole: 'first' });
  scene = await createScene(app, first);
  author = await createAttendee(app.dataSource, scene.eventId, { checkedIn: true, goal: { seeks: ['tea'] } });
  await listen();
  encounterId = ((await say(author, scene.attendee)).body as EncounterView).id;
  await say(scene.attendee, author);
  await writeEverything();
  await app.settled();
}, 300_000);
afterAll(async () => {
  for (const socket of sockets) socket.close();
  await app.close();
});

/** Everybody but the author looks at everything that is live, and so does the screen on the wall. */
async function listen(): Promise<void> {
  for (const actor of ACTORS) {
    const socket = await connect(app.url, scene.actors[actor]?.cookie).catch(() => null);
    if (socket !== null) sockets.push(socket);
  }
  sockets.push(await connect(app.url, undefined, { auth: { screen: scene.screenToken } }));
  for (const socket of sockets) {
    socket.onAny((...frame: unknown[]) => void frames.push(frame));
    for (const name of Object.keys(MESSAGES).filter((message) => message.endsWith(':watch')))
      frames.push([await ask(socket, name, { eventId: scene.eventId, ...(name === 'board:watch' && { since: 0 }) })]);
  }
}

/** Also what is refused, and what breaks while it is written: errors like to repeat what they were given. */
async function writeEverything(): Promise<void> {
  const as = { cookie: author.cookie };
  const upload = (id: string, bytes: Buffer) =>
    app.http
      .put(`${note()}/voice/${id}`)
      .set(as)
      .attach('file', bytes, { filename: `${of('file')}.webm` });
  await app.http.put(note()).set(as).send(words(0)).expect(200);
  await upload(voiceId, voice).expect(200);
  await app.http
    .put(note())
    .set(as)
    .send({ ...words(7), text: of('conflict') })
    .expect(409);
  await app.http
    .put(note())
    .set(as)
    .send({ ...words(1), text: of('long').repeat(200) })
    .expect(400);
  await upload(randomUUID(), Buffer.from(of('nonsense'))).expect(400);
  await upload(randomUUID(), voice).expect(409);
  await app.http
    .get('/api/me/conversations')
    .query({ q: of('query') })
    .set(as)
    .expect(200);
  await app.dataSource.query('ALTER TABLE voice_notes RENAME TO gone');
  await app.http.put(note()).set(as).send(words(1)).expect(500);
  await app.dataSource.query('ALTER TABLE gone RENAME TO voice_notes');
}

async function answer(route: string, account: TestAccount | null, actor: (typeof ACTORS)[number]): Promise<Buffer> {
  const [method = '', template = ''] = route.split(' ');
  const { query = {}, params = {} } = CALLS[route]?.(scene, actor) ?? {};
  const values: Record<string, string> = {
    ...paramsFor(scene),
    registrationId: author.registrationId,
    ...params,
    encounterId,
    voiceId,
  };
  const path = template.replace(/:(\w+)|\*/gu, (found, name: string | undefined) => values[name ?? found] ?? found);
  const response = await fetch(`${app.url}${path}?${new URLSearchParams({ ...query, q: CANARY.slice(0, 20) })}`, {
    method,
    headers: { origin: TEST_ORIGIN, ...(account && { cookie: account.cookie }) },
  });
  expect([route, response.status]).not.toEqual([route, 500]);
  return Buffer.from(await response.arrayBuffer());
}

describe('F1: only its author ever reads a note', () => {
  it('finds it where it may be: with its author', async () => {
    const own = Buffer.concat([
      await answer('GET /api/me/conversations', author, 'attendee'),
      await answer('GET /api/events/:eventId/encounters', author, 'attendee'),
      await answer('GET /api/events/:eventId/encounters/:encounterId/note/voice/:voiceId', author, 'attendee'),
    ]);
    for (const what of ['text', 'mine', 'theirs', 'voice']) expect(own.includes(of(what))).toBe(true);
  });

  it('is in no answer of any route to anybody else', async () => {
    // Pictures of codes are slow to draw and could show no such thing.
    const reads = routesOf(app.app).filter((route) => /^GET (?!.*\.png$)/u.test(route));
    expect(reads.length).toBeGreaterThan(50);
    for (const actor of ACTORS) {
      for (const route of reads) {
        const bytes = await answer(route, scene.actors[actor], actor);
        // What was asked for is no secret to whoever asked.
        const told = bytes
          .toString('latin1')
          .replaceAll(CANARY.slice(0, 20), (match, at: number, whole: string) =>
            whole.startsWith(CANARY, at) ? match : '',
          );
        expect([actor, route, told.includes(CANARY), told.includes('2027-01-31')]).toEqual([
          actor,
          route,
          false,
          false,
        ]);
      }
    }
  }, 300_000);

  it('is in no live message, and nothing live tells that there is one', async () => {
    await app.http
      .put(note())
      .set('cookie', author.cookie)
      .send({ ...words(2), text: of('again') })
      .expect(200);
    await app.settled();
    const heard = JSON.stringify(frames);
    expect(frames.length).toBeGreaterThan(5);
    expect(heard).not.toContain(CANARY);
    expect(heard).not.toContain('note:changed');
  });

  it('is in no line of the log', () => {
    const lines = log.join('');
    expect(lines).toContain('/note');
    expect(lines).not.toContain(CANARY);
  });

  it('is in no other table: not in mails, not in the board’s log', async () => {
    const tables: { name: string }[] = await app.dataSource.query(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
    );
    const holding: string[] = [];
    for (const { name } of tables) {
      const rows: { n: number }[] = await app.dataSource.query(
        `SELECT count(*)::int AS n FROM "${name}" t WHERE strpos(t::text, $1) > 0 OR strpos(t::text, encode(convert_to($1, 'UTF8'), 'hex')) > 0`,
        [CANARY],
      );
      if (rows[0]?.n) holding.push(name);
    }
    expect(holding.sort()).toEqual(['notes', 'voice_notes']);
  });
});
