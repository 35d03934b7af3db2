import { createAccount, createEvent, createHelper, createRegistration } from '../../../../test/factories.js';
import { createTestApp, TEST_ORIGIN, type TestApp } from '../../../../test/test-app.js';
import { EmailClaims } from '../../accounts/sign-in/email-claims.service.js';
import { maskedName } from './masked-name.js';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.close());

const consents = { takePart: true, board: true, screen: false, suggestions: true };
const input = { locale: 'en', consents };
const CSV = `Name,Email,Phone,WeChat,Company,Seeks,Goal,Hometown
李明辉,ming@example.org,13812345678,ming_2020,小米,合伙人,partner or co-founder,福建泉州
Anika Sharma,anika@example.org,,,,,,
`;

async function importedEvent() {
  const hour = 3_600_000;
  const now = test.clock.now().getTime();
  const event = await createEvent(test.dataSource, {
    title: 'Autumn mixer',
    startsAt: new Date(now + hour),
    endsAt: new Date(now + 4 * hour),
  });
  const organizer = await createHelper(test.dataSource, event.eventId, 'organizer');
  const desk = () => test.phone({ cookie: organizer.cookie });
  await desk()
    .post(`/api/events/${event.eventId}/guest-imports`)
    .attach('file', Buffer.from(CSV), 'guests.csv')
    .expect(201);
  const { body } = await desk().get(`/api/events/${event.eventId}/registrations`).expect(200);
  const link = (name: string): string =>
    body.guests.find((guest: { name: string }) => guest.name === name).personalLink;
  const tokenOf = (name: string) => link(name).split('/i/')[1]!;
  return { ...event, desk, link, tokenOf, guests: body.guests as { id: string; name: string; email: string }[] };
}
const claim = (token: string, phone = test.phone(), body: object = input) =>
  phone.post(`/api/claims/${token}`).send(body);

