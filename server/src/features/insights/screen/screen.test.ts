import { createAgendaItem, createAttendee, createEvent, createScreenLink } from '../../../../test/factories.js';
import { ask, connect, nextEvent, noEvent, type TestSocket } from '../../../../test/sockets.js';
import { createTestApp, type TestApp, until } from '../../../../test/test-app.js';
import { DomainEvents } from '../../../common/domain-events.js';

let t: TestApp;
let eventId: string;
let slug: string;
let token: string;
beforeAll(async () => {
  t = await createTestApp();
});
beforeEach(async () => {
  ({ eventId, slug } = await createEvent(t.dataSource));
  ({ token } = await createScreenLink(t.dataSource, eventId));
});
afterAll(() => t.close());

type AttendeeOptions = NonNullable<Parameters<typeof createAttendee>[2]>;
const view = (link = token) => t.phone({ authorization: `Bearer ${link}` }).get('/api/screen');
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
  expect(answer.body.arrivals).toEqual([{ ...answer.body.people[0], goal: undefined, at: expect.any(String) }]);
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

it('names the talk that is on and the next one', async () => {
  const at = (minutes: number) => new Date(t.clock.now().getTime() + minutes * 60_000);
  const talk = (title: string, from: number, to: number) =>
    createAgendaItem(t.dataSource, eventId, { kind: 'session', title, startsAt: at(from), endsAt: at(to) });
  await talk('Over', -90, -60);
  await talk('On', -30, 10);
  await talk('Later', 90, 120);
  await talk('Next', 30, 60);
  expect((await view()).body).toMatchObject({ session: { title: 'On' }, nextSession: { title: 'Next' } });
});

it('who came a while ago has not just arrived any more', async () => {
  const { registrationId } = await createAttendee(t.dataSource, eventId, { name: 'Early', checkedIn: true });
  const ago = (minutes: number) => new Date(t.clock.now().getTime() - minutes * 60_000);
  const came = (when: Date) =>
    t.dataSource.query('UPDATE registrations SET checked_in_at = $2 WHERE id = $1', [registrationId, when]);
  await came(ago(9));
  expect((await view()).body.arrivals).toMatchObject([{ name: 'Early' }]);
  await came(ago(11));
  expect((await view()).body).toMatchObject({ arrivals: [], people: [{ name: 'Early' }] });
});

it('answers a wall that was opened by an earlier release at the address it knows', async () => {
  expect((await t.http.get(`/api/screen/${token}`)).body).toMatchObject({ event: { slug } });
  expect((await t.http.get('/api/screen/%00')).status).toBe(404);
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
  await until(() => heard >= 2);
  await noEvent(socket, 'screen:changed', 1200);
  expect(heard).toBe(2);
  socket.close();
});
