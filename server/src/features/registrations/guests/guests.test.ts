import { randomUUID } from 'node:crypto';
import type { Guest, GuestPage } from '@teabreak/shared';
import { createAccount, createAttendee, createEvent, createHelper } from '../../../../test/factories.js';
import { createTestApp, type TestApp } from '../../../../test/test-app.js';
import { cursorAfter } from './guest-cursor.js';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.close());

const NAMES = ['李明辉', '欧阳若曦', 'Zoë Müller', 'Liam O’Connor', '单晓梅', 'Bowen Zhao 赵博文'];

async function desk(options: Parameters<typeof createEvent>[1] = {}) {
  const now = test.clock.now().getTime();
  const { eventId } = await createEvent(test.dataSource, {
    startsAt: new Date(now),
    endsAt: new Date(now + 9e6),
    ...options,
  });
  const organizer = await createHelper(test.dataSource, eventId, 'organizer');
  const as = (cookie: string) => test.phone({ cookie });
  const list = async (query: Record<string, string> = {}, cookie = organizer.cookie): Promise<GuestPage> =>
    (await as(cookie).get(`/api/events/${eventId}/registrations`).query(query).expect(200)).body;
  const upload = (csv: string) =>
    as(organizer.cookie)
      .post(`/api/events/${eventId}/guest-imports`)
      .attach('file', Buffer.from(csv), 'a.csv')
      .expect(201);
  const walkIn = (input: object, cookie = organizer.cookie) =>
    as(cookie)
      .post(`/api/events/${eventId}/registrations`)
      .send({ requestId: randomUUID(), name: 'Walker', ...input });
  return { eventId, organizer, as, list, upload, walkIn };
}
const names = ({ guests }: GuestPage) => guests.map(({ name }: Guest) => name);

describe('E4: the guest list', () => {
  it('is searched in Chinese, pinyin, initials and Latin', async () => {
    const { list, upload } = await desk();
    await upload(`Name\n${NAMES.join('\n')}\n`);
    const cases = {
      李明: ['李明辉'],
      liminghui: ['李明辉'],
      lmh: ['李明辉'],
      'ouyang ruo': ['欧阳若曦'],
      zoe: ['Zoë Müller'],
      muller: ['Zoë Müller'],
    };
    for (const [q, found] of Object.entries(cases)) expect([q, names(await list({ q }))]).toEqual([q, found]);
    for (const [q, found] of Object.entries({
      oconnor: ['Liam O’Connor'],
      shan: ['单晓梅'],
      赵: ['Bowen Zhao 赵博文'],
      '%': [],
      _: [],
      xyz: [],
    }))
      expect([q, names(await list({ q }))]).toEqual([q, found]);
    expect((await list({ q: 'xyz' })).counts.total).toBe(6);
  });

  it('comes in pages that miss nobody and repeat nobody', async () => {
    const { list, upload } = await desk();
    await upload(
      `Name,Id\n${Array.from({ length: 25 }, (_, at) => `Same Name,${at}`).join('\n')}\n${NAMES.map((name, at) => `${name},n${at}`).join('\n')}\n`,
    );
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const page: GuestPage = await list({ limit: '7', ...(after !== null && { after }) });
      ids.push(...page.guests.map(({ id }) => id));
      after = page.next;
    } while (after !== null);
    expect([ids.length, new Set(ids).size]).toEqual([31, 31]);
    expect(names(await list()).slice(-1)).toEqual(['Zoë Müller']);
  });

  it('refuses a cursor that is none', async () => {
    const { as, organizer, eventId } = await desk();
    const zero = cursorAfter({ id: randomUUID(), sortKey: 'a\0' });
    for (const after of ['x', zero, '%00']) {
      const refused = await as(organizer.cookie)
        .get(`/api/events/${eventId}/registrations`)
        .query({ after })
        .expect(400);
      expect(refused.body.fields[0].field).toBe('after');
    }
  });

  it('filters by status and counts all', async () => {
    const { eventId, list } = await desk();
    await createAttendee(test.dataSource, eventId, { checkedIn: true });
    for (const status of ['confirmed', 'pending', 'waitlisted', 'declined', 'cancelled'] as const)
      await createAttendee(test.dataSource, eventId, { status });
    expect((await list({ status: 'checked-in' })).guests).toHaveLength(1);
    expect((await list({ status: 'confirmed' })).guests).toHaveLength(2);
    expect((await list()).counts).toEqual({
      pending: 1,
      confirmed: 2,
      waitlisted: 1,
      declined: 1,
      cancelled: 1,
      checkedIn: 1,
      total: 6,
    });
  });

  it('shows addresses and personal links to organizers only', async () => {
    const { eventId, list, upload } = await desk();
    await upload('Name,Email,Phone\nAnn,ann@example.org,13812345678\n');
    expect((await list()).guests[0]).toMatchObject({
      email: 'ann@example.org',
      phone: '+8613812345678',
      personalLink: expect.any(String),
    });
    for (const role of ['host', 'door'] as const) {
      const { cookie } = await createHelper(test.dataSource, eventId, role);
      expect((await list({}, cookie)).guests[0]).toMatchObject({
        name: 'Ann',
        email: null,
        phone: null,
        personalLink: null,
      });
    }
  });

  it('is not for attendees, nor for anybody else', async () => {
    const { eventId, as, organizer } = await desk();
    const attendee = await createAttendee(test.dataSource, eventId);
    const elsewhere = await desk();
    const door = await createHelper(test.dataSource, eventId, 'door');
    for (const path of ['registrations', 'registrations.csv']) {
      await as(attendee.cookie).get(`/api/events/${eventId}/${path}`).expect(403);
      await as(elsewhere.organizer.cookie).get(`/api/events/${eventId}/${path}`).expect(404);
      await as(organizer.cookie).get(`/api/events/${eventId}/${path}`).expect(200);
    }
    await as(door.cookie).get(`/api/events/${eventId}/registrations.csv`).expect(403);
  });
});

