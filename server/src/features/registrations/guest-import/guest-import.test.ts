import { readFileSync } from 'node:fs';
import type { Guest, GuestImportReport } from '@teabreak/shared';
import { createEvent, createHelper } from '../../../../test/factories.js';
import { ask, connect, nextEvent } from '../../../../test/sockets.js';
import { createTestApp, type TestApp } from '../../../../test/test-app.js';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.close());

const fixture = (name: string) => readFileSync(new URL(`../../../../test/fixtures/${name}`, import.meta.url));
const consents = { takePart: true, board: true, screen: true, suggestions: true };

async function desk(options: Parameters<typeof createEvent>[1] = {}) {
  const now = test.clock.now().getTime();
  const { eventId, slug } = await createEvent(test.dataSource, {
    endsAt: new Date(now + 9e6),
    startsAt: new Date(now),
    ...options,
  });
  const { cookie } = await createHelper(test.dataSource, eventId, 'organizer');
  const http = () => test.phone({ cookie });
  const upload = (file: Buffer | string, fileName = 'guests.csv') =>
    http().post(`/api/events/${eventId}/guest-imports`).attach('file', Buffer.from(file), fileName);
  const imported = async (file: Buffer | string, fileName?: string): Promise<GuestImportReport> =>
    (await upload(file, fileName).expect(201)).body;
  const guests = async (): Promise<Guest[]> => {
    const all: Guest[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const query: string = after === '' ? '' : `?after=${encodeURIComponent(after)}`;
      const { body }: { body: { guests: Guest[]; next: string | null } } = await http()
        .get(`/api/events/${eventId}/registrations${query}`)
        .expect(200);
      all.push(...body.guests);
      after = body.next;
    }
    return all;
  };
  const guest = async (name: string) => (await guests()).find((candidate) => candidate.name === name)!;
  const taken = async () => (await test.dataSource.query('SELECT taken FROM events WHERE id = $1', [eventId]))[0].taken;
  return { eventId, slug, cookie, http, upload, imported, guests, guest, taken };
}
const said = (report: GuestImportReport) => report.remarks.map(({ line, column, code }) => [line, column, code]);
const numbers = ({ rowsRead, created, updated, unchanged, rejected }: GuestImportReport) => ({
  rowsRead,
  created,
  updated,
  unchanged,
  rejected,
});

describe('E5: the mixer’s Luma export', () => {
  it('comes in faithfully, and every other line is named', async () => {
    const { imported, guests, http, eventId, taken } = await desk();
    const report = await imported(fixture('mixer-guests.csv'), 'mixer-guests.csv');
    expect(report.fileName).toBe('mixer-guests.csv');
    expect(numbers(report)).toEqual({ rowsRead: 161, created: 157, updated: 0, unchanged: 0, rejected: 4 });
    expect(said(report)).toEqual([
      [1, 'checked_in_at', 'check_in_ignored'],
      [9, null, 'email_of_another'],
      [21, 'email', 'invalid_email'],
      [25, 'name', 'formula_text'],
      [34, 'name', 'markup_text'],
      [40, 'name', 'name_from_parts'],
      [46, 'What do you hope to find tonight?', 'shortened'],
      [50, 'created_at', 'invalid_date'],
      [62, null, 'wrong_column_count'],
      [163, null, 'duplicate_row'],
    ]);
    const rows = await guests();
    expect(rows).toHaveLength(157);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(157);
    expect(rows.find(({ email }) => email === 'anikasharma1@example.org')).toMatchObject({
      name: 'Anika Sharma',
      headline: 'Chef · BMW Brilliance',
      company: 'BMW Brilliance',
      phone: '+8613393618438',
      status: 'confirmed',
      source: 'imported',
      claimed: false,
      createdAt: '2026-05-20T12:58:00.000Z',
      goal: {
        kind: 'partner',
        seeks: ['supply chain', 'coffee'],
        offers: ['品牌设计', '门店运营'],
        sentence: '找懂供应链的合伙人做咖啡品牌',
      },
    });
    const { counts } = (await http().get(`/api/events/${eventId}/registrations?limit=1`)).body;
    expect(counts.total).toBe(157);
    expect(counts.confirmed + counts.pending + counts.waitlisted + counts.declined + counts.cancelled).toBe(157);
    expect(await taken()).toBe(counts.confirmed);
  });

  it('again changes nothing', async () => {
    const { imported, guests } = await desk();
    await imported(fixture('mixer-guests.csv'));
    const before = await guests();
    expect(numbers(await imported(fixture('mixer-guests.csv')))).toEqual({
      rowsRead: 161,
      created: 0,
      updated: 0,
      unchanged: 157,
      rejected: 4,
    });
    expect(await guests()).toEqual(before);
  });

  it('is told in the reader’s language, newest import first', async () => {
    const { imported, http, eventId } = await desk();
    await imported(fixture('mixer-guests.csv'), 'a.csv');
    test.clock.advance(1000);
    await imported(fixture('eventbrite-guests.csv'), 'b.csv');
    const { body } = await http()
      .get(`/api/events/${eventId}/guest-imports`)
      .set('accept-language', 'zh-CN')
      .expect(200);
    expect(body.map(({ fileName }: GuestImportReport) => fileName)).toEqual(['b.csv', 'a.csv']);
    expect(body[1].remarks.find(({ line }: { line: number }) => line === 21)).toMatchObject({
      severity: 'error',
      value: 'not-an-email',
      message: '邮箱格式不正确，未导入。',
    });
  });
});

