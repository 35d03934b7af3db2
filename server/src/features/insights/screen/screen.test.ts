import {
  createAccount,
  createAgendaItem,
  createAttendee,
  createEvent,
  createHelper,
  type TestAccount,
} from '../../../../test/factories.js';
import { ask, connect, nextEvent, noEvent, type TestSocket } from '../../../../test/sockets.js';
import { createTestApp, type TestApp } from '../../../../test/test-app.js';
import { DomainEvents } from '../../../common/domain-events.js';

let t: TestApp;
let eventId: string;
let slug: string;
let owner: TestAccount;
let token: string;
beforeEach(async () => {
  t = await createTestApp();
  owner = await createAccount(t.dataSource);
  ({ eventId, slug } = await createEvent(t.dataSource, { ownerId: owner.accountId }));
  token = (await t.phone({ cookie: owner.cookie }).get(`/api/events/${eventId}`)).body.screenToken;
});
afterEach(() => t.close());

type AttendeeOptions = NonNullable<Parameters<typeof createAttendee>[2]>;
const view = (link = token) => t.http.get(`/api/screen/${link}`);
const projector = (link: unknown = token): Promise<TestSocket> => connect(t.url, undefined, { auth: { screen: link } });

it('B4, P1: shows only who is here and agreed to the screen, and only their name and goal', async () => {
  const shown: AttendeeOptions = {
    checkedIn: true,
    goal: { kind: 'hire', seeks: ['designer'], sentence: 'Looking for a designer' },
  };
  await createAttendee(t.dataSource, eventId, {
    name: 'Shown',
    headline: 'SECRET-HEADLINE',
    email: 'secret@example.com',
    ...shown,
  });
  await createAttendee(t.dataSource, eventId, { name: 'No consent', ...shown, consents: { screen: false } });
  await createAttendee(t.dataSource, eventId, { name: 'Left', ...shown, consents: { takePart: false } });
  await createAttendee(t.dataSource, eventId, { name: 'Hidden', ...shown, boardLevel: 'hidden' });
  await createAttendee(t.dataSource, eventId, { name: 'Suggested only', ...shown, boardLevel: 'suggested' });
  await createAttendee(t.dataSource, eventId, { name: 'Not here', ...shown, checkedIn: false });
  const answer = await view();
  expect(answer.body.people).toEqual([
    {
      id: expect.any(String),
      name: 'Shown',
      goal: { kind: 'hire', seeks: ['designer'], offers: [], sentence: 'Looking for a designer' },
    },
  ]);
  expect(answer.body).toMatchObject({
    checkedIn: 5,
    free: 5,
    joinUrl: `http://teabreak.test/e/${slug}`,
    openBreak: null,
    nextBreak: null,
  });
  expect(answer.text).not.toMatch(/SECRET|secret@/u);
});

it('shows the break that is on and the next one', async () => {
  const at = (minutes: number) => new Date(t.clock.now().getTime() + minutes * 60_000);
  await createAgendaItem(t.dataSource, eventId, { title: 'Now', startsAt: at(-5), openedAt: at(-5) });
  await createAgendaItem(t.dataSource, eventId, { title: 'Missed', startsAt: at(-60), endsAt: at(-30) });
  await createAgendaItem(t.dataSource, eventId, { title: 'Later', startsAt: at(120) });
  await createAgendaItem(t.dataSource, eventId, { title: 'Next', startsAt: at(60) });
  expect((await view()).body).toMatchObject({ openBreak: { title: 'Now' }, nextBreak: { title: 'Next' } });
});

it('threat 27: the link opens this view and nothing else, and a rotated one opens nothing', async () => {
  const host = await createHelper(t.dataSource, eventId, 'organizer');
  for (const path of ['', '/now', '/team', '/board']) {
    const answer = await t.http.get(`/api/events/${eventId}${path}`).set('cookie', `teabreak_session=${token}`);
    expect([401, 404]).toContain(answer.status);
  }
  const rotated = await t.phone({ cookie: host.cookie }).post(`/api/events/${eventId}/screen-token`);
  expect(rotated.body.screenToken).not.toBe(token);
  expect((await view()).status).toBe(404);
  expect((await view('%00')).status).toBe(404);
  expect((await view(rotated.body.screenToken)).status).toBe(200);
  await expect(projector()).rejects.toMatchObject({ data: { code: 'not_found' } });
});

it('a projector needs no session, hears only that something changed, and may ask for nothing', async () => {
  const socket = await projector();
  const changed = nextEvent(socket, 'screen:changed');
  t.app.get(DomainEvents).emit('break:opened', { eventId, itemId: eventId });
  expect(await changed).toEqual({ eventId });
  expect(await ask(socket, 'desk:watch', { eventId })).toMatchObject({ ok: false, error: { code: 'not_allowed' } });
  socket.close();
});

it.each([[{}], [7], [['x']], [null], ['x'.repeat(5000)], ['']])(
  'auth of another shape is refused: %p',
  async (link) => {
    await expect(projector(link)).rejects.toMatchObject({
      data: { code: expect.stringMatching(/^not_(found|signed_in)$/u) },
    });
  },
);

it('many changes reach the wall once at once and once a second later; the last one is never swallowed', async () => {
  const socket = await projector();
  let heard = 0;
  socket.on('screen:changed', () => {
    heard += 1;
  });
  const first = nextEvent(socket, 'screen:changed');
  for (let change = 0; change < 50; change += 1) t.app.get(DomainEvents).emit('board:changed', { eventId });
  await first;
  expect(heard).toBe(1);
  await nextEvent(socket, 'screen:changed');
  await noEvent(socket, 'screen:changed', 1200);
  expect(heard).toBe(2);
  socket.close();
});