describe('personal links of imported guests', () => {
  it('show a masked name, and looking never uses them up', async () => {
    const { link, tokenOf, slug } = await importedEvent();
    expect(link('李明辉')).toMatch(new RegExp(`^${TEST_ORIGIN}/i/[\\w-]{65}$`, 'u'));
    for (let look = 0; look < 3; look += 1) {
      const preview = await test.http.get(`/api/claims/${tokenOf('李明辉')}`).expect(200);
      expect(preview.body).toMatchObject({ maskedName: '李**', eventTitle: 'Autumn mixer', slug, state: 'open' });
      expect(JSON.stringify(preview.body)).not.toContain('example.org');
    }
    await test.http.head(`/api/claims/${tokenOf('李明辉')}`);
    await claim(tokenOf('李明辉')).expect(200);
  });

  it('E4: have a picture for the door, and a forged link has none', async () => {
    const { tokenOf } = await importedEvent();
    const picture = await test.http.get(`/api/claims/${tokenOf('李明辉')}/qr.svg`).expect(200);
    expect(picture.headers['content-type']).toBe('image/svg+xml');
    expect(String(picture.body)).toContain('<svg');
    await test.http.get(`/api/claims/${'A'.repeat(65)}/qr.svg`).expect(404);
  });

  it('bind on first use; what the list knew becomes the person’s own', async () => {
    const { eventId, tokenOf } = await importedEvent();
    const phone = test.phone();
    const claimed = await claim(tokenOf('李明辉'), phone).expect(200);
    expect(claimed.body).toMatchObject({ status: 'confirmed', eventId });
    const me = await phone.get(`/api/events/${eventId}/me`).expect(200);
    expect(me.body).toMatchObject({
      name: '李明辉',
      consents,
      goal: { kind: 'partner', seeks: ['合伙人'] },
      contacts: [
        { kind: 'email', value: 'ming@example.org' },
        { kind: 'phone', value: '+8613812345678' },
        { kind: 'wechat', value: 'ming_2020' },
      ],
    });
    const rows = await test.dataSource.query(
      `SELECT c.kind, c.value FROM commonalities c JOIN registrations r ON r.account_id = c.account_id
       WHERE r.id = $1 ORDER BY c.position`,
      [claimed.body.registrationId],
    );
    expect(rows).toEqual([
      { kind: 'hometown', value: '福建泉州' },
      { kind: 'company', value: '小米' },
    ]);
  });

  it('lead nobody else in afterwards; their owner comes in again', async () => {
    const { tokenOf } = await importedEvent();
    const token = tokenOf('李明辉');
    const phone = test.phone();
    const first = await claim(token, phone).expect(200);
    expect((await test.http.get(`/api/claims/${token}`)).body.state).toBe('taken');
    const refused = await claim(token).expect(410);
    expect([refused.body.code, refused.headers['set-cookie']]).toEqual(['claim_taken', undefined]);
    expect((await phone.get(`/api/claims/${token}`)).body.state).toBe('mine');
    expect((await claim(token, phone).expect(200)).body).toEqual(first.body);
  });

  it('twenty phones at once: one wins, and no account is left over', async () => {
    const { tokenOf } = await importedEvent();
    const accounts = async () => Number((await test.dataSource.query('SELECT count(*) FROM accounts'))[0].count);
    const before = await accounts();
    const answers = await Promise.all(Array.from({ length: 20 }, () => claim(tokenOf('Anika Sharma'))));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'claim_taken')).toHaveLength(19);
    expect(await accounts()).toBe(before + 1);
  });

  it('need the consent to take part', async () => {
    const { tokenOf } = await importedEvent();
    const refused = { locale: 'en', consents: { ...consents, takePart: false } };
    expect((await claim(tokenOf('李明辉'), test.phone(), refused).expect(409)).body.code).toBe('consent_needed');
    expect((await test.http.get(`/api/claims/${tokenOf('李明辉')}`)).body.state).toBe('open');
  });

  it('cannot be made up, swapped or used after a new one was given out', async () => {
    const { tokenOf, guests } = await importedEvent();
    const [one, other] = [tokenOf('李明辉'), tokenOf('Anika Sharma')];
    const forged = [one.slice(0, 22) + other.slice(22), one.slice(0, -1), `${one}A`, 'x', `${'A'.repeat(65)}`];
    for (const token of forged) await test.http.get(`/api/claims/${token}`).expect(404);
    const { id } = guests.find(({ name }) => name === '李明辉')!;
    await test.dataSource.query('UPDATE registrations SET claim_version = 1 WHERE id = $1', [id]);
    await claim(one).expect(404);
  });

  it('a person who has a place already keeps it', async () => {
    const { tokenOf } = await importedEvent();
    const phone = test.phone();
    await claim(tokenOf('李明辉'), phone).expect(200);
    expect((await claim(tokenOf('Anika Sharma'), phone).expect(409)).body.code).toBe('already_registered');
  });

  it('claiming two places and joining, all at once, gives a person one place', async () => {
    const { eventId, slug, tokenOf } = await importedEvent();
    const { accountId, cookie } = await createAccount(test.dataSource);
    const phone = () => test.phone({ cookie });
    const join = {
      requestId: 'b9b6a9f0-40a5-4c53-9d39-0b5f9a0f3d11',
      name: 'Ann',
      contact: { kind: 'wechat', value: 'ann_wechat' },
      goal: { kind: 'curious' },
      consents,
      locale: 'en',
    };
    const answers = await Promise.all([
      claim(tokenOf('李明辉'), phone()),
      claim(tokenOf('Anika Sharma'), phone()),
      phone().post(`/api/public/events/${slug}/registrations`).send(join),
    ]);
    expect(answers.filter(({ status }) => status < 300)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'already_registered')).toHaveLength(2);
    const [{ taken, confirmed }] = await test.dataSource.query(
      `SELECT taken, (SELECT count(*)::integer FROM registrations WHERE event_id = e.id AND status = 'confirmed') AS confirmed
       FROM events e WHERE id = $1`,
      [eventId],
    );
    expect(taken).toBe(confirmed);
    expect(await test.dataSource.query('SELECT 1 FROM registrations WHERE account_id = $1', [accountId])).toHaveLength(
      1,
    );
  });

  it('whoever proves the listed address finds the place, and agrees to things by themselves', async () => {
    const { eventId } = await importedEvent();
    const { accountId, cookie } = await createAccount(test.dataSource);
    const claims = test.app.get(EmailClaims);
    const announce = await test.dataSource.transaction((manager) => claims.run(manager, accountId, 'ming@example.org'));
    announce();
    const me = await test.phone({ cookie }).get(`/api/events/${eventId}/me`).expect(200);
    expect(me.body).toMatchObject({
      name: '李明辉',
      consents: { takePart: false, board: false },
      goal: { kind: 'partner' },
    });
    await test.dataSource.transaction((manager) => claims.run(manager, accountId, 'ming@example.org'));
    expect(
      await test.dataSource.query('SELECT 1 FROM registrations WHERE account_id = $1 AND event_id = $2', [
        accountId,
        eventId,
      ]),
    ).toHaveLength(1);
  });

  it('lead nowhere once the guest was cancelled or declined', async () => {
    const { eventId, desk, tokenOf, guests } = await importedEvent();
    const { id } = guests.find(({ name }) => name === '李明辉')!;
    await desk().patch(`/api/events/${eventId}/registrations/${id}`).send({ status: 'declined' }).expect(204);
    await claim(tokenOf('李明辉')).expect(404);
  });
});

