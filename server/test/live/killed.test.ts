import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { BoardPhone } from '../board-phone.js';
import { createAttendee, createEvent, type TestAttendee } from '../factories.js';
import { type FaultProxy, faultProxy } from '../faults.js';
import { NodeProcess } from '../node-process.js';
import { connect, type TestSocket } from '../sockets.js';
import { createTestApp, type TestApp, until } from '../test-app.js';
import { createTestDatabase, type TestDatabase } from '../test-database.js';
import { callsTo } from './board-acts.js';

/** How long the answer to its commit is on its way at first to the server that dies meanwhile. */
const ANSWER_TAKES_MS = 400;

describe('F17: a server is killed after its commit and before it could tell anybody', () => {
  let database: TestDatabase;
  let proxy: FaultProxy;
  let other: TestApp;
  let node: NodeProcess;
  let eventId: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    proxy = await faultProxy(Number(new URL(database.url).port));
    other = await createTestApp({ databaseUrl: database.url, config: { databaseUrl: database.url } });
    other.clock.set(new Date());
    const through = new URL(database.url);
    through.port = String(proxy.port);
    node = await NodeProcess.start({ databaseUrl: through.href });
    ({ eventId } = await createEvent(other.dataSource, { startsAt: new Date() }));
  }, 200_000);
  afterAll(async () => {
    await node?.close();
    await other?.close();
    await proxy?.close();
    await database?.drop();
  });

  /**
   * Somebody new asks the server for something, and it is killed in the moment in which `query` finds that this is done. Where the
   * machine stood still until it was answered, once more.
   */
  async function killAfter(
    [method, path, body]: [string, string, object?],
    query: string,
    come: () => Promise<TestAttendee>,
  ): Promise<void> {
    for (let answerTakes = ANSWER_TAKES_MS; ; answerTakes *= 2) {
      if (!node.isUp) await node.start();
      const { cookie, registrationId, sessionId } = await come();
      proxy.latency(answerTakes);
      let isAnswered = false;
      const answering = callsTo(node.url)(method, path, cookie, body).then((answer) => {
        isAnswered = answer !== null;
      });
      const parameters = [query.includes('sessions') ? sessionId : registrationId];
      for (let isDone = false; !isDone && !isAnswered; await sleep(2))
        isDone = (await other.dataSource.query<unknown[]>(query, parameters)).length > 0;
      await node.end('SIGKILL');
      await answering;
      proxy.latency(0);
      if (!isAnswered) return;
    }
  }

  it('who signed out is cut off elsewhere at once: PostgreSQL itself says so, and nothing else would', async () => {
    const db = other.dataSource;
    const come = () => createAttendee(db, eventId, { checkedIn: true });
    const words: string[] = [];
    const client = new pg.Client({ connectionString: database.url });
    client.on('notification', ({ payload = '' }) => words.push(payload));
    await client.connect();
    await client.query('LISTEN teabreak_removals');
    const isTold = ({ sessionId }: TestAttendee) => words.some((word) => word.includes(sessionId));

    const came: { who: TestAttendee; phone: TestSocket }[] = [];
    await killAfter(
      ['DELETE', 'sessions/current'],
      'SELECT 1 FROM sessions WHERE id = $1 AND revoked_at IS NOT NULL',
      async () => {
        const who = await come();
        came.push({ who, phone: await connect(other.url, who.cookie) });
        return who;
      },
    );
    await until(() => came.every(({ who, phone }) => !phone.connected && isTold(who)));

    // What a server leaves behind that dies there, where PostgreSQL does not tell.
    const [untold, later] = [await come(), await come()];
    const end = 'UPDATE sessions SET revoked_at = now() WHERE id = $1';
    await db.query('ALTER TABLE sessions DISABLE TRIGGER sessions_told_update');
    await db.query(end, [untold.sessionId]);
    await db.query('ALTER TABLE sessions ENABLE TRIGGER sessions_told_update');
    await db.query(end, [later.sessionId]);
    await until(() => isTold(later));
    expect(isTold(untold)).toBe(false);
    await client.end();
  }, 300_000);

  it('what changed on the board comes to phones elsewhere by itself', async () => {
    const db = other.dataSource;
    const watcher = await createAttendee(db, eventId, { checkedIn: true });
    const phone = await BoardPhone.open(other.url, watcher.cookie, eventId);
    const came: TestAttendee[] = [];
    await killAfter(
      ['PUT', `events/${eventId}/me/presence`, { presence: 'talking' }],
      `SELECT 1 FROM registrations WHERE id = $1 AND presence = 'talking'`,
      async () => {
        const who = await createAttendee(db, eventId, { checkedIn: true });
        came.push(who);
        return who;
      },
    );
    await until(() => phone.people.get(came.at(-1)?.registrationId ?? '')?.presence === 'talking');
    expect(phone.witness.faults).toEqual([]);
    phone.close();
  }, 300_000);
});
