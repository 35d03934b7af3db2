import type { HostShares } from '@teabreak/shared';
import type { TestAccount, TestAttendee } from '../../../../test/factories.js';
import { grantRole } from '../../../../test/factories.js';
import { IntroductionsRoom } from '../../../../test/introductions-room.js';
import { ask, connect, nextEvent, type TestSocket } from '../../../../test/sockets.js';
import { createTestApp, type TestApp } from '../../../../test/test-app.js';
import { WaitingIntroductions } from '../waiting-introductions.service.js';

let app: TestApp;
let room: IntroductionsRoom;
let hana: TestAccount;
let kim: TestAccount;

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set(new Date());
  room = await IntroductionsRoom.open(app);
  [hana, kim] = [await room.host('Hana'), await room.host('Kim')];
});

const pairs = (count: number) =>
  Promise.all(
    Array.from({ length: count }, () => room.people('Asking', 'Asked') as Promise<[TestAttendee, TestAttendee]>),
  );
const shares = async (of: TestAccount): Promise<HostShares['hosts']> =>
  (await room.get(of, 'introductions/hosts').expect(200)).body.hosts;
const whatWaits = async (of: TestAccount) =>
  (await app.app.get(WaitingIntroductions).of(of.accountId, room.eventId)).map(({ what }) => what);

describe('I1: hosts share what needs one', () => {
  it('six requests at once: three each; everybody sees all, and whose turn it is', async () => {
    await Promise.all((await pairs(6)).map(([one, other]) => room.ask(one, other).expect(201)));
    expect(await shares(hana)).toEqual([
      { name: 'Hana', isMe: true, waiting: 3, done: 0 },
      { name: 'Kim', isMe: false, waiting: 3, done: 0 },
    ]);
    const seen = await room.list(hana);
    expect(seen.map(({ host }) => host?.isMe).sort()).toEqual([false, false, false, true, true, true]);
    expect(await whatWaits(hana)).toHaveLength(3);
  });

  it('another host takes it over, twice the same; then it is their share and their turn', async () => {
    const [[one, other]] = (await pairs(1)) as [[TestAttendee, TestAttendee]];
    const { id } = (await room.ask(one, other).expect(201)).body;
    const [mine, free] = (await whatWaits(hana)).length > 0 ? [hana, kim] : [kim, hana];
    for (const _ of [1, 2])
      expect((await room.tap(free, id, 'take').expect(200)).body.host).toMatchObject({ isMe: true });
    expect([await whatWaits(mine), await whatWaits(free)]).toEqual([[], ['pass-on']]);
    await room.tap(free, id, 'pass-on').expect(200);
    expect((await shares(free))[0]).toMatchObject({ isMe: true, waiting: 0, done: 1 });
    expect((await room.tap(mine, id, 'take')).status).toBe(404);
    expect((await room.tap(one, id, 'take')).status).toBe(409);
    expect(await whatWaits(other)).toEqual(['answer']);
  });

  it('nobody brokers their own: a host who asks, or is asked for, has no turn and sees nothing of it in the shares', async () => {
    const [guest, host] = (await room.people('Guest', 'Host')) as [TestAttendee, TestAttendee];
    await grantRole(app.dataSource, room.eventId, host.accountId, 'host');
    const before = await shares(host);
    await room.ask(guest, host).expect(201);
    expect(await shares(host)).toEqual(before);
    expect(await whatWaits(host)).toEqual([]);
    const { id } = (await room.ask(host, guest).expect(201)).body;
    const asked = await shares(host);
    await room.tap(kim, id, 'decline').expect(200);
    expect(await shares(host)).toEqual(asked);
  });

  it('a host who takes one up is seen to have it on the others’ desks at once, never on that of a host who asked', async () => {
    const [[guest]] = (await pairs(1)) as [[TestAttendee, TestAttendee]];
    const asks = await room.person('Asking host');
    await grantRole(app.dataSource, room.eventId, asks.accountId, 'host');
    const { id } = (await room.ask(asks, guest).expect(201)).body;
    await app.settled();
    const other = (await room.view(hana, id)).host?.isMe ? kim : hana;
    const [desk, asking] = await Promise.all([hana, asks].map(({ cookie }) => connect(app.url, cookie)));
    const told = nextEvent(desk as TestSocket, 'introduction:changed');
    let heard = 0;
    asking?.on('introduction:changed', () => {
      heard += 1;
    });
    await room.tap(other, id, 'take').expect(200);
    await told;
    await app.settled();
    await ask(asking as TestSocket, 'board:unwatch', { eventId: room.eventId });
    expect(heard).toBe(0);
    for (const socket of [desk, asking]) socket?.close();
  });

  it('I4: a host brings two together from the desk, as often as need be', async () => {
    for (const [one, other] of await pairs(7)) await room.offer(hana, one, other).expect(201);
    const [[one, other]] = (await pairs(1)) as [[TestAttendee, TestAttendee]];
    const [ivy] = (await room.people('Ivy')) as [TestAttendee];
    await room.knows(ivy, one, other);
    for (const [a] of await pairs(5)) {
      await room.knows(ivy, a);
      await room.offer(ivy, a, one).expect(201);
    }
    expect((await room.offer(ivy, one, other).expect(409)).body).toMatchObject({ code: 'introduction_limit' });
  });
});

