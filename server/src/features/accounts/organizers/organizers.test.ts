import {
  createAccount,
  createEvent,
  createHelper,
  createRegistration,
  type TestAccount,
} from '../../../../test/factories.js';
import { createTestApp, type TestApp } from '../../../../test/test-app.js';

let t: TestApp;
let first: TestAccount;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());
beforeEach(async () => {
  await t.startAfresh();
  first = await createAccount(t.dataSource, { name: 'First', email: 'first@example.com', siteRole: 'first' });
});

const as = (cookie: string) => t.phone({ cookie });
const outbox = (): Promise<{ to: string; subject: string; body: string }[]> =>
  t.dataSource.query('SELECT recipient AS to, subject, body FROM mails ORDER BY created_at');

describe('organizers', () => {
  it('the first organizer lets an address create events; its owner hears of it once, in both languages', async () => {
    const input = { email: 'Mei@Example.com', name: 'Mei' };
    const added = await as(first.cookie).post('/api/organizers').send(input);
    expect([added.status, added.body]).toEqual([
      201,
      expect.objectContaining({ email: 'mei@example.com', siteRole: 'organizer' }),
    ]);
    expect((await as(first.cookie).post('/api/organizers').send(input)).body).toEqual(added.body);
    expect((await outbox()).map(({ to }) => to)).toEqual(['mei@example.com']);
    expect((await outbox())[0]?.body).toMatch(/you can now set up events[\s\S]*您现在可以/u);
    const list = (await as(first.cookie).get('/api/organizers')).body;
    expect(list.map(({ siteRole }: { siteRole: string }) => siteRole)).toEqual(['first', 'organizer']);
  });

  it('taken away, the right is gone with the next request; the first one keeps it', async () => {
    const mei = await createAccount(t.dataSource, { siteRole: 'organizer', email: 'mei@example.com' });
    expect((await as(first.cookie).delete(`/api/organizers/${mei.accountId}`)).status).toBe(204);
    expect((await as(mei.cookie).get('/api/me')).body.siteRole).toBe('none');
    for (const id of [mei.accountId, first.accountId, crypto.randomUUID()])
      expect((await as(first.cookie).delete(`/api/organizers/${id}`)).status).toBe(404);
  });

  it('nobody else may look, add, remove, or read the outbox', async () => {
    const { eventId } = await createEvent(t.dataSource);
    const others = [
      await createAccount(t.dataSource),
      await createAccount(t.dataSource, { siteRole: 'organizer' }),
      await createHelper(t.dataSource, eventId, 'owner'),
    ];
    for (const { cookie } of others) {
      expect((await as(cookie).get('/api/organizers')).status).toBe(403);
      expect((await as(cookie).post('/api/organizers').send({ email: 'x@example.com', name: 'X' })).status).toBe(403);
      expect((await as(cookie).delete(`/api/organizers/${first.accountId}`)).status).toBe(403);
      expect((await as(cookie).get('/api/mails')).status).toBe(403);
    }
    expect((await t.http.get('/api/organizers')).status).toBe(401);
    expect((await t.http.get('/api/mails')).status).toBe(401);
    expect(await outbox()).toEqual([]);
  });

  it('nobody makes themselves more than they are', async () => {
    const { cookie, accountId } = await createAccount(t.dataSource);
    for (const [path, body] of [
      ['/api/organizers', { email: 'x@example.com', name: 'X', siteRole: 'first' }],
      ['/api/sign-in/codes', { email: 'x@example.com', locale: 'en', siteRole: 'first' }],
    ] as const) {
      const answer = await as(first.cookie).post(path).send(body);
      expect([answer.status, answer.body.fields]).toEqual([
        400,
        [expect.objectContaining({ field: 'siteRole', code: 'unknown_field' })],
      ]);
    }
    for (const field of ['siteRole', 'email', 'id', 'emailVerifiedAt'])
      expect(
        (
          await as(cookie)
            .patch('/api/me')
            .send({ name: 'X', [field]: 'first' })
        ).status,
      ).toBe(400);
    const [row] = await t.dataSource.query('SELECT name, site_role FROM accounts WHERE id = $1', [accountId]);
    expect(row).toMatchObject({ site_role: 'none' });
    expect(row.name).not.toBe('X');
  });
});

describe('GET and PATCH /api/me', () => {
  it('says who I am, where I take part and what I run', async () => {
    const { eventId, slug, title } = await createEvent(t.dataSource, { title: 'Mixer' });
    const helper = await createHelper(t.dataSource, eventId, 'door');
    const { registrationId } = await createRegistration(t.dataSource, eventId, helper.accountId);
    const me = (await as(helper.cookie).get('/api/me')).body;
    expect(me.registrations).toEqual([{ eventId, slug, title, registrationId, status: 'confirmed' }]);
    expect(me.runs).toEqual([{ eventId, slug, title, role: 'door' }]);
  });

  it('changes name and language, each alone', async () => {
    const { cookie, name } = await createAccount(t.dataSource);
    expect((await as(cookie).patch('/api/me').send({ locale: 'zh-CN' })).body).toMatchObject({ name, locale: 'zh-CN' });
    expect((await as(cookie).patch('/api/me').send({ name: ' 王 小明 ' })).body).toMatchObject({
      name: '王 小明',
      locale: 'zh-CN',
    });
    const refused = await as(cookie).patch('/api/me').send({ name: 'a\u202eb', locale: 'fr' });
    expect(refused.body.fields.map(({ field }: { field: string }) => field).sort()).toEqual(['locale', 'name']);
    expect((await t.http.patch('/api/me').send({ name: 'X' })).status).toBe(401);
  });
});