it('E5: goes out as CSV that no spreadsheet executes', async () => {
  const { eventId, as, organizer, upload } = await desk();
  await upload('Name,Email,Company\n"=HYPERLINK(""http://evil.example"",""x"")",a@example.org,@SUM(1)\n');
  const { text, headers } = await as(organizer.cookie)
    .get(`/api/events/${eventId}/registrations.csv`)
    .set('accept-language', 'zh')
    .expect(200);
  expect(headers['content-disposition']).toBe('attachment; filename="guests.csv"');
  expect(text).toMatch(/^\ufeff姓名,状态,邮箱/u);
  expect(text).toContain(`"'=HYPERLINK(""http://evil.example"",""x"")",confirmed,a@example.org`);
  expect(text).toContain(",'@SUM(1),");
});

describe('E4: a walk-in', () => {
  it('is confirmed and checked in at once, and makes the place theirs by the link', async () => {
    const { eventId, walkIn, list } = await desk();
    const door = await createHelper(test.dataSource, eventId, 'door');
    const input = {
      requestId: randomUUID(),
      name: '王芳',
      contact: { kind: 'wechat', value: 'wang_fang1' },
      goal: { kind: 'friends' },
    };
    const { body } = await walkIn(input, door.cookie).expect(201);
    expect((await walkIn(input, door.cookie).expect(201)).body).toEqual(body);
    expect((await list()).guests).toMatchObject([
      {
        name: '王芳',
        status: 'confirmed',
        source: 'walk-in',
        checkedInAt: expect.any(String),
        goal: { kind: 'friends' },
      },
    ]);
    const phone = test.phone();
    const consents = { takePart: true, board: true, screen: true, suggestions: true };
    await phone
      .post(`/api/claims/${body.personalLink.split('/i/')[1]}`)
      .send({ locale: 'zh-CN', consents })
      .expect(200);
    const me = (await phone.get(`/api/events/${eventId}/me`).expect(200)).body;
    expect(me).toMatchObject({ contacts: [{ kind: 'wechat', value: 'wang_fang1' }], checkedInAt: expect.any(String) });
    const board = (await phone.get(`/api/events/${eventId}/board`).expect(200)).body;
    expect(board.people.map(({ name }: { name: string }) => name)).toEqual(['王芳']);
  });

  it('needs a seat, and a role', async () => {
    const { walkIn, eventId } = await desk({ capacity: 1 });
    await walkIn({}).expect(201);
    expect((await walkIn({}).expect(409)).body.code).toBe('event_full');
    await walkIn({}, (await createAttendee(test.dataSource, eventId, { status: 'pending' })).cookie).expect(403);
    await walkIn({}, (await createAccount(test.dataSource)).cookie).expect(404);
  });
});
