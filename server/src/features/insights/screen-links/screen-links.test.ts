import { randomUUID } from 'node:crypto';
import type { ScreenLink } from '@teabreak/shared';
import {
  createAccount,
  createAttendee,
  createEvent,
  createHelper,
  createScreenLink,
  type TestAccount,
} from '../../../../test/factories.js';
import { connect, nextEvent } from '../../../../test/sockets.js';
import { createTestApp, type TestApp } from '../../../../test/test-app.js';

const HOUR = 3_600_000;
let t: TestApp;
let owner: TestAccount;
let eventId: string;
let endsAt: Date;
beforeAll(async () => {
  t = await createTestApp();
});
beforeEach(async () => {
  t.clock.set(new Date());
  endsAt = new Date(t.clock.now().getTime() + 3 * HOUR);
  owner = await createAccount(t.dataSource);
  ({ eventId } = await createEvent(t.dataSource, { ownerId: owner.accountId, endsAt }));
});
afterAll(() => t.close());

const as = ({ cookie }: TestAccount) => t.phone({ cookie });
const links = () => `/api/events/${eventId}/screen-links`;
const create = async (input: object = {}): Promise<ScreenLink> =>
  (
    await as(owner)
      .post(links())
      .send({ requestId: randomUUID(), ...input })
      .expect(201)
  ).body;
const list = async (): Promise<ScreenLink[]> => (await as(owner).get(links()).expect(200)).body;
const view = (token: string | null) => t.phone({ authorization: `Bearer ${token}` }).get('/api/screen');
const projector = (token: string | null) => connect(t.url, undefined, { auth: { screen: token } });

it('B4: a link opens the wall of its event until the time that the organizer chose, and not a second longer', async () => {
  const evening = await create({ name: 'Main hall', hoursAfterEnd: 6 });
  expect(evening).toMatchObject({ name: 'Main hall', expiresAt: new Date(endsAt.getTime() + 6 * HOUR).toISOString() });
  const usual = await create();
  expect(usual.expiresAt).toBe(new Date(endsAt.getTime() + 48 * HOUR).toISOString());
  t.clock.set(new Date(endsAt.getTime() + 6 * HOUR - 1000));
  expect((await view(evening.token)).status).toBe(200);
  t.clock.set(new Date(endsAt.getTime() + 6 * HOUR));
  expect((await view(evening.token)).status).toBe(404);
  await expect(projector(evening.token)).rejects.toMatchObject({ data: { code: 'not_found' } });
  expect((await view(usual.token)).status).toBe(200);
  expect((await list()).map(({ id }) => id)).toEqual([usual.id]);
});

it('a link moves with an event that is put off, and one made after the end counts from then', async () => {
  const link = await create({ hoursAfterEnd: 6 });
  const later = new Date(endsAt.getTime() + 24 * HOUR);
  await t.dataSource.query('UPDATE events SET ends_at = $2 WHERE id = $1', [eventId, later]);
  expect((await list())[0]?.expiresAt).toBe(new Date(later.getTime() + 6 * HOUR).toISOString());
  t.clock.set(new Date(later.getTime() + 100 * HOUR));
  expect((await view(link.token)).status).toBe(404);
  const late = await create({ hoursAfterEnd: 6 });
  expect(late.expiresAt).toBe(new Date(t.clock.now().getTime() + 6 * HOUR).toISOString());
  expect((await view(late.token)).status).toBe(200);
});

it('threat 27: nobody finds a link by trying, and the database does not know them either', async () => {
  const { id, token } = await create();
  const signature = String(token).slice(-22);
  const forged = [
    String(token).replace(signature, 'A'.repeat(22)),
    `S1.${randomUUID().replaceAll('-', '')}.${signature}`,
    ...[id, '', 'Bearer', `${token} `, `${token}x`, '你'.repeat(22), 'x'.repeat(32), 'x'.repeat(5000)],
  ];
  for (const attempt of forged) expect([attempt, (await view(encodeURI(attempt))).status]).toEqual([attempt, 404]);
  const rows = JSON.stringify(await t.dataSource.query('SELECT * FROM screen_links WHERE id = $1', [id]));
  expect(rows).not.toContain(signature);
  for (const path of ['', '/now', '/team', '/board', '/screen-links'])
    for (const [header, value] of [
      ['cookie', `teabreak_session=${token}`],
      ['authorization', `Bearer ${token}`],
    ] as const)
      expect((await t.phone({ [header]: value }).get(`/api/events/${eventId}${path}`)).status).toBe(401);
});

