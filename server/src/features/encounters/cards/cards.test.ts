import type { CardExchange, CardExchangeList, CardPreview, MyCard } from '@teabreak/shared';
import jsqr from 'jsqr';
import { PNG } from 'pngjs';
import {
  block,
  createAttendee,
  createContact,
  createEvent,
  type TestAccount,
  type TestAttendee,
} from '../../../../test/factories.js';
import { connect, nextEvent, noEvent } from '../../../../test/sockets.js';
import { createTestApp, type TestApp } from '../../../../test/test-app.js';

let app: TestApp;
let eventId: string;
let ann: TestAttendee;
let ben: TestAttendee;

const get = (by: TestAccount, path: string) => app.http.get(`/api/${path}`).set('cookie', by.cookie);
const post = (by: TestAccount, path: string) => app.http.post(`/api/${path}`).set('cookie', by.cookie);
const cardOf = async (by: TestAttendee): Promise<MyCard> => (await get(by, `events/${eventId}/card`).expect(200)).body;
const exchangesOf = async (by: TestAttendee): Promise<CardExchange[]> =>
  ((await get(by, `events/${eventId}/card-exchanges`).expect(200)).body as CardExchangeList).exchanges;
/** `by` scans the card of `owner` and taps. */
async function scan(by: TestAttendee, owner: TestAttendee): Promise<CardExchange> {
  const preview = (await get(by, `cards/${(await cardOf(owner)).token}`).expect(200)).body as CardPreview;
  return (await post(by, `cards/${preview.token}/exchange`).expect(200)).body;
}

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set(new Date());
  ({ eventId } = await createEvent(app.dataSource, { title: 'Mixer, Shanghai' }));
  ann = await createAttendee(app.dataSource, eventId, { name: 'Ann Ü', headline: 'Tea; trade' });
  ben = await createAttendee(app.dataSource, eventId, { name: 'Ben' });
  await createContact(app.dataSource, ann.accountId, 'wechat', 'ann_wechat', 'introduced');
  await createContact(app.dataSource, ann.accountId, 'phone', '+8613800138000', 'nobody');
  await createContact(app.dataSource, ann.accountId, 'email', 'ann@example.com', 'everyone');
  await createContact(app.dataSource, ben.accountId, 'wechat', 'ben_wechat', 'suggested');
});

