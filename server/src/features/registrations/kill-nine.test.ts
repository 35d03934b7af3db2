import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BoardSnapshot, Guest, GuestPage } from '@teabreak/shared';
import { until } from '../../../test/test-app.js';

const KILLS = 5;
const PHONES = 4;
const SETUP_LINK = /\/setup#([\w-]{43})\s/u;
const consents = { takePart: true, board: true, screen: false, suggestions: false };

interface Answer {
  status: number;
  body: unknown;
  cookie: string;
}

/** The real server in a process of its own, with a database of its own, which outlives it. */
class Server {
  private child: ChildProcess | null = null;
  private text = '';

  constructor(
    private readonly dataDir: string,
    private readonly port: number,
  ) {}

  async start(): Promise<void> {
    this.text = '';
    const child = spawn(process.execPath, ['--import', './test/register-typescript.mjs', 'src/main.ts'], {
      cwd: resolve(import.meta.dirname, '../../..'),
      env: { PATH: process.env.PATH ?? '', PORT: String(this.port), DATA_DIR: this.dataDir, NODE_ENV: 'test' },
    });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (this.text += String(chunk)));
    this.child = child;
    await until(() => this.text.includes('Teabreak is ready'), 100_000);
  }

  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.child;
    this.child = null;
    if (!child) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  said(pattern: RegExp): string {
    return pattern.exec(this.text)?.[1] ?? '';
  }

  /** @throws when no answer came */
  async tell(...request: Parameters<Server['ask']>): Promise<Answer> {
    const answer = await this.ask(...request);
    if (answer === null) throw new Error(`No answer to ${request[0]} ${request[1]}`);
    return answer;
  }

  /** null: no answer came, so nothing is known. */
  async ask(method: string, path: string, body?: object, cookie = ''): Promise<Answer | null> {
    const headers = { 'x-teabreak': '1', cookie, ...(body && { 'content-type': 'application/json' }) };
    try {
      const response = await fetch(`http://127.0.0.1:${this.port}/api${path}`, {
        method,
        headers,
        ...(body && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      const [set = ''] = response.headers.getSetCookie();
      return { status: response.status, body: text === '' ? null : JSON.parse(text), cookie: set.split(';')[0] ?? '' };
    } catch {
      return null;
    }
  }
}

it('kill -9 between acknowledged writes: none is lost, none is half', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'teabreak-kill-'));
  await chmod(dataDir, 0o755);
  const server = new Server(dataDir, await freePort());
  try {
    await server.start();
    const desk = await setUp(server);
    const seen = { joined: new Set<string>(), checkedIn: new Set<string>(), unanswered: [] as object[] };
    for (let kill = 0; kill < KILLS; kill += 1) {
      const before = seen.checkedIn.size;
      let running = true;
      const phones = Array.from({ length: PHONES }, async () => {
        while (running) await joinAndCheckIn(server, desk, seen);
      });
      await until(() => seen.checkedIn.size > before, 100_000);
      await sleep(randomInt(20, 400));
      const ended = server.end('SIGKILL');
      running = false;
      await ended;
      await Promise.all(phones);
      await server.start();
      await verify(server, desk, seen);
    }
    // Who got no answer asks again with the same request: now everybody is on the list, and nobody twice.
    for (const input of seen.unanswered) {
      const answer = await server.tell('POST', `/public/events/${desk.slug}/registrations`, input);
      expect(answer.status).toBe(201);
      seen.joined.add((answer.body as { registrationId: string }).registrationId);
    }
    expect((await guests(server, desk)).length).toBe(seen.joined.size);
    expect(seen.joined.size).toBeGreaterThan(KILLS * 2);
  } finally {
    // In order, so that the embedded database ends with it.
    await server.end('SIGTERM');
    await rm(dataDir, { recursive: true, force: true });
  }
}, 600_000);

interface Desk {
  eventId: string;
  slug: string;
  cookie: string;
}
interface Seen {
  joined: Set<string>;
  checkedIn: Set<string>;
  unanswered: object[];
}

async function setUp(server: Server): Promise<Desk> {
  // The link follows the line that says it is ready, and may come in a chunk of its own.
  await until(() => server.said(SETUP_LINK) !== '');
  const token = server.said(SETUP_LINK);
  const first = await server.tell('POST', '/setup', { token, name: 'Olive', email: 'olive@example.org', locale: 'en' });
  expect(first.status).toBeLessThan(300);
  const event = {
    title: 'Mixer',
    timeZone: 'Asia/Shanghai',
    startsAt: new Date(Date.now() - 3_600_000).toISOString(),
    endsAt: new Date(Date.now() + 3_600_000).toISOString(),
  };
  const created = await server.tell('POST', '/events', event, first.cookie);
  expect(created.status).toBe(201);
  const { id, slug } = created.body as { id: string; slug: string };
  return { eventId: id, slug, cookie: first.cookie };
}

async function joinAndCheckIn(server: Server, desk: Desk, seen: Seen): Promise<void> {
  const requestId = randomUUID();
  const input = {
    requestId,
    name: `Guest ${requestId.slice(0, 8)}`,
    contact: { kind: 'wechat', value: `guest_${requestId.slice(0, 8)}` },
    goal: { kind: 'curious' },
    consents,
    locale: 'en',
  };
  const joined = await server.ask('POST', `/public/events/${desk.slug}/registrations`, input);
  if (joined?.status !== 201) return void seen.unanswered.push(input);
  const { registrationId } = joined.body as { registrationId: string };
  seen.joined.add(registrationId);
  const scan = { scanId: randomUUID(), registrationId };
  const scanned = await server.ask('POST', `/events/${desk.eventId}/check-ins`, scan, desk.cookie);
  if (scanned?.status === 200) seen.checkedIn.add(registrationId);
}

/** Everything that was acknowledged is there, and what is there fits together. */
async function verify(server: Server, desk: Desk, seen: Seen): Promise<void> {
  const list = new Map((await guests(server, desk)).map((guest) => [guest.id, guest]));
  expect([...seen.joined].filter((id) => list.get(id)?.status !== 'confirmed')).toEqual([]);
  expect([...seen.checkedIn].filter((id) => !list.get(id)?.checkedInAt)).toEqual([]);
  const event = await server.tell('GET', `/events/${desk.eventId}`, undefined, desk.cookie);
  expect((event.body as { taken: number }).taken).toBe(list.size);
  const answer = await server.tell('GET', `/events/${desk.eventId}/board`, undefined, desk.cookie);
  const { people, version } = answer.body as BoardSnapshot;
  // Everybody came once, each with a version of their own.
  expect(people.length).toBe(version);
  const shown = new Set(people.map(({ id }) => id));
  expect([...list.values()].filter(({ id, checkedInAt }) => (checkedInAt !== null) !== shown.has(id))).toEqual([]);
}

async function guests(server: Server, { eventId, cookie }: Desk): Promise<Guest[]> {
  const all: Guest[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const query: string = after === '' ? '' : `&after=${after}`;
    const answer = await server.tell('GET', `/events/${eventId}/registrations?limit=200${query}`, undefined, cookie);
    const page = answer.body as GuestPage;
    all.push(...page.guests);
    after = page.next;
  }
  return all;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
