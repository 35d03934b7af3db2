import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { BoardPhone } from '../../test/board-phone.js';
import { createAttendee, createEvent, type TestAttendee } from '../../test/factories.js';
import { createTestApp, TEST_ORIGIN, type TestApp, until } from '../../test/test-app.js';
import { startEmbeddedPostgres } from './embedded-postgres.js';
import { migrate } from './migrate.js';

interface Answered {
  status: number;
  retryAfter: string | null;
}

/** How PostgreSQL ends: killed, told to stop at once, told to stop in order. */
const ENDS = ['SIGKILL', 'SIGQUIT', 'SIGINT'] as const;
const PHONES = 8;
/** On a machine that may stand still for seconds. */
const PATIENCE_MS = 60_000;

describe('F12: PostgreSQL ends under load', () => {
  let dataDir: string;
  let postgres: Awaited<ReturnType<typeof startEmbeddedPostgres>>;
  let test: TestApp;
  const told: string[] = [];
  const thrown: unknown[] = [];
  const note = (reason: unknown) => thrown.push(reason);

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'teabreak-restart-'));
    await chmod(dataDir, 0o755);
    postgres = await startEmbeddedPostgres({
      dataDir,
      dataDirChosen: true,
      tell: (message) => told.push(message),
    });
    await migrate(postgres.url);
    process.on('unhandledRejection', note);
    process.on('uncaughtException', note);
    // With the fan-out over PostgreSQL, so that its connections are lost as well.
    test = await createTestApp({ databaseUrl: postgres.url, config: { databaseUrl: postgres.url } });
  });
  afterAll(async () => {
    await test.close();
    process.off('unhandledRejection', note);
    process.off('uncaughtException', note);
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  const postmaster = async () =>
    Number.parseInt(await readFile(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').catch(() => ''), 10);
  const isReady = async () => (await fetch(`${test.url}/api/health/ready`)).status === 200;

  async function ask(method: string, path: string, cookie: string, body?: object): Promise<Answered> {
    const response = await fetch(`${test.url}/api${path}`, {
      method,
      headers: { origin: TEST_ORIGIN, cookie, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    await response.arrayBuffer();
    return { status: response.status, retryAfter: response.headers.get('retry-after') };
  }

  it.each(ENDS)(
    '%s: 503 with Retry-After meanwhile, then back by itself, nothing acknowledged is lost',
    async (signal) => {
      const { eventId } = await createEvent(test.dataSource);
      const people = await Promise.all(
        Array.from({ length: PHONES }, () => createAttendee(test.dataSource, eventId, { checkedIn: true })),
      );
      const watching = await BoardPhone.open(test.url, people[0]?.cookie ?? '', eventId);
      const answers: Answered[] = [];
      const kept: string[] = [];
      let running = true;
      const phone = async ({ cookie }: TestAttendee) => {
        // What follows is within what a person may send in a minute.
        for (let at = 0; running; at += 1) {
          const clientId = randomUUID();
          const posted = await ask('POST', `/events/${eventId}/messages`, cookie, { clientId, text: 'tea' });
          if (posted.status === 201) kept.push(clientId);
          answers.push(posted);
          answers.push(
            await ask('PUT', `/events/${eventId}/me/presence`, cookie, { presence: at % 2 ? 'free' : 'away' }),
          );
          answers.push(await ask('GET', `/events/${eventId}/board`, cookie));
          await sleep(200);
        }
      };
      const load = people.map(phone);
      await until(() => kept.length >= PHONES);

      const before = await postmaster();
      process.kill(before, signal);
      await until(async () => !(await isReady()));
      expect((await fetch(`${test.url}/api/health/live`)).status).toBe(200);
      await until(async () => ![before, Number.NaN].includes(await postmaster()), PATIENCE_MS);
      await until(isReady, PATIENCE_MS);
      const keptBefore = kept.length;
      await until(() => kept.length >= keptBefore + PHONES, PATIENCE_MS);
      running = false;
      await Promise.all(load);
      await until(() => watching.isRight(), PATIENCE_MS);
      watching.close();

      const refused = answers.filter(({ status }) => status >= 400);
      expect(refused.length).toBeGreaterThan(0);
      expect(new Set(refused.map(({ status, retryAfter }) => `${status} ${retryAfter}`))).toEqual(new Set(['503 2']));
      const stored: { id: string }[] = await test.dataSource.query(
        'SELECT client_id AS id FROM room_messages WHERE event_id = $1',
        [eventId],
      );
      // Not what was refused: whether that was written before the connection broke, nobody can know.
      const ids = new Set(stored.map(({ id }) => id));
      expect(kept.filter((id) => !ids.has(id))).toEqual([]);
      expect(told.slice(-2)).toEqual([
        'The embedded PostgreSQL has ended. Starting it again.',
        'The embedded PostgreSQL runs again.',
      ]);
      expect(thrown).toEqual([]);
    },
    300_000,
  );
});