describe('C2: the code on the phone', () => {
  it('is drawn as QR, typed as six clear characters, and turns within a minute', async () => {
    const card = await cardOf(ann);
    expect(card).toMatchObject({ name: 'Ann Ü', url: `http://teabreak.test/c/${card.token}` });
    expect(card.shortCode).toMatch(/^[A-HJ-NP-Z2-9]{6}$/u);
    expect(card.contacts).toHaveLength(3);
    expect(Date.parse(card.expiresAt) - app.clock.now().getTime()).toBe(60_000);
    app.clock.advance(5_000);
    expect((await cardOf(ann)).token).toBe(card.token);
    app.clock.advance(40_000);
    expect((await cardOf(ann)).token).not.toBe(card.token);

    const { token, url } = await cardOf(ann);
    const png = PNG.sync.read((await get(ann, `cards/${token}/qr.png`).responseType('blob').expect(200)).body);
    const decode = jsqr as unknown as typeof jsqr.default;
    expect(decode(new Uint8ClampedArray(png.data), png.width, png.height)?.data).toBe(url);
    await get(ben, `cards/${token}/qr.png`).expect(404);
  });

  it('a photo of it is worthless after a minute; who scanned in time has ten to tap', async () => {
    const { token, shortCode } = await cardOf(ann);
    const preview = (await get(ben, `cards/${shortCode.toLowerCase()}`).expect(200)).body as CardPreview;
    expect(preview).toMatchObject({ name: 'Ann Ü', eventTitle: 'Mixer, Shanghai', eventId, state: 'open' });
    app.clock.advance(61_000);
    for (const code of [token, shortCode]) {
      expect((await get(ben, `cards/${code}`).expect(410)).body.code).toBe('card_code_expired');
      await post(ben, `cards/${code}/exchange`).expect(410);
    }
    const carl = await createAttendee(app.dataSource, eventId);
    await post(carl, `cards/${preview.token}/exchange`).expect(410);
    await post(ben, `cards/${preview.token}/exchange`).expect(200);
    app.clock.advance(10 * 60_000);
    await get(ben, `cards/${preview.token}`).expect(410);
  });

  it('lets a newcomer without session find the event by the scanned token, and not by guessing', async () => {
    const { token, shortCode } = await cardOf(ann);
    const preview = (await app.phone().get(`/api/cards/${token}`).expect(200)).body as CardPreview;
    expect(preview).toMatchObject({ token, state: 'open' });
    expect(JSON.stringify(preview)).not.toMatch(/wechat|example\.com|138/u);
    await app.phone().get(`/api/cards/${shortCode}`).expect(401);
    await app.phone().post(`/api/cards/${token}/exchange`).expect(401);
    for (let guess = 0; guess < 10; guess += 1) await get(ben, `cards/AAAAA${guess}`).expect(410);
    await get(ben, `cards/${shortCode}`).expect(429);
  });

  it('refuses one’s own card, people of other events, and shows a blocked one an expired code', async () => {
    const { token } = await cardOf(ann);
    expect((await post(ann, `cards/${token}/exchange`).expect(409)).body.code).toBe('own_card');
    const elsewhere = await createAttendee(app.dataSource, (await createEvent(app.dataSource)).eventId);
    await post(elsewhere, `cards/${token}/exchange`).expect(404);
    await block(app.dataSource, ann, ben);
    expect((await get(ben, `cards/${token}`).expect(410)).body.code).toBe('card_code_expired');
    await post(ben, `cards/${token}/exchange`).expect(410);
    expect(await exchangesOf(ann)).toEqual([]);
  });
});