it('a link taken away shows nothing any more, and its socket is closed; the others stay', async () => {
  const [gone, stays] = [await create({ name: 'Foyer' }), await create({ name: 'Main hall' })];
  const [socket, other] = [await projector(gone.token), await projector(stays.token)];
  const closed = new Promise((resolve) => socket.once('disconnect', resolve));
  const told = nextEvent(socket, 'screen:changed');
  await as(owner).delete(`${links()}/${gone.id}`).expect(204);
  expect(await closed).toBe('io server disconnect');
  expect(await told).toEqual({ eventId });
  expect((await view(gone.token)).status).toBe(404);
  await expect(projector(gone.token)).rejects.toMatchObject({ data: { code: 'not_found' } });
  expect(other.connected).toBe(true);
  expect((await view(stays.token)).status).toBe(200);
  await as(owner).delete(`${links()}/${gone.id}`).expect(204);
  const ended = new Promise((resolve) => other.once('disconnect', resolve));
  await as(owner).delete(links()).expect(204);
  await ended;
  expect(await list()).toEqual([]);
});

it('a link from before links were signed goes on working, can be taken away, and is never shown', async () => {
  const { linkId, token } = await createScreenLink(t.dataSource, eventId);
  expect((await view(token)).status).toBe(200);
  expect(await list()).toMatchObject([{ id: linkId, token: null }]);
  await as(owner).delete(`${links()}/${linkId}`).expect(204);
  expect((await view(token)).status).toBe(404);
});

it('the list says when a link was last used, to the minute', async () => {
  const { token, lastUsedAt } = await create();
  expect(lastUsedAt).toBeNull();
  const seen: (string | null | undefined)[] = [];
  for (const seconds of [0, 30, 61]) {
    t.clock.set(new Date(endsAt.getTime() + seconds * 1000));
    await view(token);
    seen.push((await list())[0]?.lastUsedAt);
  }
  expect(seen).toEqual([0, 0, 61].map((seconds) => new Date(endsAt.getTime() + seconds * 1000).toISOString()));
});

it('a request that is sent twice makes one link, and nobody makes more than a venue has screens', async () => {
  const requestId = randomUUID();
  const twice = await Promise.all([create({ requestId }), create({ requestId })]);
  expect(twice[0]).toEqual(twice[1]);
  expect(await list()).toHaveLength(1);
  for (let made = 1; made < 20; made += 1) await create();
  const refused = await as(owner).post(links()).send({ requestId: randomUUID() });
  expect([refused.status, refused.body.code]).toEqual([409, 'screen_links_limit']);
  expect((await create({ requestId })).id).toBe(twice[0]?.id);
});

it('E6: those who stand beside the projector may; the door and guests may not; another event’s link is not there', async () => {
  const link = await create();
  const host = await createHelper(t.dataSource, eventId, 'host');
  const door = await createHelper(t.dataSource, eventId, 'door');
  const guest = await createAttendee(t.dataSource, eventId);
  expect((await as(host).get(links())).body).toEqual([link]);
  for (const who of [door, guest]) expect((await as(who).get(links())).status).toBe(403);
  const elsewhere = await createAccount(t.dataSource);
  const foreign = await createEvent(t.dataSource, { ownerId: elsewhere.accountId });
  const attempt = await as(elsewhere).delete(`/api/events/${foreign.eventId}/screen-links/${link.id}`);
  expect(attempt.status).toBe(404);
  expect((await view(link.token)).status).toBe(200);
});