it('E5: an Eventbrite export comes in faithfully, second ticket and cancelled guest included', async () => {
  const { imported, guests, taken } = await desk();
  const report = await imported(fixture('eventbrite-guests.csv'));
  expect(numbers(report)).toEqual({ rowsRead: 5, created: 4, updated: 0, unchanged: 0, rejected: 1 });
  expect(said(report)).toEqual([[5, null, 'second_ticket']]);
  expect((await guests()).map(({ name, status, email }) => [name, status, email]).sort()).toEqual([
    ['Chloé Dubois', 'cancelled', 'chloe.dubois@example.org'],
    ['Grace Mwangi', 'confirmed', 'grace.mwangi@example.org'],
    ['Jonas Weber', 'confirmed', 'jonas.weber@example.org'],
    ['李明辉', 'confirmed', 'minghui.li@example.org'],
  ]);
  expect(await taken()).toBe(3);
});

describe('E5: a re-import', () => {
  const header = 'Name,Email,Phone,Status,Company,Id\n';

  it('updates by number, else by e-mail, else by name and phone', async () => {
    const { imported, guests } = await desk();
    await imported(`Name,Email,Phone,Company\nAnn,ann@example.org,,One\nBo,,13812345678,One\n`);
    const report = await imported(
      `Name,Email,Phone,Company\nAnn B,ANN@example.org,,Two\nbo,,+86 138 1234 5678,Two\nCy,,,\n`,
    );
    expect(numbers(report)).toEqual({ rowsRead: 3, created: 1, updated: 2, unchanged: 0, rejected: 0 });
    expect((await guests()).map(({ name, company }) => [name, company])).toEqual([
      ['Ann B', 'Two'],
      ['bo', 'Two'],
      ['Cy', ''],
    ]);
  });

  it('leaves to a person what is theirs since they claimed the place', async () => {
    const { imported, guest, http, eventId } = await desk();
    await imported(`${header}Ann,ann@example.org,,approved,One,1\n`);
    const phone = test.phone();
    const token = (await guest('Ann')).personalLink!.split('/i/')[1]!;
    await phone.post(`/api/claims/${token}`).send({ locale: 'en', consents }).expect(200);
    await phone.patch(`/api/events/${eventId}/me`).send({ name: 'Annie', headline: 'Baker' }).expect(200);
    const report = await imported(`${header}Ann,ann@example.org,,declined,Two,1\n`);
    expect(numbers(report)).toMatchObject({ created: 0, updated: 0, unchanged: 1 });
    expect(await guest('Annie')).toMatchObject({
      headline: 'Baker',
      company: 'One',
      status: 'confirmed',
      claimed: true,
      personalLink: null,
    });
    expect((await http().get(`/api/events/${eventId}/registrations`)).body.counts.total).toBe(1);
  });

  it('takes over a status the list changed, and keeps one that an organizer changed here', async () => {
    const { imported, guest, http, eventId, taken } = await desk();
    await imported(`${header}Ann,a@example.org,,approved,,1\nBo,b@example.org,,pending,,2\n`);
    await http()
      .patch(`/api/events/${eventId}/registrations/${(await guest('Ann')).id}`)
      .send({ status: 'declined' })
      .expect(204);
    await imported(`${header}Ann,a@example.org,,approved,New,1\nBo,b@example.org,,approved,,2\n`);
    expect([(await guest('Ann')).status, (await guest('Ann')).company, (await guest('Bo')).status]).toEqual([
      'declined',
      'New',
      'confirmed',
    ]);
    expect(await taken()).toBe(1);
  });

  it('knows who joined by themselves', async () => {
    const { imported, guests, slug } = await desk();
    const requestId = '5b1c7f0e-5a0f-4b8e-9d6f-0d3f1a2b3c4d';
    const goal = { kind: 'curious' };
    const contact = { kind: 'email', value: 'ann@example.org' };
    await test
      .phone()
      .post(`/api/public/events/${slug}/registrations`)
      .send({ requestId, name: 'Ann', contact, goal, consents, locale: 'en' })
      .expect(201);
    expect(numbers(await imported(`${header}Ann,ann@example.org,,approved,,1\n`))).toMatchObject({
      created: 0,
      unchanged: 1,
    });
    expect(await guests()).toHaveLength(1);
  });
});

