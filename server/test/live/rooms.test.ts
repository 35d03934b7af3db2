import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { ServerToClientEvents } from '@teabreak/shared';
import {
  createAccount,
  createAgendaItem,
  createAttendee,
  createEvent,
  createHelper,
  createRegistration,
  createScreenLink,
  openSession,
  type RegistrationOptions,
  type TestAccount,
  type TestAttendee,
} from '../factories.js';
import { type FaultProxy, faultProxy } from '../faults.js';
import { describeWithRedis, TestRedis } from '../redis.js';
import { ask, connect, type TestSocket } from '../sockets.js';
import { createTestApp, type TestApp, until } from '../test-app.js';
import { createTestDatabase, type TestDatabase } from '../test-database.js';

/**
 * After two seconds who lost a right hears nothing more, on every server; where the machine stands still meanwhile it may take longer,
 * and is looked at again.
 */
const WITHIN_MS = [2000, 10_000, 30_000];
/** Once those who stay have heard all, what is on its way to anybody else has arrived after this time, too. */
const ARRIVES_MS = 300;
/** A slow database's answer takes twice that; somebody is sent out at each of these moments after they began to come in. */
const SLOW_MS = 120;
const SENT_OUT_AFTER_MS = [0, 60, 120, 180, 240, 300, 360, 480, 600, 800, 1000];

/** What each kind of room is told when something happens, of the messages that nobody else is told. */
const TOLD_BY: Partial<Record<keyof ServerToClientEvents, Room>> = {
  'board:changed': 'board',
  'room:message-posted': 'room',
  'guests:changed': 'desk',
  'screen:changed': 'screen',
  'asks:changed': 'asks',
};
type Room = 'board' | 'room' | 'desk' | 'asks' | 'screen';
const WATCHES = ['board', 'room', 'desk', 'asks'] as const;

interface Holder {
  cookie?: string;
  auth?: { screen: string };
}
interface Place {
  eventId: string;
  owner: TestAccount;
  /** Two who stay: without them silence would prove nothing. */
  staying: { here: TestAttendee; there: TestAttendee };
  breakId: string;
  screen: { linkId: string; token: string };
}

let database: TestDatabase;
let here: TestApp;
let there: TestApp;

async function startNodes(
  messages: (databaseUrl: string) => { databaseUrl?: string; redisUrl?: string },
): Promise<void> {
  database = await createTestDatabase();
  const start = () => createTestApp({ databaseUrl: database.url, config: messages(database.url) });
  [here, there] = [await start(), await start()];
  // Sessions and links expire by the database's clock and the server's alike.
  for (const node of [here, there]) node.clock.set(new Date());
}

async function stopNodes(): Promise<void> {
  await here.close();
  await there.close();
  await database.drop();
}

async function createPlaceToMeet(): Promise<Place> {
  const db = here.dataSource;
  const owner = await createAccount(db);
  const { eventId } = await createEvent(db, { ownerId: owner.accountId, startsAt: new Date(), capacity: 500 });
  const stay = () => createAttendee(db, eventId, { checkedIn: true });
  const staying = { here: await stay(), there: await stay() };
  const breakId = await createAgendaItem(db, eventId);
  return { eventId, owner, staying, breakId, screen: await createScreenLink(db, eventId) };
}

/** Answers by room: `+` joined, or the code of the refusal; `x` and the code where not even the handshake passes. */
async function joinAll(node: TestApp, { cookie, auth }: Holder, eventId: string) {
  const heard = new Map<string, number>();
  try {
    const socket = await connect(node.url, cookie, auth && { auth });
    socket.onAny((name: string, message?: { eventId?: string }) => {
      if (message?.eventId === eventId) heard.set(name, (heard.get(name) ?? 0) + 1);
    });
    return { socket, heard, answers: await watchAll(socket, eventId) };
  } catch (refusal) {
    const { code = String(refusal) } = (refusal as { data?: { code?: string } }).data ?? {};
    return { socket: null, heard, answers: `x ${code}` };
  }
}

