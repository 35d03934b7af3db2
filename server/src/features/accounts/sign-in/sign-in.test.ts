import type { Me, SignInCodeRequested } from '@teabreak/shared';
import {
  createAccount,
  createContact,
  createEvent,
  createRegistration,
  openSession,
} from '../../../../test/factories.js';
import { createTestApp, type TestApp } from '../../../../test/test-app.js';
import { EmailClaims } from './email-claims.service.js';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());
beforeEach(() => t.startAfresh());

type Phone = TestApp['http'];
async function ask(email: string, phone: Phone = t.http, locale = 'en'): Promise<SignInCodeRequested> {
  const answer = await phone.post('/api/sign-in/codes').send({ email, locale });
  expect(answer.status).toBe(202);
  return answer.body;
}
async function mailedCode(email: string): Promise<string> {
  const rows: { body: string }[] = await t.dataSource.query(
    'SELECT body FROM mails WHERE recipient = $1 ORDER BY created_at DESC, ctid DESC LIMIT 1',
    [email],
  );
  return /\d{6}/u.exec(rows[0]!.body)![0];
}
const enter = (requestId: string, code: string, phone: Phone = t.http) =>
  phone.post('/api/sign-in/sessions').send({ requestId, code });
async function signIn(email: string, phone: Phone = t.phone()): Promise<Me> {
  const { requestId } = await ask(email, phone);
  const answer = await enter(requestId, await mailedCode(email.toLowerCase()), phone);
  expect(answer.status).toBe(201);
  return answer.body;
}
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

describe('asking for a code', () => {
  it('answers alike for an address that is known and one that is not', async () => {
    await createAccount(t.dataSource, { email: 'known@example.com' });
    const [known, unknown] = [await ask('known@example.com'), await ask('unknown@example.com')];
    expect(Object.keys(known)).toEqual(Object.keys(unknown));
    expect(known.expiresAt).toBe(unknown.expiresAt);
    const mails = await t.dataSource.query('SELECT length(subject) AS subject, length(body) AS body FROM mails');
    expect(mails[0]).toEqual(mails[1]);
  });

  it('is mailed in the language that was asked for', async () => {
    await ask('a@example.com', t.http, 'zh-CN');
    const [mail] = await t.dataSource.query('SELECT subject, body FROM mails');
    expect(mail.subject).toMatch(/^Teabreak 茶歇验证码：\d{6}$/u);
    expect(mail.body).toContain('10 分钟内有效');
  });

  it('mails at most five per address and hour, also when twenty requests come at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        t.http.post('/api/sign-in/codes').send({ email: 'a@example.com', locale: 'en' }),
      ),
    );
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(5);
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.body.code).toBe('too_many_requests');
    expect(refused?.headers['retry-after']).toBe('3600');
    expect((await t.dataSource.query('SELECT count(*)::int AS count FROM mails'))[0].count).toBe(5);
    t.clock.advance(3_600_001);
    await ask('a@example.com');
  });

  it('keeps the code as a keyed hash: the table does not give it away', async () => {
    await ask('a@example.com');
    const code = await mailedCode('a@example.com');
    const [{ row }] = await t.dataSource.query('SELECT sign_in_codes::text AS row FROM sign_in_codes');
    expect(row).not.toContain(code);
  });
});

