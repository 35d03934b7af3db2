import type { Inbox } from '@teabreak/shared';
import { grantRole, type TestAttendee } from '../../../../test/factories.js';
import { IntroductionsRoom } from '../../../../test/introductions-room.js';
import { ask, connect, type TestSocket } from '../../../../test/sockets.js';
import { createTestApp, type TestApp } from '../../../../test/test-app.js';

const MEETING_OVER = 21;
const EVENT_OVER = 180;
const THREE_DAYS = 3 * 24 * 60;

let app: TestApp;
let room: IntroductionsRoom;
let rae: TestAttendee;
let tom: TestAttendee;
let ivy: TestAttendee;

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set('2026-06-01T10:00:00Z');
  room = await IntroductionsRoom.open(app);
  [rae, tom, ivy] = (await room.people('Rae', 'Tom', 'Ivy')) as [TestAttendee, TestAttendee, TestAttendee];
  await room.knows(ivy, rae, tom);
});

const asked = async (who: TestAttendee) =>
  ((await room.get(who, 'inbox').expect(200)).body as Inbox).items.map(({ kind, name }) => [kind, name]);

it('I1: once the time of a meeting is over both are asked whether they met, one’s answer is put to the other one', async () => {
  const id = await room.agreed(rae, tom, ivy, true);
  expect([await asked(rae), await asked(ivy)]).toEqual([[['meeting', 'Tom']], [['meeting', 'Rae']]]);
  await room.later(MEETING_OVER);
  expect([await asked(rae), await asked(tom), await asked(ivy)]).toEqual([
    [['did-you-meet', 'Tom']],
    [['did-you-meet', 'Rae']],
    [],
  ]);
  await room.later(EVENT_OVER + 2 * 60);
  expect(await asked(rae)).toEqual([['did-you-meet', 'Tom']]);
  // Everybody is at home: there is nothing to change and nobody to be looked for any more.
  expect((await room.view(rae, id)).can).toEqual(['met', 'missed']);
  await room.tap(rae, id, 'met').expect(200);
  expect([await asked(rae), await asked(tom)]).toEqual([[], expect.arrayContaining([['confirm-met', 'Rae']])]);
});

it('I1: three days after the event it closes by itself as not known, and is told to those concerned once', async () => {
  const id = await room.agreed(rae, tom, ivy);
  await app.settled();
  const sockets = await Promise.all([rae, tom, ivy].map(({ cookie }) => connect(app.url, cookie)));
  const heard: number[] = sockets.map(() => 0);
  for (const [at, socket] of sockets.entries())
    socket.on('introduction:changed', () => {
      heard[at] = (heard[at] ?? 0) + 1;
    });
  const answered = (socket: TestSocket) => ask(socket, 'board:unwatch', { eventId: room.eventId });
  await room.later(EVENT_OVER + THREE_DAYS - 1);
  expect((await room.view(rae, id)).state).toBe('agreed');
  await room.later(1);
  await room.later(1);
  for (const socket of sockets) await answered(socket);
  expect(heard).toEqual([1, 1, 1]);
  for (const socket of sockets) socket.close();
  for (const one of [rae, tom, ivy])
    expect(await room.view(one, id)).toMatchObject({
      state: 'unknown',
      can: [],
      updatedAt: new Date(Date.parse('2026-06-01T10:00:00Z') + (EVENT_OVER + THREE_DAYS) * 60_000).toISOString(),
    });
  expect((await room.view(rae, id)).meeting).toMatchObject({ said: { me: null, other: null }, cancelledBy: null });
  expect(await asked(rae)).toEqual([]);
  expect((await room.tap(rae, id, 'met').expect(409)).body.code).toBe('introduction_closed');
});

it.each(['is not swept yet', 'is closed'])(
  'I6: a block weeks later changes nothing the other one sees, also where it %s',
  async (when) => {
    const id = await room.agreed(rae, tom, ivy);
    app.clock.advance((EVENT_OVER + THREE_DAYS + 1) * 60_000);
    if (when === 'is closed') await room.later(0);
    const before = await room.view(rae, id);
    await room.post(tom, `people/${rae.registrationId}/block`).expect(204);
    await app.settled();
    expect(await room.view(rae, id)).toEqual({ ...before, contacts: [] });
    await room.later(0);
    expect(await room.view(rae, id)).toEqual({ ...before, contacts: [] });
  },
);

it('O2: the organizer counts it as agreed and not as met; M11: whoever brought them together is thanked all the same', async () => {
  await grantRole(app.dataSource, room.eventId, ivy.accountId, 'organizer');
  const numbers = async () => (await room.get(ivy, 'now').expect(200)).body.introductions;
  await room.agreed(rae, tom, ivy);
  await room.later(EVENT_OVER + THREE_DAYS);
  expect(await numbers()).toMatchObject({ asked: 1, agreed: 1, met: 0 });
});