async function watchAll(socket: TestSocket, eventId: string): Promise<string> {
  const answers = await Promise.all(
    WATCHES.map((room) => ask(socket, `${room}:watch`, { eventId, ...(room === 'board' && { since: 0 }) })),
  );
  return answers.map((answer) => (answer.ok ? '+' : answer.error.code)).join(' ');
}

/** Something of every kind, on each of two servers, as none of them may reach the other; until whoever is to hear it has heard it. */
async function everythingHappens(
  { eventId, owner, staying, breakId }: Place,
  isHeard: () => boolean,
  other = there,
): Promise<void> {
  for (const [node, who, turn] of [
    [here, staying.here, 'open'],
    [other, staying.there, 'close'],
  ] as const) {
    const own = node.phone({ cookie: who.cookie });
    const run = node.phone({ cookie: owner.cookie });
    const { registrationId } = await createRegistration(node.dataSource, eventId, null);
    await own.put(`/api/events/${eventId}/me/presence`).send({ presence: 'talking' }).expect(200);
    await own.put(`/api/events/${eventId}/me/presence`).send({ presence: 'free' }).expect(200);
    await own.post(`/api/events/${eventId}/messages`).send({ clientId: randomUUID(), text: 'tea' }).expect(201);
    await own
      .post(`/api/events/${eventId}/asks`)
      .send({ requestId: randomUUID(), kind: 'offer', text: 'Free tea', tags: ['tea'], onScreen: true })
      .expect(201);
    await run
      .post(`/api/events/${eventId}/check-ins`)
      .send({ scanId: randomUUID(), registrationId })
      .expect((answer) => expect(answer.status).toBeLessThan(300));
    await run
      .post(`/api/events/${eventId}/breaks/${breakId}/${turn}`)
      .expect((answer) => expect(answer.status).toBeLessThan(300));
  }
  await Promise.all([here.settled(), other.settled()]);
  // What was not heard, the test says better.
  await until(isHeard).catch(() => undefined);
  await sleep(ARRIVES_MS);
}

/** The rooms somebody was told something in, and `account` where they were told what concerns them wherever they look. */
function roomsIn(heard: ReadonlyMap<string, number>): string[] {
  const names = [...heard.keys()].map((name) => TOLD_BY[name as keyof ServerToClientEvents]);
  const ofAccount = heard.has('break:opened') || heard.has('break:closed');
  return [...new Set([...names.filter((name) => name !== undefined), ...(ofAccount ? ['account'] : [])])].sort();
}

const hearsAs = (heard: ReadonlyMap<string, number>, rooms: string): boolean => roomsIn(heard).join(' ') === rooms;
const ATTENDEE_HEARS = 'account asks board room';

const attendee =
  (options: RegistrationOptions = {}) =>
  (place: Place) =>
    createAttendee(here.dataSource, place.eventId, { checkedIn: true, ...options });
const helper = (role: Parameters<typeof createHelper>[2]) => (place: Place) =>
  createHelper(here.dataSource, place.eventId, role);
const ended = async (place: Place, change: string): Promise<Holder> => {
  const who = await attendee()(place);
  await here.dataSource.query(`UPDATE sessions SET ${change} WHERE id = $1`, [who.sessionId]);
  return who;
};