describe('entering a code', () => {
  it('signs in once; the second use of the same code is refused', async () => {
    const { requestId } = await ask('a@example.com');
    const code = await mailedCode('a@example.com');
    const answers = await Promise.all([1, 2, 3].map(() => enter(requestId, code, t.phone())));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 410, 410]);
  });

  it('gives five tries; the sixth fails even when it is right', async () => {
    const { requestId } = await ask('a@example.com');
    const code = await mailedCode('a@example.com');
    for (const left of [4, 3, 2, 1, 0]) {
      const { status, body } = await enter(requestId, wrong(code));
      expect([status, body.code]).toEqual([400, 'wrong_code']);
      expect(body.message).toContain(`${left} tries left`);
      expect(body.fields).toEqual([expect.objectContaining({ field: 'code' })]);
    }
    expect((await enter(requestId, code)).body.code).toBe('code_expired');
  });

  it('evaluates five of fifty guesses that arrive together', async () => {
    const { requestId } = await ask('a@example.com');
    const code = await mailedCode('a@example.com');
    const answers = await Promise.all(Array.from({ length: 50 }, () => enter(requestId, wrong(code))));
    expect(answers.filter(({ body }) => body.code === 'wrong_code')).toHaveLength(5);
    expect(answers.filter(({ body }) => body.code === 'code_expired')).toHaveLength(45);
  });

  it('the counter is what holds them: without the condition all fifty are evaluated', async () => {
    const { requestId } = await ask('a@example.com');
    await t.dataSource.query('ALTER TABLE sign_in_codes DROP CONSTRAINT sign_in_codes_five_tries');
    const evaluated = await Promise.all(
      Array.from({ length: 50 }, () =>
        t.dataSource.query('UPDATE sign_in_codes SET tries = tries + 1 WHERE id = $1 RETURNING tries', [requestId]),
      ),
    );
    expect(evaluated.filter(([rows]) => rows.length === 1)).toHaveLength(50);
  });

  it('is bound to the request that asked for it', async () => {
    await ask('a@example.com');
    const code = await mailedCode('a@example.com');
    const { requestId } = await ask('b@example.com');
    if (code !== (await mailedCode('b@example.com')))
      expect((await enter(requestId, code)).body.code).toBe('wrong_code');
  });

  it('the newest code makes the older ones worthless', async () => {
    const first = await ask('a@example.com');
    const code = await mailedCode('a@example.com');
    t.clock.advance(1000);
    await ask('a@example.com');
    expect((await enter(first.requestId, code)).body.code).toBe('code_expired');
  });

  it('works for ten minutes', async () => {
    const { requestId } = await ask('a@example.com');
    t.clock.advance(10 * 60_000);
    expect((await enter(requestId, await mailedCode('a@example.com'))).body.code).toBe('code_expired');
  });

  it('names the field of input that has the wrong shape', async () => {
    for (const [body, field] of [
      [{ requestId: 'x', code: '123456' }, 'requestId'],
      [{ requestId: crypto.randomUUID(), code: '12345' }, 'code'],
      [{ requestId: crypto.randomUUID(), code: 123456 }, 'code'],
      [{ requestId: crypto.randomUUID(), code: '123456', accountId: crypto.randomUUID() }, 'accountId'],
    ] as const) {
      const answer = await t.http.post('/api/sign-in/sessions').send(body);
      expect([answer.status, answer.body.code, answer.body.fields[0].field]).toEqual([400, 'invalid_input', field]);
    }
  });
});

describe('whose account it is', () => {
  it('the account that has the address', async () => {
    const { accountId } = await createAccount(t.dataSource, { email: 'a@example.com', name: 'Ana' });
    expect(await signIn('A@Example.com')).toMatchObject({ id: accountId, name: 'Ana' });
  });

  it('a new one without rights for an address nobody has', async () => {
    const me = await signIn('nobody@example.com');
    expect(me).toMatchObject({ name: 'nobody', siteRole: 'none', registrations: [], runs: [] });
    expect((await signIn('nobody@example.com')).id).toBe(me.id);
  });

  it('E2: the newest account that joined with it; sessions of whoever typed it before end', async () => {
    const db = t.dataSource;
    const older = await createAccount(db, { name: 'Older' });
    await createContact(db, older.accountId, 'email', 'a@example.com');
    await db.query(`UPDATE accounts SET created_at = now() - interval '1 day' WHERE id = $1`, [older.accountId]);
    const joined = await createAccount(db, { name: 'Newer' });
    await createContact(db, joined.accountId, 'email', 'A@example.com');
    expect((await t.http.get('/api/me').set('cookie', joined.cookie)).body.signedIn).toBe(true);
    expect(await signIn('a@example.com')).toMatchObject({ id: joined.accountId, email: 'a@example.com' });
    expect((await t.http.get('/api/me').set('cookie', joined.cookie)).body.signedIn).toBe(false);
    expect((await t.http.get('/api/me').set('cookie', older.cookie)).body.signedIn).toBe(true);
  });

  it('never the account of somebody who named it as a further contact, or who has an address', async () => {
    const assistant = await createAccount(t.dataSource, { name: 'Assistant' });
    await createContact(t.dataSource, assistant.accountId, 'phone', '+8613800000000');
    await createContact(t.dataSource, assistant.accountId, 'email', 'boss@example.com');
    const other = await createAccount(t.dataSource, { name: 'Other', email: 'other@example.com' });
    await createContact(t.dataSource, other.accountId, 'email', 'boss@example.com');
    expect([assistant.accountId, other.accountId]).not.toContain((await signIn('boss@example.com')).id);
  });

  it('E5: a guest of the list gets the name that stands there, and what claims it hears of it', async () => {
    const { eventId } = await createEvent(t.dataSource);
    await createRegistration(t.dataSource, eventId, null, { name: '王小明', email: 'ming@example.com' });
    const heard: string[] = [];
    t.app.get(EmailClaims).add(async (_manager, accountId, email) => {
      heard.push(`in ${accountId} ${email}`);
      return () => void heard.push('after');
    });
    const me = await signIn('ming@example.com');
    expect(me.name).toBe('王小明');
    expect(heard).toEqual([`in ${me.id} ming@example.com`, 'after']);
  });

  it('people who enter their first code at the same moment get one account', async () => {
    const codes = [];
    for (const _ of [1, 2]) {
      const { requestId } = await ask('a@example.com');
      codes.push({ requestId, code: await mailedCode('a@example.com') });
      await t.dataSource.query(`UPDATE sign_in_codes SET expires_at = $1`, [
        new Date(t.clock.now().getTime() + 60_000),
      ]);
      t.clock.advance(1000);
    }
    const answers = await Promise.all(codes.map(({ requestId, code }) => enter(requestId, code, t.phone())));
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(answers[0]?.body.id).toBe(answers[1]?.body.id);
  });
});

