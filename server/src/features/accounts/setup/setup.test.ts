import type { Me } from '@teabreak/shared';
import { createTestApp, type TestApp } from '../../../../test/test-app.js';
import { SetupService } from './setup.service.js';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());
beforeEach(() => t.startAfresh());

async function token(): Promise<string> {
  const link = await t.app.get(SetupService).linkForStart();
  expect(link).toMatch(/^http:\/\/teabreak\.test\/setup#(back=)?[\w-]{43}$/u);
  return link!.slice(-43);
}
const person = { name: 'Lin Yue', email: 'Lin.Yue@Example.com', locale: 'zh-CN' };

describe('set-up link', () => {
  it('makes its holder the first organizer and signs them in', async () => {
    const phone = t.phone();
    const answer = await phone.post('/api/setup').send({ token: await token(), ...person });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      signedIn: true,
      siteRole: 'first',
      email: 'lin.yue@example.com',
      locale: 'zh-CN',
    });
    expect(answer.headers['set-cookie']?.[0]).toMatch(/HttpOnly; SameSite=Lax$/u);
    expect((await phone.get('/api/me')).body).toEqual(answer.body);
  });

  it('works once: of two people who open it at the same time one gets in', async () => {
    const link = await token();
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() =>
        t
          .phone()
          .post('/api/setup')
          .send({ token: link, ...person }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 410, 410, 410]);
    expect(answers.filter(({ status }) => status === 410).every(({ body }) => body.code === 'setup_link_used')).toBe(
      true,
    );
  });

  it('two different links used at the same time make one first organizer', async () => {
    const [one, other] = [await token(), await token()];
    const answers = await Promise.all(
      [one, other].map((link, index) =>
        t
          .phone()
          .post('/api/setup')
          .send({ token: link, ...person, email: `p${index}@example.com` }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 410]);
    const rows = await t.dataSource.query(`SELECT count(*)::int AS count FROM accounts WHERE site_role = 'first'`);
    expect(rows[0].count).toBe(1);
  });

  it('a later one signs in as the first organizer, whatever is typed', async () => {
    const first = (await t.http.post('/api/setup').send({ token: await token(), ...person })).body as Me;
    const again = await t
      .phone()
      .post('/api/setup')
      .send({ token: await token(), name: 'Mallory', email: 'm@example.com', locale: 'en' });
    expect(again.body).toMatchObject({ id: first.id, name: 'Lin Yue', email: 'lin.yue@example.com' });
  });

  it('of a later start only signs in: it asks for no name, says so in its address, and works once', async () => {
    const early = await token();
    const back = (link: string) => t.phone().post('/api/setup/return').send({ token: link });
    expect((await back(early)).body.code).toBe('setup_link_used');
    const first = (await t.http.post('/api/setup').send({ token: early, ...person })).body as Me;
    const later = await t.app.get(SetupService).linkForStart();
    expect(later).toContain('/setup#back=');
    const answers = await Promise.all([1, 2, 3].map(() => back(later!.slice(-43))));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 410, 410]);
    expect(answers.find(({ status }) => status === 201)?.body).toMatchObject({ id: first.id, siteRole: 'first' });
  });

  it('ends after 24 hours', async () => {
    const link = await token();
    t.clock.advance(24 * 3_600_000);
    expect((await t.http.post('/api/setup').send({ token: link, ...person })).status).toBe(410);
  });

  it('is not spent by input that is refused, and names the field', async () => {
    const link = await token();
    const refused = await t.http.post('/api/setup').send({ token: link, ...person, email: 'nobody' });
    expect(refused.status).toBe(400);
    expect(refused.body.fields).toEqual([expect.objectContaining({ field: 'email', code: 'invalid_format' })]);
    expect((await t.http.post('/api/setup').send({ token: link, ...person })).status).toBe(201);
  });

  it('is stored as a hash only', async () => {
    const link = await token();
    const rows: { row: string }[] = await t.dataSource.query('SELECT setup_links::text AS row FROM setup_links');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.some(({ row }) => row.includes(link))).toBe(false);
  });
});

it('where mail is delivered, no link is made once the first organizer exists', async () => {
  const mailing = await createTestApp({ config: { smtpUrl: 'smtp://127.0.0.1:9' } });
  const setup = mailing.app.get(SetupService);
  const link = await setup.linkForStart();
  await mailing.http.post('/api/setup').send({ token: link?.split('#')[1], ...person });
  expect(await setup.linkForStart()).toBeNull();
  await mailing.close();
});