describe('E3: seats in an import', () => {
  it('never exceed the capacity: the rest waits, and the report says who', async () => {
    const { imported, guests, taken, http, eventId } = await desk({ capacity: 2 });
    const report = await imported(
      'Name,Email\nAnn,a@example.org\nBo,b@example.org\nCy,c@example.org\nDi,d@example.org\n',
    );
    expect(report.remarks.map(({ line, code, value, severity }) => [line, code, value, severity])).toEqual([
      [4, 'waitlisted_full', 'Cy', 'warning'],
      [5, 'waitlisted_full', 'Di', 'warning'],
    ]);
    const rows = await guests();
    expect(rows.map(({ status }) => status)).toEqual(['confirmed', 'confirmed', 'waitlisted', 'waitlisted']);
    expect(await taken()).toBe(2);
    await http().patch(`/api/events/${eventId}/registrations/${rows[0]!.id}`).send({ status: 'cancelled' }).expect(204);
    expect((await guests()).map(({ status }) => status)).toEqual(['cancelled', 'confirmed', 'confirmed', 'waitlisted']);
  });
});

describe('a bad upload', () => {
  it.each([
    ['csv_unreadable', Buffer.alloc(0)],
    ['csv_unreadable', Buffer.from('PK\u0003\u0004…')],
    ['csv_no_name_column', Buffer.from('Company,Seats\nA,2\n')],
  ])('gets %s and writes nothing', async (code, file) => {
    const { upload, guests } = await desk();
    const refused = await upload(file).expect(400);
    expect(refused.body).toMatchObject({ code, fields: [{ field: 'file' }] });
    expect(await guests()).toEqual([]);
  });

  it('of more than 2 MB is refused', async () => {
    const { upload } = await desk();
    expect((await upload(Buffer.alloc(2_100_000, 'a')).expect(413)).body.code).toBe('too_large');
  });

  it('of another shape, or by another role, is refused', async () => {
    const { http, eventId } = await desk();
    const path = `/api/events/${eventId}/guest-imports`;
    expect((await http().post(path).send({ file: 'x' }).expect(415)).body.code).toBe('unsupported_media');
    await http().post(path).attach('other', Buffer.from('Name\nAnn\n'), 'a.csv').expect(400);
    const { cookie } = await createHelper(test.dataSource, eventId, 'door');
    await test.phone({ cookie }).post(path).attach('file', Buffer.from('Name\nAnn\n'), 'a.csv').expect(403);
    await test.phone({ cookie }).get(path).expect(403);
  });
});

it('tells the desk', async () => {
  const { imported, cookie, eventId } = await desk();
  const socket = await connect(test.url, cookie);
  await ask(socket, 'desk:watch', { eventId });
  const heard = nextEvent(socket, 'guests:changed');
  await imported('Name\nAnn\n');
  expect(await heard).toEqual({ eventId });
  socket.close();
});
