import { randomUUID } from 'node:crypto';
import { MyData } from '@teabreak/shared';
import { strFromU8, unzipSync } from 'fflate';
import { createAccount, createAttendee, createEvent, createHelper, openSession } from '../../../test/factories.js';
import { createFullLife, type FullLife, MINE, THEIRS } from '../../../test/full-life.js';
import { connect, nextEvent } from '../../../test/sockets.js';
import { createTestApp, type TestApp } from '../../../test/test-app.js';
import { PersonalDataParts, type PersonalTable } from '../../common/personal-data/personal-data.js';

/** Of the tools below: they hold nothing that the application writes of people. */
const NOBODYS_TABLES = ['migrations'];
const HOUR = 3_600_000;

/** Takes everything along first, and goes in the end. */
let life: FullLife;
let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
  t.clock.set(new Date());
  life = await createFullLife(t.dataSource);
});
afterAll(() => t.close());

const as = ({ cookie }: { cookie: string }) => t.phone({ cookie });

async function exportOf(person: { cookie: string }) {
  const answer = await as(person)
    .get('/api/my-data/export')
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    });
  expect([answer.status, answer.type]).toEqual([200, 'application/zip']);
  const files = unzipSync(answer.body as Buffer);
  const json = strFromU8(files['teabreak.json'] ?? new Uint8Array());
  return { files, json, data: MyData.parse(JSON.parse(json)) };
}

function declared(): Record<string, PersonalTable> {
  return Object.assign(
    {},
    ...t.app
      .get(PersonalDataParts)
      .all()
      .map(({ tables }) => tables),
  );
}

/** Tables in which a row holds any of the words, however it spells them. */
async function tablesWith(words: readonly string[]): Promise<string[]> {
  const tables: { name: string }[] = await t.dataSource.query(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
  );
  const holding: string[] = [];
  for (const { name } of tables)
    for (const word of words) {
      const rows: { n: number }[] = await t.dataSource.query(
        `SELECT count(*)::int AS n FROM "${name}" t WHERE strpos(lower(t::text), lower($1)) > 0
           OR strpos(t::text, encode(convert_to($1, 'UTF8'), 'hex')) > 0`,
        [word],
      );
      if (rows[0]?.n) holding.push(`${name}: ${word}`);
    }
  return holding;
}