describe('session fixation', () => {
  it('a cookie that was there before never becomes the session, and the one it named ends', async () => {
    const { accountId, cookie } = await createAccount(t.dataSource, { email: 'a@example.com' });
    const elsewhere = await openSession(t.dataSource, accountId);
    const phone = t.phone({ cookie });
    const { requestId } = await ask('a@example.com', phone);
    const answer = await enter(requestId, await mailedCode('a@example.com'), phone);
    expect(answer.headers['set-cookie']?.[0]).not.toContain(cookie);
    expect((await t.http.get('/api/me').set('cookie', cookie)).body.signedIn).toBe(false);
    expect((await t.http.get('/api/me').set('cookie', elsewhere.cookie)).body.signedIn).toBe(true);
  });

  it('a token that a browser made up stays worthless after signing in with it', async () => {
    const planted = `teabreak_session=${'A'.repeat(43)}`;
    const phone = t.phone({ cookie: planted });
    const { requestId } = await ask('a@example.com', phone);
    expect((await enter(requestId, await mailedCode('a@example.com'), phone)).status).toBe(201);
    expect((await t.http.get('/api/me').set('cookie', planted)).body).toEqual({ signedIn: false });
  });
});

describe('an address for the account one has', () => {
  const prove = async (phone: Phone, email: string) =>
    phone.put('/api/me/email').send({ requestId: (await ask(email, phone)).requestId, code: await mailedCode(email) });

  it('E2: is proven by the mailed code, and the phone stays signed in as who it was', async () => {
    const { accountId, cookie } = await createAccount(t.dataSource, { name: 'Mei' });
    const phone = t.phone({ cookie });
    const answer = await prove(phone, 'mei@example.com');
    expect([answer.status, answer.body.id, answer.body.email]).toEqual([200, accountId, 'mei@example.com']);
    expect((await signIn('mei@example.com')).id).toBe(accountId);
    expect((await phone.get('/api/me')).body.id).toBe(accountId);
  });

  it('is nobody else’s: an address that has an account is refused, and a wrong code proves nothing', async () => {
    await createAccount(t.dataSource, { email: 'boss@example.com' });
    const phone = t.phone({ cookie: (await createAccount(t.dataSource)).cookie });
    const taken = await prove(phone, 'boss@example.com');
    expect([taken.status, taken.body.code]).toEqual([409, 'email_taken']);
    const { requestId } = await ask('free@example.com', phone);
    const guess = await phone
      .put('/api/me/email')
      .send({ requestId, code: wrong(await mailedCode('free@example.com')) });
    expect([guess.status, guess.body.code]).toEqual([400, 'wrong_code']);
    expect((await phone.get('/api/me')).body.email).toBeNull();
  });
});