describe('I5: contacts after one tap by each side', () => {
  it('are shown field by field, to both, and not before', async () => {
    const asked = await scan(ben, ann);
    expect(asked).toMatchObject({ state: 'waiting-for-them', contacts: [], person: { name: 'Ann Ü' } });
    expect(await exchangesOf(ann)).toMatchObject([{ id: asked.id, state: 'waiting-for-me', contacts: [] }]);
    await post(ben, `events/${eventId}/card-exchanges/${asked.id}/accept`).expect(404);

    const path = `events/${eventId}/card-exchanges/${asked.id}/accept`;
    const accepted = (await post(ann, path).expect(200)).body as CardExchange;
    expect(accepted).toMatchObject({ state: 'exchanged', contacts: [{ kind: 'wechat', value: 'ben_wechat' }] });
    expect((await post(ann, path).expect(200)).body).toEqual(accepted);
    expect(await exchangesOf(ben)).toMatchObject([
      {
        state: 'exchanged',
        contacts: [
          { kind: 'wechat', value: 'ann_wechat' },
          { kind: 'email', value: 'ann@example.com' },
        ],
      },
    ]);
    expect((await get(ben, `events/${eventId}/circle`)).body.known).toMatchObject([{ name: 'Ann Ü' }]);
    expect((await get(ben, `events/${eventId}/encounters`)).body.encounters).toMatchObject([
      { via: 'card', contacts: [{ value: 'ann_wechat' }, { value: 'ann@example.com' }] },
    ]);
  });

  it('scanning each other is a tap by each side; in the same moment, too', async () => {
    const codes = await Promise.all([cardOf(ann), cardOf(ben)]);
    const [byAnn, byBen] = await Promise.all([
      post(ann, `cards/${codes[1].token}/exchange`).expect(200),
      post(ben, `cards/${codes[0].token}/exchange`).expect(200),
    ]);
    expect(byAnn.body.id).toBe(byBen.body.id);
    expect(await exchangesOf(ann)).toMatchObject([{ state: 'exchanged' }]);
  });

  it('the owner sees the scan at once; a “no” reaches nobody and looks like no answer', async () => {
    const carl = await createAttendee(app.dataSource, eventId, { name: 'Carl' });
    const [annSocket, benSocket] = await Promise.all([connect(app.url, ann.cookie), connect(app.url, ben.cookie)]);
    const told = nextEvent(annSocket, 'card:exchanged');
    const asked = await scan(ben, ann);
    const unanswered = await scan(carl, ann);
    expect(await told).toEqual({ eventId, exchangeId: asked.id });
    await app.settled();
    const quiet = noEvent(benSocket, 'card:exchanged');
    await post(ann, `events/${eventId}/card-exchanges/${asked.id}/decline`).expect(204);
    await quiet;
    annSocket.close();
    benSocket.close();
    expect((await exchangesOf(ann)).map(({ id }) => id)).toEqual([unanswered.id]);
    for (const minutes of [1, 30, 61]) {
      app.clock.advance(minutes * 60_000);
      const [toBen, toCarl] = await Promise.all([exchangesOf(ben), exchangesOf(carl)]);
      expect(toBen.map(({ state }) => state)).toEqual(toCarl.map(({ state }) => state));
    }
    const again = [await scan(ben, ann), await scan(carl, ann)];
    expect(again.map(({ id }) => id)).toEqual([asked.id, unanswered.id]);
    expect(again[0]?.at).toBe(again[1]?.at);
    const waiting = (await exchangesOf(ann)).find(({ id }) => id === asked.id);
    expect(waiting?.state).toBe('waiting-for-me');
  });

  it('taken back: the contacts vanish for both at once, until both tap again', async () => {
    const { id } = await scan(ben, ann);
    await post(ann, `events/${eventId}/card-exchanges/${id}/accept`).expect(200);
    await post(ann, `events/${eventId}/card-exchanges/${id}/revoke`).expect(200);
    for (const one of [ann, ben]) {
      expect(await exchangesOf(one)).toMatchObject([{ state: 'revoked', contacts: [] }]);
      expect((await get(one, `events/${eventId}/encounters`)).body.encounters).toMatchObject([{ contacts: [] }]);
    }
    await get(ben, `events/${eventId}/people/${ann.registrationId}/card.vcf`).expect(404);
    expect(await scan(ben, ann)).toMatchObject({ id, state: 'waiting-for-them', contacts: [] });
    expect(await scan(ann, ben)).toMatchObject({ id, state: 'exchanged', contacts: [{ value: 'ben_wechat' }] });
  });

  it('one may hide one’s own from one person and keep theirs; a block hides both', async () => {
    const { id } = await scan(ben, ann);
    await post(ann, `events/${eventId}/card-exchanges/${id}/accept`).expect(200);
    const mine = `/api/events/${eventId}/people/${ben.registrationId}/contacts`;
    await app.http.delete(mine).set('cookie', ann.cookie).expect(204);
    await app.http.delete(mine).set('cookie', ann.cookie).expect(404);
    expect(await exchangesOf(ben)).toMatchObject([{ contacts: [] }]);
    expect(await exchangesOf(ann)).toMatchObject([{ contacts: [{ value: 'ben_wechat' }] }]);
    await block(app.dataSource, ben, ann);
    expect(await exchangesOf(ann)).toMatchObject([{ contacts: [] }]);
  });
});