describe('two steps: through somebody who knows somebody', () => {
  it('the first is asked first, the second learns of it then; the requester sees the same all the time', async () => {
    const [rae, theo, ivy, tom] = (await room.people('Rae', 'Theo', 'Ivy', 'Tom')) as [
      TestAttendee,
      TestAttendee,
      TestAttendee,
      TestAttendee,
    ];
    await room.knows(theo, rae, ivy);
    await room.knows(ivy, tom);
    const wrong = { introducer: theo, through: ivy };
    expect((await room.ask(rae, tom, wrong).expect(409)).body.code).toBe('not_an_acquaintance');
    expect((await room.ask(rae, tom, { introducer: ivy }).expect(409)).body.code).toBe('not_an_acquaintance');
    const asked = (await room.ask(rae, tom, { introducer: ivy, through: theo }).expect(201)).body;
    const { id } = asked;
    await room.get(ivy, `introductions/${id}`).expect(404);
    expect([await whatWaits(theo), await whatWaits(ivy)]).toEqual([['pass-on'], []]);
    expect((await room.tap(theo, id, 'pass-on', { line: 'Rae is great.' }).expect(200)).body).toMatchObject({
      state: 'passed-on',
      through: { isMe: true },
      introducer: { name: 'Ivy' },
    });
    expect([await whatWaits(theo), await whatWaits(ivy)]).toEqual([[], ['pass-on']]);
    expect(await room.view(ivy, id)).toMatchObject({
      throughLine: 'Rae is great.',
      through: { name: 'Theo', isMe: false },
      can: ['pass-on', 'decline'],
    });
    await room.get(tom, `introductions/${id}`).expect(404);
    expect(await room.view(rae, id)).toEqual(asked);
    await room.tap(ivy, id, 'pass-on', { line: 'You will like her.' }).expect(200);
    expect(await room.view(rae, id)).toEqual(asked);
    expect(await room.view(tom, id)).toMatchObject({
      through: { name: 'Theo' },
      throughLine: '',
      introducerLine: 'You will like her.',
    });
    await room.tap(tom, id, 'agree').expect(200);
    expect([await whatWaits(rae), await whatWaits(tom), await whatWaits(ivy)]).toEqual([['meeting'], ['meeting'], []]);
    await room.tap(rae, id, 'ping').expect(200);
    expect([await whatWaits(rae), await whatWaits(tom)]).toEqual([['meeting'], ['looking-for-you']]);
    await room.tap(rae, id, 'met').expect(200);
    expect([await whatWaits(rae), await whatWaits(tom)]).toEqual([[], ['confirm-met']]);
    expect((await room.view(theo, id)).state).toBe('met');
  });
});
