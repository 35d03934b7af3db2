import type { SessionView } from '@teabreak/shared';
import { createAccount, openSession, unknownId } from '../../../../test/factories.js';
import { connect, nextEvent } from '../../../../test/sockets.js';
import { createTestApp, type TestApp, until } from '../../../../test/test-app.js';
import { SessionsService } from './sessions.service.js';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());
beforeEach(() => t.startAfresh());

const as = (cookie: string) => t.phone({ cookie });
const DAY = 24 * 3_600_000;

async function fresh(siteRole: 'none' | 'organizer' = 'none'): Promise<{ accountId: string; cookie: string }> {
  const { accountId } = await createAccount(t.dataSource, { siteRole });
  const { token } = await t.app.get(SessionsService).open(t.dataSource.manager, accountId, 'test');
  return { accountId, cookie: `teabreak_session=${token}` };
}
const status = async (cookie: string) => (await as(cookie).get('/api/sessions')).status;

it('lists this account’s devices and says which one asks', async () => {
  const me = await createAccount(t.dataSource);
  const other = await openSession(t.dataSource, me.accountId);
  await createAccount(t.dataSource);
  const list: SessionView[] = (await as(me.cookie).get('/api/sessions')).body;
  expect(list.map(({ id, current }) => [id, current])).toEqual(
    expect.arrayContaining([
      [me.sessionId, true],
      [other.sessionId, false],
    ]),
  );
  expect(list).toHaveLength(2);
});

it('a revoked session is refused at once, and its socket is cut', async () => {
  const me = await createAccount(t.dataSource);
  const stolen = await openSession(t.dataSource, me.accountId);
  const socket = await connect(t.url, stolen.cookie);
  const ended = nextEvent(socket, 'session:ended');
  expect((await as(me.cookie).delete(`/api/sessions/${stolen.sessionId}`)).status).toBe(204);
  await ended;
  await until(() => !socket.connected);
  const refused = await as(stolen.cookie).get('/api/sessions');
  expect([refused.status, refused.body.code]).toEqual([401, 'session_ended']);
  await expect(connect(t.url, stolen.cookie)).rejects.toMatchObject({ data: { code: 'session_ended' } });
});

it('another person’s session is not found', async () => {
  const [me, other] = [await createAccount(t.dataSource), await createAccount(t.dataSource)];
  for (const id of [other.sessionId, unknownId()])
    expect((await as(me.cookie).delete(`/api/sessions/${id}`)).status).toBe(404);
  expect(await status(other.cookie)).toBe(200);
});

it('signing out ends the session, clears the cookie and works twice', async () => {
  const { cookie } = await createAccount(t.dataSource);
  const answer = await as(cookie).delete('/api/sessions/current');
  expect([answer.status, answer.headers['set-cookie']?.[0]]).toEqual([
    204,
    expect.stringMatching(/^teabreak_session=; Max-Age=0/u),
  ]);
  expect(await status(cookie)).toBe(401);
  expect((await as(cookie).delete('/api/sessions/current')).status).toBe(204);
});

it.each([
  ['none', 30, 90],
  ['organizer', 7, 30],
] as const)('an account with the site role %s: %i days idle, %i days at most', async (siteRole, idle, absolute) => {
  const used = await fresh(siteRole);
  const left = await fresh(siteRole);
  for (let day = 0; day < absolute - 1; day += idle - 1) {
    expect(await status(used.cookie)).toBe(200);
    t.clock.advance((idle - 1) * DAY);
  }
  expect(await status(left.cookie)).toBe(401);
  t.clock.advance(idle * DAY);
  expect(await status(used.cookie)).toBe(401);
});

it('tokens of any shape are answered, never believed', async () => {
  for (const token of ['', 'x', '%00', 'A'.repeat(43), 'A'.repeat(5000), '{}', "' OR 1=1 --"])
    expect((await t.http.get('/api/sessions').set('cookie', `teabreak_session=${token}`)).status).toBe(401);
});

it('only the hash of a token is stored', async () => {
  const { cookie } = await fresh();
  const rows: { row: string }[] = await t.dataSource.query('SELECT sessions::text AS row FROM sessions');
  const token = Buffer.from(cookie.split('=')[1]!);
  expect(rows.some(({ row }) => row.includes(token.toString()) || row.includes(token.toString('hex')))).toBe(false);
});