/** Who comes, what watching board, room, desk and asks is answered, and in which rooms they then hear something. */
const JOINING: [string, (place: Place) => Promise<Holder>, string, string][] = [
  ['the owner', async ({ owner }) => owner, '+ + + not_found', 'account asks board desk room'],
  ['an organizer', helper('organizer'), '+ + + not_found', 'account asks board desk room'],
  ['a host', helper('host'), '+ + + not_found', 'account asks board desk room'],
  ['the door', helper('door'), 'not_allowed + + not_found', 'account asks desk room'],
  [
    'the first organizer',
    () => createAccount(here.dataSource, { siteRole: 'first' }),
    '+ + + not_found',
    'account asks board desk room',
  ],
  ['an attendee', attendee(), '+ + not_allowed +', 'account asks board room'],
  ['an attendee on the way', attendee({ checkedIn: false }), '+ + not_allowed +', 'account asks board room'],
  ['a hidden attendee', attendee({ boardLevel: 'hidden' }), '+ + not_allowed +', 'account asks board room'],
  [
    'who does not take part',
    attendee({ consents: { takePart: false } }),
    'consent_needed consent_needed not_allowed consent_needed',
    'account',
  ],
  [
    'who is not accepted yet',
    attendee({ checkedIn: false, status: 'pending' }),
    'not_found not_found not_allowed not_found',
    '',
  ],
  [
    'who waits for a seat',
    attendee({ checkedIn: false, status: 'waitlisted' }),
    'not_found not_found not_allowed not_found',
    '',
  ],
  [
    'who was declined',
    attendee({ checkedIn: false, status: 'declined' }),
    'not_found not_found not_allowed not_found',
    '',
  ],
  [
    'who has cancelled',
    attendee({ checkedIn: false, status: 'cancelled' }),
    'not_found not_found not_allowed not_found',
    '',
  ],
  ['a stranger', () => createAccount(here.dataSource), 'not_found not_found not_found not_found', ''],
  [
    'an attendee of another event',
    async () => attendee()(await createPlaceToMeet()),
    'not_found not_found not_found not_found',
    '',
  ],
  [
    'the owner of another event',
    async () => (await createPlaceToMeet()).owner,
    'not_found not_found not_found not_found',
    '',
  ],
  [
    'a projector',
    async ({ screen: { token } }) => ({ auth: { screen: token } }),
    'not_allowed not_allowed not_allowed not_allowed',
    'screen',
  ],
  [
    'a projector of another event',
    async () => ({ auth: { screen: (await createPlaceToMeet()).screen.token } }),
    'not_allowed not_allowed not_allowed not_allowed',
    '',
  ],
  ['a projector whose link is none', async () => ({ auth: { screen: 'x'.repeat(32) } }), 'x not_found', ''],
  ['nobody', async () => ({}), 'x not_signed_in', ''],
  ['whose session has ended', (place) => ended(place, `revoked_at = now()`), 'x session_ended', ''],
  [
    'whose session has expired',
    (place) => ended(place, `expires_at = now() - interval '1 hour'`),
    'x session_ended',
    '',
  ],
];

type Removal = [
  name: string,
  who: (place: Place) => Promise<Holder>,
  remove: (place: Place, who: TestAttendee & Holder) => Promise<unknown>,
  /** What coming back is answered, and the rooms that may still tell something. */
  again: string,
  left: string,
];
const byOwner = ({ owner }: Place) => here.phone({ cookie: owner.cookie });
const own = ({ cookie }: TestAccount) => here.phone({ cookie });
const setStatus =
  (status: string) =>
  (place: Place, { registrationId }: TestAttendee) =>
    byOwner(place).patch(`/api/events/${place.eventId}/registrations/${registrationId}`).send({ status }).expect(204);
const setConsents = ({ eventId }: Place, who: TestAttendee) =>
  own(who)
    .patch(`/api/events/${eventId}/me`)
    .send({ consents: { takePart: false, board: true, screen: true, suggestions: true } })
    .expect(200);

async function hostWho(place: Place, comes: boolean): Promise<Holder> {
  const email = `${randomUUID()}@example.org`;
  const account = await createAccount(here.dataSource, { email });
  await here.dataSource.query(`INSERT INTO event_roles (event_id, account_id, role) VALUES ($1, $2, 'host')`, [
    place.eventId,
    account.accountId,
  ]);
  if (comes) await createRegistration(here.dataSource, place.eventId, account.accountId, { checkedIn: true });
  return { ...account, email } as Holder;
}
const removeHost = (place: Place, { accountId }: TestAccount) =>
  byOwner(place).delete(`/api/events/${place.eventId}/team/${accountId}`).expect(204);

