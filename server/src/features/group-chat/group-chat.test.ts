import jsqr from 'jsqr';
import { PNG } from 'pngjs';
import { createAttendee, createEvent, createHelper, unknownId } from '../../../test/factories.js';
import { createTestApp, type TestApp } from '../../../test/test-app.js';

const scan = jsqr as unknown as typeof jsqr.default;
const LINK = 'https://weixin.qq.com/g/AwYAAKp3xY2m9QvT';

let t: TestApp;
let eventId: string;
let code: string;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());
beforeEach(async () => {
  await t.startAfresh();
  ({ eventId } = await createEvent(t.dataSource, { title: 'Mixer' }));
  const [row] = await t.dataSource.query('SELECT group_code FROM events WHERE id = $1', [eventId]);
  code = row.group_code;
});

const as = ({ cookie }: { cookie: string }) => t.phone({ cookie });
const setLink = async (url: string | null, extra: object = {}) =>
  as(await createHelper(t.dataSource, eventId, 'host'))
    .put(`/api/events/${eventId}/group-link`)
    .send({ url, ...extra });
const page = async () => (await t.http.get(`/api/groups/${code}`)).body;

function decode(png: Buffer): string | undefined {
  const { data, width, height } = PNG.sync.read(png);
  return scan(new Uint8ClampedArray(data), width, height)?.data;
}

describe('group code', () => {
  it('Q1: the permanent code is a picture of /g/<code>, as PNG and SVG, for anybody', async () => {
    const png = await t.http.get(`/api/groups/${code}/qr.png`);
    expect(png.headers['content-type']).toBe('image/png');
    expect(decode(png.body)).toMatch(new RegExp(`/g/${code}$`, 'u'));
    const svg = await t.http.get(`/api/groups/${code}/qr.svg`);
    expect(svg.headers['content-type']).toContain('image/svg+xml');
    expect(svg.body.toString()).toContain('<svg');
  });

  it('Q2: without an external group it leads to the room, with one to that group, redrawn', async () => {
    expect(await page()).toMatchObject({ eventTitle: 'Mixer', link: null, room: true, joined: false });
    expect((await setLink(LINK, { label: '茶歇一群' })).status).toBe(200);
    const found = await page();
    expect(found).toMatchObject({ link: { platform: 'wechat', url: LINK, label: '茶歇一群' }, room: false });
    const picture = await t.http.get(found.linkQr);
    expect(decode(picture.body)).toBe(LINK);
    expect(picture.headers['cache-control']).toBe('no-store');
  });

  it('Q3: an expired link is not shown any more, the room is', async () => {
    await setLink(LINK, { expiresAt: new Date(t.clock.now().getTime() + 3_600_000).toISOString() });
    expect((await page()).room).toBe(false);
    t.clock.advance(3_600_001);
    expect(await page()).toMatchObject({ link: null, linkQr: null, room: true });
    expect((await t.http.get(`/api/groups/${code}/link.png`)).status).toBe(404);
  });

  it('Q2: a personal or payment code is refused with the reason in the reader’s language, and nothing changes', async () => {
    await setLink(LINK);
    const refused = await as(await createHelper(t.dataSource, eventId, 'owner'))
      .put(`/api/events/${eventId}/group-link`)
      .set('accept-language', 'zh-CN')
      .send({ url: 'https://u.wechat.com/MAbCdEfGhIjKlMnOpQrStUv' });
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ code: 'group_link_refused', fields: [{ field: 'url' }] });
    expect(refused.body.message).toContain('个人二维码');
    expect((await page()).link.url).toBe(LINK);
  });

  it('E6: the door and attendees may not set it, an unknown code is 404', async () => {
    const attendee = await createAttendee(t.dataSource, eventId);
    const door = await createHelper(t.dataSource, eventId, 'door');
    for (const who of [attendee, door])
      expect((await as(who).put(`/api/events/${eventId}/group-link`).send({ url: LINK })).status).toBe(403);
    expect((await as(attendee).get(`/api/events/${unknownId()}/group`)).status).toBe(404);
    expect((await t.http.get('/api/groups/nosuchcode')).status).toBe(404);
    expect((await as(attendee).get(`/api/groups/${code}`)).body.joined).toBe(true);
  });
});