describe('C3: .vcf', () => {
  it('is for people who exchanged, with what they may see and where they met', async () => {
    const path = `events/${eventId}/people/${ann.registrationId}/card.vcf`;
    await get(ben, path).expect(404);
    const { id } = await scan(ben, ann);
    await get(ben, path).expect(404);
    await post(ann, `events/${eventId}/card-exchanges/${id}/accept`).expect(200);
    const file = await get(ben, path)
      .responseType('blob')
      .expect(200)
      .expect('content-type', 'text/vcard; charset=utf-8');
    expect(file.headers['content-disposition']).toContain("filename*=UTF-8''Ann%20%C3%9C.vcf");
    const text = Buffer.from(file.body).toString('utf8').replaceAll('\r\n ', '');
    expect(text).toContain('X-SOCIALPROFILE;TYPE=wechat:ann_wechat\r\n');
    expect(text).toMatch(/NOTE:WeChat: ann_wechat · met at Mixer\\, Shanghai\\, \d+ \w+ 20\d\d\r\n/u);
    expect(text).not.toContain('138');
    const carl = await createAttendee(app.dataSource, eventId);
    await get(carl, path).expect(404);
  });
});

describe('C1, C3: the WeChat code', () => {
  const CODE = 'https://u.wechat.com/MAbcDEF_0123456789-xyz';
  const put = (by: TestAccount, contacts: object[]) =>
    app.http.put('/api/me/contacts').set('cookie', by.cookie).send({ contacts });
  const read = (png: Buffer): string | undefined => {
    const { data, width, height } = PNG.sync.read(png);
    return (jsqr as unknown as typeof jsqr.default)(new Uint8ClampedArray(data), width, height)?.data;
  };
  const picture = (by: TestAccount, path: string) => get(by, path).responseType('blob');

  it('says the same when drawn anew, and shows as the other contacts do: after both taps, until taken back', async () => {
    await get(ann, 'me/contacts/wechat-qr.png').expect(404);
    await put(ann, [{ kind: 'wechat-qr', value: ` ${CODE} ` }]).expect(200);
    expect(read((await picture(ann, 'me/contacts/wechat-qr.png').expect(200)).body)).toBe(CODE);
    const path = `events/${eventId}/people/${ann.registrationId}/wechat-qr.png`;
    await get(ben, path).expect(404);
    const { id } = await scan(ben, ann);
    await get(ben, path).expect(404);
    await post(ann, `events/${eventId}/card-exchanges/${id}/accept`).expect(200);
    expect((await exchangesOf(ben))[0]?.contacts).toEqual([
      { kind: 'wechat-qr', value: CODE, picture: `/api/${path}` },
    ]);
    expect(read((await picture(ben, path).expect(200)).body)).toBe(CODE);
    const file = await picture(ben, `events/${eventId}/people/${ann.registrationId}/card.vcf`).expect(200);
    expect(Buffer.from(file.body).toString('utf8')).not.toContain('u.wechat.com');
    await get(await createAttendee(app.dataSource, eventId), path).expect(404);
    await put(ann, [{ kind: 'wechat-qr', value: CODE, visibility: 'nobody' }]).expect(200);
    await get(ben, path).expect(404);
    await put(ann, [{ kind: 'wechat-qr', value: CODE }]).expect(200);
    await post(ann, `events/${eventId}/card-exchanges/${id}/revoke`).expect(200);
    await get(ben, path).expect(404);
  });

  it('is refused with the reason where it is for payments, for a group, no code of WeChat, or the second one', async () => {
    for (const [value, code] of [
      ['wxp://f2f0abcdefgh', 'payment_code'],
      ['https://weixin.qq.com/g/AbCdEfGhIjKlMnOp', 'group_code'],
      ['https://u.wechat.com.evil.example/MAbcDEF0123', 'no_wechat_code'],
    ])
      expect((await put(ann, [{ kind: 'wechat-qr', value }]).expect(400)).body.fields).toMatchObject([
        { field: 'contacts.0.value', code },
      ]);
    const two = [CODE, `${CODE}2`].map((value) => ({ kind: 'wechat-qr', value }));
    expect((await put(ann, two).expect(400)).body.fields).toMatchObject([
      { field: 'contacts.1.value', code: 'duplicate' },
    ]);
    expect((await get(ann, 'me/contacts')).body).toHaveLength(3);
  });
});