const REMOVALS: Removal[] = [
  [
    'who cancels',
    attendee(),
    ({ eventId }, who) => own(who).post(`/api/events/${eventId}/me/cancel`).expect(204),
    'not_found not_found not_allowed not_found',
    '',
  ],
  ['who is declined', attendee(), setStatus('declined'), 'not_found not_found not_allowed not_found', ''],
  ['whose seat is taken back', attendee(), setStatus('cancelled'), 'not_found not_found not_allowed not_found', ''],
  [
    'who no longer takes part',
    attendee(),
    setConsents,
    'consent_needed consent_needed not_allowed consent_needed',
    'account',
  ],
  [
    'who signs out',
    attendee(),
    (_, who) => own(who).delete('/api/sessions/current').expect(204),
    'x session_ended',
    '',
  ],
  [
    'who is signed out from another phone',
    attendee(),
    async (_, { accountId, sessionId }) => {
      const { cookie } = await openSession(here.dataSource, accountId);
      await here.phone({ cookie }).delete(`/api/sessions/${sessionId}`).expect(204);
    },
    'x session_ended',
    '',
  ],
  [
    'a host who is taken out of the team',
    (place) => hostWho(place, false),
    removeHost,
    'not_found not_found not_found not_found',
    '',
  ],
  [
    'a host who stays as an attendee',
    (place) => hostWho(place, true),
    removeHost,
    '+ + not_allowed +',
    'account asks board room',
  ],
  [
    'a host who from now on keeps the door',
    (place) => hostWho(place, false),
    (place, who) =>
      byOwner(place)
        .post(`/api/events/${place.eventId}/team`)
        .send({ email: (who as unknown as { email: string }).email, name: 'Door', role: 'door' })
        .expect((answer) => expect(answer.status).toBeLessThan(300)),
    'not_allowed + + not_found',
    'account asks desk room',
  ],
  [
    'a projector whose link is taken away',
    async ({ screen: { token } }) => ({ auth: { screen: token } }),
    (place) => byOwner(place).delete(`/api/events/${place.eventId}/screen-links/${place.screen.linkId}`).expect(204),
    'x not_found',
    '',
  ],
];

const open: TestSocket[] = [];
afterEach(() => {
  for (const socket of open.splice(0)) socket.close();
});
async function join(node: TestApp, holder: Holder, eventId: string) {
  const joined = await joinAll(node, holder, eventId);
  if (joined.socket) open.push(joined.socket);
  return joined;
}

async function listen(node: TestApp, holder: Holder, eventId: string): Promise<Map<string, number>> {
  return (await join(node, holder, eventId)).heard;
}

/** One story for all of them at once: they wait for the same two seconds. */
async function loseTheRight(meanwhile: () => Promise<unknown> = async () => undefined): Promise<void> {
  const stories = await Promise.all(
    REMOVALS.map(async ([name, create, remove, again, left]) => {
      const place = await createPlaceToMeet();
      const who = (await create(place)) as TestAttendee & Holder;
      const subject = { near: await listen(here, who, place.eventId), far: await listen(there, who, place.eventId) };
      const [near, far] = [place.staying.here, place.staying.there];
      const staying = { near: await listen(here, near, place.eventId), far: await listen(there, far, place.eventId) };
      return { name, place, who, remove, again, left, subject, staying };
    }),
  );
  const stayHere = ({ staying }: (typeof stories)[number]) =>
    [staying.near, staying.far].every((heard) => hearsAs(heard, ATTENDEE_HEARS));
  const bothHear = ({ subject }: (typeof stories)[number]) =>
    [subject.near, subject.far].every((heard) => heard.size > 0);
  await Promise.all(stories.map((story) => everythingHappens(story.place, () => stayHere(story) && bothHear(story))));
  for (const { name, subject } of stories)
    expect({ name, near: roomsIn(subject.near).length > 0, far: roomsIn(subject.far).length > 0 }).toEqual({
      name,
      near: true,
      far: true,
    });
  await meanwhile();
  await Promise.all(stories.map(({ remove, place, who }) => remove(place, who)));
  const expected = REMOVALS.map(([name]) => ({ name, near: [], far: [], stillHear: true }));
  const maps = stories.flatMap(({ subject, staying }) => [...Object.values(subject), ...Object.values(staying)]);
  let results: object[] = [];
  for (const wait of WITHIN_MS) {
    await sleep(wait);
    for (const heard of maps) heard.clear();
    await Promise.all(stories.map((story) => everythingHappens(story.place, () => stayHere(story))));
    results = stories.map((story) => {
      const wrong = (heard: Map<string, number>) =>
        roomsIn(heard).filter((room) => !story.left.split(' ').includes(room));
      const { near, far } = story.subject;
      return { name: story.name, near: wrong(near), far: wrong(far), stillHear: stayHere(story) };
    });
    if (isDeepStrictEqual(results, expected)) break;
  }
  expect(results).toEqual(expected);
  for (const { name, who, place, again } of stories)
    for (const node of [here, there])
      expect([name, (await join(node, who, place.eventId)).answers]).toEqual([name, again]);
}