describe('invitations', () => {
  it('mail the personal link, in both languages, once a day', async () => {
    const { eventId, desk, link, tokenOf } = await importedEvent();
    await claim(tokenOf('Anika Sharma')).expect(200);
    const invite = () => desk().post(`/api/events/${eventId}/registrations/invite`);
    expect((await invite().expect(200)).body).toEqual({ invited: 1, mailedToday: 0, withoutEmail: 0 });
    test.clock.advance(60_000);
    expect((await invite().expect(200)).body).toEqual({ invited: 0, mailedToday: 1, withoutEmail: 0 });
    const mails = await test.dataSource.query('SELECT recipient, body FROM mails WHERE recipient = $1', [
      'ming@example.org',
    ]);
    expect(mails).toHaveLength(1);
    expect(mails[0].body).toContain(link('李明辉'));
    expect(mails[0].body).toContain('李明辉，您好');
    const host = await createHelper(test.dataSource, eventId, 'host');
    await test.phone({ cookie: host.cookie }).post(`/api/events/${eventId}/registrations/invite`).expect(403);
    const stranger = await createAccount(test.dataSource);
    await test.phone({ cookie: stranger.cookie }).post(`/api/events/${eventId}/registrations/invite`).expect(404);
  });

  it('mails nobody from a demo, which anybody may run and fill with addresses', async () => {
    const mailing = await createTestApp({ config: { smtpUrl: 'smtp://127.0.0.1:9' } });
    const { eventId } = await createEvent(mailing.dataSource);
    const owner = await createHelper(mailing.dataSource, eventId, 'owner');
    await mailing.dataSource.query('UPDATE events SET is_demo = true WHERE id = $1', [eventId]);
    await createRegistration(mailing.dataSource, eventId, null, { email: 'stranger@example.org' });
    await mailing.phone({ cookie: owner.cookie }).post(`/api/events/${eventId}/registrations/invite`).expect(200);
    expect(await mailing.dataSource.query('SELECT state FROM mails')).toEqual([{ state: 'kept' }]);
    await mailing.close();
  });
});

it.each([
  ['李明辉', '李**'],
  ['Anika Sharma', 'A**** S*****'],
  ['欧阳', '欧*'],
  ['A', 'A'],
  ['Zoë 🎉 Müller', 'Z** 🎉 M*****'],
  ['Bartholomew', 'B******'],
])('masks %s as %s', (name, masked) => {
  expect(maskedName(name)).toBe(masked);
});