describe('P2: no table is forgotten', () => {
  it('every table says what an export and a deletion do with it, and every part of the export is filled by one noun', async () => {
    const tables: { name: string }[] = await t.dataSource.query(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`,
    );
    const parts = t.app.get(PersonalDataParts).all();
    const said = parts.flatMap((part) => Object.keys(part.tables));
    expect([...said, ...NOBODYS_TABLES].sort()).toEqual(tables.map(({ name }) => name).sort());
    const sections = parts.flatMap((part) =>
      part.sections({ accountId: '', sessionId: '', locale: 'en', siteRole: 'none' }).map(({ name }) => name),
    );
    expect([...sections, 'format', 'version', 'exportedAt'].sort()).toEqual(Object.keys(MyData.shape).sort());
  });

  it('a row that is to stay does not go with the account, and every other one does', async () => {
    const keys: { table: string; column: string; rule: 'c' | 'n' | 'a' }[] = await t.dataSource.query(
      `SELECT conrelid::regclass::text AS table, a.attname AS column, confdeltype AS rule FROM pg_constraint
       JOIN pg_attribute a ON a.attrelid = conrelid AND a.attnum = conkey[1]
       WHERE contype = 'f' AND confrelid = 'accounts'::regclass`,
    );
    expect(keys.length).toBeGreaterThan(25);
    const all = declared();
    for (const { table, column, rule } of keys) {
      const afterwards = all[table]?.afterwards;
      const stays = typeof afterwards === 'object' && afterwards.own !== column && !afterwards.ghost?.includes(column);
      expect([table, column, stays && rule === 'c']).toEqual([table, column, false]);
      // Only a row that stays may outlive the account it names.
      expect([table, column, afterwards === 'deleted' && rule !== 'c']).toEqual([table, column, false]);
    }
  });
});

describe('P2: everything about me, and nothing of others', () => {
  let mine: Awaited<ReturnType<typeof exportOf>>;
  beforeAll(async () => {
    mine = await exportOf(life.me);
  });

  it('holds all of mine, files included, and no word that I may not read', () => {
    const { data, json, files } = mine;
    expect(
      Object.entries(data).filter(([, part]) => part === null || (Array.isArray(part) && part.length === 0)),
    ).toEqual([]);
    const words = [
      'headline',
      'company',
      'scarf',
      'latin',
      'town',
      'seeks',
      'offers',
      'sentence',
      'note',
      'promise',
      'they',
      'touch',
    ];
    const more = ['reason', 'asks', 'passes', 'wishes', 'ask', 'thread', 'helps', 'message'];
    for (const word of [...words, ...more]) expect(json).toContain(`${MINE}-${word}`);
    expect(json).toContain('bob_shown_to_me');
    expect(json).toContain('bob answers me');
    const voice = data.conversations[0]?.note?.voice?.file ?? '';
    expect(strFromU8(files[voice] ?? new Uint8Array())).toBe(`${MINE}-voice`);
    expect(strFromU8(files['wechat-qr.png'] ?? new Uint8Array(), true).slice(1, 4)).toBe('PNG');
    for (const file of Object.values(files)) expect(strFromU8(file, true)).not.toContain(THEIRS);
    expect(Object.keys(files).filter((name) => name.startsWith('voice/'))).toHaveLength(1);
    expect(json).not.toMatch(/token|_hash|"code"|123456/u);
  });

  it('I2: a silent no stays silent, and a request that was not passed on is not there', () => {
    const { data } = mine;
    expect(data.introductions.map(({ myPart, state, target }) => [myPart, target, state]).sort()).toEqual([
      ['introducer', 'Carl', 'passed-on'],
      ['requester', 'Bob', 'agreed'],
      ['requester', 'Carl', 'asked'],
    ]);
    expect(data.askThreads.find(({ part }) => part === 'helper')?.state).toBe('waiting');
  });

  it('ten thousand messages come in pages, each once and in their order', async () => {
    await t.dataSource.query(
      `INSERT INTO room_messages (event_id, seq, author_account_id, author_name, client_id, text, created_at)
       SELECT $1, 10 + n, $2, 'Ivy', gen_random_uuid(), 'message ' || n, now() + n / 3 * interval '1 second' FROM generate_series(1, 10000) n`,
      [life.eventId, life.ivy.accountId],
    );
    const { data } = await exportOf(life.ivy);
    expect(new Set(data.messages.map(({ text }) => text)).size).toBe(10_000);
    const times = data.messages.map(({ at }) => at);
    expect(times).toEqual([...times].sort());
  });
});

describe('P2: deleting my account', () => {
  const remove = (person: { cookie: string; name: string }, name = person.name) =>
    as(person).post('/api/my-data/deletion').send({ name, code: null });

  it('leaves no word of mine in any table, and everybody else’s', async () => {
    const { me } = life;
    const before = await tablesWith([MINE]);
    expect(before.length).toBeGreaterThan(15);
    const theirs = await tablesWith([THEIRS]);
    const socket = await connect(t.url, me.cookie);
    const cut = nextEvent(socket, 'session:ended', 20_000);

    const overview = await as(me).get('/api/my-data').expect(200);
    expect(overview.body).toEqual({ name: me.name, codeTo: null, handOver: [] });
    await remove(me, 'Somebody else').expect(400);
    await remove(me).expect(204);
    await t.settled();
    await cut;

    expect(await tablesWith([MINE, me.accountId])).toEqual([]);
    expect(await tablesWith([THEIRS])).toEqual(theirs);
    expect((await as(me).get('/api/me')).body).toEqual({ signedIn: false });
    expect((await as(me).get('/api/my-data')).status).toBe(401);
    socket.close();
  });

  it('at an event that goes on the seat is free, the board empty of me, and what was under way ends; others keep their talk', async () => {
    const another = await createFullLife(t.dataSource);
    const { me, bob, eventId } = another;
    const owner = await openSession(t.dataSource, another.ownerId);
    const taken = async () => (await t.dataSource.query('SELECT taken FROM events WHERE id = $1', [eventId]))[0].taken;
    const [seats, version] = [await taken(), 1];
    const boardOf = async () => (await as(bob).get(`/api/events/${eventId}/board`)).text;
    expect(await boardOf()).toContain(MINE);
    await remove(me).expect(204);
    await t.settled();
    // Hers, and the one that somebody had entered with her address.
    expect(await taken()).toBe(seats - 2);
    expect(await boardOf()).not.toContain(MINE);
    const changes = await as(bob)
      .get(`/api/events/${eventId}/board/changes`)
      .query({ since: version - 1 });
    expect(JSON.stringify(changes.body)).toContain(me.registrationId);
    expect(changes.text).not.toContain(MINE);
    const { body } = await as(bob).get('/api/me/conversations').expect(200);
    expect(JSON.stringify(body)).toContain(`${THEIRS}-note`);
    expect(JSON.stringify(body)).toContain('Left Teabreak');
    expect(JSON.stringify(body)).not.toContain(MINE);
    const introductions = await as(bob).get(`/api/events/${eventId}/introductions`).expect(200);
    expect(introductions.text).toContain('missed');
    expect((await as(owner).get(`/api/events/${eventId}/registrations`)).text).not.toContain(MINE);
  });

  it('the numbers of an event that is over stay right', async () => {
    const ago = (hours: number) => new Date(Date.now() - hours * HOUR);
    const past = await createFullLife(t.dataSource, { startsAt: ago(5), endsAt: ago(2) });
    const owner = await openSession(t.dataSource, past.ownerId);
    const numbers = async () => {
      const { isolates, connectors, ...counts } = (await as(owner).get(`/api/events/${past.eventId}/now`).expect(200))
        .body;
      return counts;
    };
    const before = await numbers();
    expect(before.checkedIn).toBe(4);
    await remove(past.me).expect(204);
    await t.settled();
    const after = await numbers();
    expect({ ...after, free: 0 }).toEqual({ ...before, free: 0 });
  });

  it('who alone runs an event to come hands it over first; what is over needs nobody, and an organizer becomes its owner', async () => {
    const owner = await createAccount(t.dataSource, { name: 'Olga' });
    const { eventId, title } = await createEvent(t.dataSource, { ownerId: owner.accountId });
    const refused = await remove(owner).expect(409);
    expect([refused.body.code, refused.body.message.includes(title)]).toEqual(['hand_over_first', true]);
    expect((await as(owner).get('/api/my-data')).body.handOver).toEqual([{ eventId, title }]);
    const heir = await createHelper(t.dataSource, eventId, 'organizer');
    await remove(owner).expect(204);
    expect(await t.dataSource.query('SELECT account_id, role FROM event_roles WHERE event_id = $1', [eventId])).toEqual(
      [{ account_id: heir.accountId, role: 'owner' }],
    );
  });

  it('whoever waits gets my seat; what I send in the same moment leaves nothing, and a second tap deletes nobody else', async () => {
    const { eventId } = await createEvent(t.dataSource, { capacity: 1 });
    const me = await createAttendee(t.dataSource, eventId, { name: 'Eva evamine', checkedIn: true });
    const next = await createAttendee(t.dataSource, eventId, { status: 'waitlisted' });
    const at = `/api/events/${eventId}`;
    const everything = () => [
      as(me).post(`${at}/messages`).send({ clientId: randomUUID(), text: 'evamine' }),
      as(me)
        .post(`${at}/asks`)
        .send({ requestId: randomUUID(), kind: 'ask', text: 'evamine', tags: [], onScreen: false }),
      as(me)
        .put(`${at}/goal`)
        .send({ kind: 'advice', seeks: ['evamine'], offers: [], sentence: '' }),
      as(me).patch(`${at}/me`).send({ headline: 'evamine' }),
    ];
    const accounts = async () => (await t.dataSource.query('SELECT count(*)::int AS n FROM accounts'))[0].n;
    const before = await accounts();
    const first = await Promise.all(everything());
    expect(first.map(({ status }) => status >= 200 && status < 300)).toEqual([true, true, true, true]);
    const [one, other, ...others] = await Promise.all([remove(me), remove(me), ...everything()]);
    await t.settled();
    expect([one.status, other.status].sort()).toEqual([204, 401]);
    expect(others.map(({ status }) => status).filter((status) => status >= 500)).toEqual([]);
    expect(await tablesWith(['evamine'])).toEqual([]);
    // One has gone, one without a name has come.
    expect(await accounts()).toBe(before);
    const [row] = await t.dataSource.query('SELECT status FROM registrations WHERE id = $1', [next.registrationId]);
    expect(row.status).toBe('confirmed');
  });
});

it('P2: whose session is not of this moment proves by mail that it is them; a code of another address, or none, does not', async () => {
  // Nobody listens there: mails wait, and are read where they wait.
  const app = await createTestApp({ config: { smtpUrl: 'smtp://127.0.0.1:9' } });
  app.clock.set(new Date());
  const email = 'pia@example.org';
  const pia = await createAccount(app.dataSource, { name: 'Pia', email });
  const phone = app.phone({ cookie: pia.cookie });
  expect((await phone.get('/api/my-data')).body.codeTo).toBeNull();
  app.clock.advance(11 * 60_000);
  expect((await phone.get('/api/my-data')).body.codeTo).toBe(email);
  const codeFor = async (address: string) => {
    const { requestId } = (await phone.post('/api/sign-in/codes').send({ email: address, locale: 'en' }).expect(202))
      .body;
    const [mail] = await app.dataSource.query('SELECT body FROM mails WHERE recipient = $1', [address]);
    return { requestId, code: /\d{6}/u.exec(mail.body)?.[0] ?? '' };
  };
  const remove = (code: { requestId: string; code: string } | null) =>
    phone.post('/api/my-data/deletion').send({ name: ' pia ', code });
  expect((await remove(null)).body.code).toBe('code_needed');
  expect((await remove(await codeFor('somebody@example.org'))).body.code).toBe('code_expired');
  expect(await app.dataSource.query('SELECT name FROM accounts WHERE email = $1', [email])).toHaveLength(1);
  await remove(await codeFor(email)).expect(204);
  expect(await app.dataSource.query('SELECT name FROM accounts WHERE email = $1', [email])).toEqual([]);
  await app.close();
});