describe('threat 38: rooms of two servers on one PostgreSQL', () => {
  beforeAll(() => startNodes((databaseUrl) => ({ databaseUrl })));
  afterAll(stopNodes);

  it('B3: everybody joins what is theirs and hears nothing else, on either server', async () => {
    const place = await createPlaceToMeet();
    const rows = await Promise.all(
      JOINING.map(async ([name, create]) => {
        const who = await create(place);
        return { name, near: await join(here, who, place.eventId), far: await join(there, who, place.eventId) };
      }),
    );
    const asTheyShould = JOINING.map(([, , , hears]) => hears);
    await everythingHappens(place, () =>
      rows.every(({ near, far }, at) => [near, far].every(({ heard }) => hearsAs(heard, asTheyShould[at] ?? ''))),
    );
    expect(
      rows.map(({ name, near, far }) => [
        name,
        near.answers,
        far.answers,
        roomsIn(near.heard).join(' '),
        roomsIn(far.heard).join(' '),
      ]),
    ).toEqual(JOINING.map(([name, , answers, hears]) => [name, answers, answers, hears, hears]));
  });

  it('who loses the right hears nothing more after two seconds, on either server', () => loseTheRight());

  describe('and a third whose database is slow', () => {
    let proxy: FaultProxy;
    let slow: TestApp;
    beforeAll(async () => {
      const direct = new URL(database.url);
      proxy = await faultProxy(Number(direct.port));
      const databaseUrl = new URL(direct);
      databaseUrl.port = String(proxy.port);
      slow = await createTestApp({ databaseUrl: databaseUrl.href, config: { databaseUrl: direct.href } });
    });
    afterAll(async () => {
      await slow.close();
      await proxy.close();
    });

    it('who is sent out while they come in does not stay in', async () => {
      const place = await createPlaceToMeet();
      const cancel = (who: TestAttendee) => own(who).post(`/api/events/${place.eventId}/me/cancel`).expect(204);
      const stories = await Promise.all(
        SENT_OUT_AFTER_MS.flatMap((delay) =>
          [
            { who: attendee()(place), remove: cancel },
            {
              who: hostWho(place, false) as Promise<TestAttendee>,
              remove: (who: TestAttendee) => removeHost(place, who),
            },
          ].map(async ({ who: coming, remove }) => {
            const who = await coming;
            const socket = await connect(slow.url, who.cookie);
            open.push(socket);
            return { delay, who, remove, socket };
          }),
        ),
      );
      proxy.latency(SLOW_MS);
      await Promise.all(
        stories.map(async ({ delay, who, remove, socket }) => {
          const coming = watchAll(socket, place.eventId);
          await sleep(delay);
          await remove(who);
          await coming;
        }),
      );
      proxy.latency(0);
      const heard: string[] = [];
      for (const { delay, socket } of stories)
        socket.onAny((name: string) => name in TOLD_BY && heard.push(`${name} to who left after ${delay} ms`));
      const witness = await listen(slow, place.staying.there, place.eventId);
      for (const wait of WITHIN_MS) {
        await sleep(wait);
        heard.length = 0;
        witness.clear();
        await everythingHappens(place, () => hearsAs(witness, ATTENDEE_HEARS), slow);
        if (heard.length === 0) break;
      }
      expect(heard).toEqual([]);
    });
  });
});

describeWithRedis('threat 38: rooms of two servers with a Redis', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await TestRedis.start();
    await startNodes(() => ({ redisUrl: redis.url }));
  });
  afterAll(async () => {
    await stopNodes();
    await redis.kill();
  });

  it('F9: who loses the right hears nothing more after two seconds, also when that Redis is dead', () =>
    loseTheRight(() => redis.kill()));
});
