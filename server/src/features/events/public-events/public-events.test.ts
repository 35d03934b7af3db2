import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsqr from 'jsqr';
import { PNG } from 'pngjs';
import {
  createAccount,
  createAgendaItem,
  createEvent,
  createHelper,
  createPlace,
  createRegistration,
} from '../../../../test/factories.js';
import { createTestApp, type TestApp } from '../../../../test/test-app.js';

// A CommonJS module whose types say that it is an ES module.
const decode = jsqr as unknown as typeof jsqr.default;
const TEMPLATE =
  '<!doctype html><html lang="en"><head><title>Teabreak</title><meta name="description" content="x"></head><body><div id="root"></div></body></html>';
let webDir: string;
let t: TestApp;
beforeAll(async () => {
  webDir = await mkdtemp(join(tmpdir(), 'teabreak-web-'));
  await writeFile(join(webDir, 'index.html'), TEMPLATE);
});
afterAll(() => rm(webDir, { recursive: true, force: true }));
beforeAll(async () => {
  t = await createTestApp({ config: { webDir } });
});
afterAll(() => t.close());
beforeEach(() => t.startAfresh());

const tea = {
  slug: 'tea',
  title: 'Tea & <b>Talk</b>',
  description: '# Hi\n\n<script>alert(1)</script>',
  timeZone: 'Asia/Shanghai',
  startsAt: new Date('2026-06-06T06:00:00Z'),
  endsAt: new Date('2026-06-06T10:00:00Z'),
  venue: 'Tea House',
};

it('shows everybody the invitation and nothing of those who come', async () => {
  const ownerId = (await createAccount(t.dataSource, { name: 'Olga', email: 'olga@example.com' })).accountId;
  const { eventId } = await createEvent(t.dataSource, { ...tea, ownerId, capacity: 2 });
  await createHelper(t.dataSource, eventId, 'host', { name: '李雷' });
  await createHelper(t.dataSource, eventId, 'door', { name: 'Dora' });
  await createRegistration(t.dataSource, eventId, null, { name: 'Guest of honour', email: 'guest@example.com' });
  const { status, body, text } = await t.http.get('/api/public/events/tea');
  expect([status, body]).toEqual([
    200,
    expect.objectContaining({ title: tea.title, hosts: ['Olga', '李雷'], seatsLeft: 1, registration: 'open' }),
  ]);
  expect(body.descriptionHtml).toBe('<h3>Hi</h3>\n<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>');
  for (const secret of ['@example.com', 'Guest of honour', 'Dora', 'screenToken', 'groupCode', ownerId])
    expect(text).not.toContain(secret);
});

it('names the places in the organizer’s order, so that one can say where one is (B1)', async () => {
  const { eventId } = await createEvent(t.dataSource, tea);
  const window = await createPlace(t.dataSource, eventId, { name: '窗边', seats: 4, hint: 'by the atlas' });
  const bar = await createPlace(t.dataSource, eventId, { name: 'Bar' });
  await createPlace(t.dataSource, (await createEvent(t.dataSource)).eventId, { name: 'Elsewhere' });
  expect((await t.http.get('/api/public/events/tea')).body.places).toEqual([
    { id: window, name: '窗边', seats: 4, hint: 'by the atlas' },
    { id: bar, name: 'Bar', seats: 2, hint: '' },
  ]);
});

it('says whether one can still register', async () => {
  const { eventId } = await createEvent(t.dataSource, { ...tea, capacity: 1 });
  const state = async () => (await t.http.get('/api/public/events/tea')).body.registration;
  expect(await state()).toBe('open');
  await createRegistration(t.dataSource, eventId, null);
  expect(await state()).toBe('full');
  t.clock.set(tea.endsAt);
  expect(await state()).toBe('over');
});

it('an address that leads nowhere is not found', async () => {
  for (const slug of ['nowhere', 'TEA', '%00', "x' OR 1=1 --", '%E8%8C%B6'])
    expect((await t.http.get(`/api/public/events/${slug}`)).status).toBe(404);
  expect((await t.http.get(`/api/public/events/${'a'.repeat(61)}`)).body.fields[0].field).toBe('slug');
  expect((await t.http.get('/e/nowhere')).status).toBe(404);
});

it('the page can be read before any JavaScript, in the reader’s language and the event’s time', async () => {
  const { eventId } = await createEvent(t.dataSource, tea);
  await createAgendaItem(t.dataSource, eventId, { title: 'Cake & tea', startsAt: new Date('2026-06-06T07:00:00Z') });
  const page = await t.http.get('/e/tea').set('accept-language', 'zh-CN');
  expect(page.status).toBe(200);
  expect(page.text).toContain('<html lang="zh-CN">');
  expect(page.text).toContain('<title>Tea &amp; &lt;b&gt;Talk&lt;/b&gt;</title>');
  expect(page.text).toMatch(/<meta property="og:title" content="Tea &amp; &lt;b&gt;Talk&lt;\/b&gt;">/u);
  expect(page.text).toMatch(
    /<h1>Tea &amp; &lt;b&gt;Talk&lt;\/b&gt;<\/h1>[\s\S]*2026年6月6日星期六 14:00 – 18:00 \(UTC\+8\)[\s\S]*Tea House[\s\S]*<h3>Hi<\/h3>[\s\S]*15:00<\/time> Cake &amp; tea/u,
  );
  expect(page.text).not.toContain('<script>');
  const data = /<script type="application\/json" id="page-data">(.*?)<\/script>/u.exec(page.text)?.[1];
  expect(JSON.parse(data!)).toEqual({ event: (await t.http.get('/api/public/events/tea')).body });
  expect((await t.http.get('/e/tea')).text).toContain('Saturday, 6 June 2026, 14:00 – 18:00 (UTC+8)');
});

it('E5: goes into a calendar, for everybody', async () => {
  const { eventId } = await createEvent(t.dataSource, tea);
  await createAgendaItem(t.dataSource, eventId, { title: 'Cake', startsAt: new Date('2026-06-06T07:00:00Z') });
  const answer = await t.http.get('/api/public/events/tea/calendar.ics').responseType('blob').expect(200);
  expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
  const text = String(answer.body);
  expect(text.split('\r\n')).toEqual(
    expect.arrayContaining(['DTSTART:20260606T060000Z', 'DTEND:20260606T100000Z', 'URL:http://teabreak.test/e/tea']),
  );
  expect(text.match(/BEGIN:VEVENT/gu)).toHaveLength(2);
  await t.http.get('/api/public/events/nowhere/calendar.ics').expect(404);
});

it('the poster’s QR leads there', async () => {
  const { eventId } = await createEvent(t.dataSource, tea);
  const { cookie } = await createHelper(t.dataSource, eventId, 'host');
  const png = await t.phone({ cookie }).get(`/api/events/${eventId}/qr.png`).responseType('blob');
  expect(png.headers['content-type']).toBe('image/png');
  const { data, width, height } = PNG.sync.read(png.body);
  expect(decode(new Uint8ClampedArray(data), width, height)?.data).toBe('http://teabreak.test/e/tea');
  const svg = await t.phone({ cookie }).get(`/api/events/${eventId}/qr.svg`).responseType('blob');
  expect([svg.headers['content-type'], String(svg.body)]).toEqual([
    'image/svg+xml; charset=utf-8',
    expect.stringContaining('<svg'),
  ]);
});
