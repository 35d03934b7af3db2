import { randomUUID } from 'node:crypto';
import type { Dice } from '../../src/features/demo/seeded-random.js';
import { createAttendee, createEvent, createHelper, createPlace, type Database } from '../factories.js';
import { TEST_ORIGIN } from '../test-app.js';

interface Guest {
  registrationId: string;
  cookie: string;
}
export interface Scene {
  eventId: string;
  slug: string;
  organizer: { cookie: string };
  guests: Guest[];
  places: { id?: string; name: string; seats: number }[];
}
interface Answer {
  status: number;
  body: unknown;
  cookie: string;
}
/** null: no answer came, so nothing is known of what it did. */
export type Call = (method: string, path: string, cookie: string, body?: object) => Promise<Answer | null>;

const GUESTS = 7;
const PLACES = 3;
const CONSENTS = { takePart: true, board: true, screen: true, suggestions: true };
const WORDS = ['tea', '茶', 'Ünits', 'visa "support"', '李明辉', '\\ back', '🫖 pot', 'a\u2028line'];

export async function createBoardScene(db: Database): Promise<Scene> {
  const { eventId, slug } = await createEvent(db);
  const guests: Guest[] = [];
  for (let at = 0; at < GUESTS; at += 1)
    guests.push(await createAttendee(db, eventId, { checkedIn: true, goal: { seeks: ['tea'] } }));
  const places = [];
  for (let at = 0; at < PLACES; at += 1)
    places.push({ id: await createPlace(db, eventId, { name: `Table ${at}` }), name: `Table ${at}`, seats: 2 });
  return { eventId, slug, organizer: await createHelper(db, eventId, 'organizer'), guests, places };
}

/** What may happen around a board, by whom it concerns. Refusals (not checked in, already cancelled) are part of it. */
const ACTS: Record<string, (scene: Scene, who: Guest, call: Call, random: Dice) => Promise<Answer | null>> = {
  status: ({ eventId }, { cookie }, call, random) =>
    call('PUT', `events/${eventId}/me/presence`, cookie, { presence: random.pick(['free', 'talking', 'away']) }),
  place: ({ eventId, places }, { cookie }, call, random) =>
    call('PUT', `events/${eventId}/me/presence`, cookie, {
      presence: 'at-place',
      placeId: random.pick(places).id ?? null,
    }),
  goal: ({ eventId }, { cookie }, call, random) =>
    call('PUT', `events/${eventId}/goal`, cookie, {
      kind: random.pick(['hire', 'friends']),
      seeks: random.some(WORDS.slice(0, 3), 2),
      offers: [],
      sentence: random.pick(WORDS),
    }),
  rename: ({ eventId }, { cookie }, call, random) =>
    call('PATCH', `events/${eventId}/me`, cookie, { name: `${random.pick(WORDS)} ${random.between(0, 1e6)}` }),
  speak: (_, { cookie }, call, random) =>
    call('PUT', 'me/commonalities', cookie, {
      commonalities: random
        .some(['中文', 'English', 'Deutsch'], 2)
        .map((value) => ({ kind: 'speaks', value, visibility: random.pick(['everyone', 'nobody']) })),
    }),
  level: ({ eventId }, { cookie }, call, random) =>
    call('PATCH', `events/${eventId}/me`, cookie, { boardLevel: random.pick(['hidden', 'suggested', 'everyone']) }),
  withdraw: ({ eventId }, { cookie }, call, random) =>
    call('PATCH', `events/${eventId}/me`, cookie, {
      consents: { ...CONSENTS, [random.pick(['board', 'takePart'])]: false },
    }),
  block: ({ eventId, guests }, { cookie }, call, random) =>
    call(
      random.pick(['POST', 'DELETE']),
      `events/${eventId}/people/${random.pick(guests).registrationId}/block`,
      cookie,
    ),
  leave: ({ eventId }, { cookie }, call) => call('POST', `events/${eventId}/me/cancel`, cookie),
  remove: ({ eventId, organizer }, { registrationId }, call, random) =>
    call('PATCH', `events/${eventId}/registrations/${registrationId}`, organizer.cookie, {
      status: random.pick(['cancelled', 'declined']),
    }),
  /** Whatever kept them off the board. */
  comeBack: async ({ eventId, organizer }, { registrationId, cookie }, call) => {
    const desk = `events/${eventId}/registrations/${registrationId}`;
    await call('PATCH', desk, organizer.cookie, { status: 'confirmed' });
    await call('POST', `events/${eventId}/check-ins`, organizer.cookie, { scanId: randomUUID(), registrationId });
    return call('PATCH', `events/${eventId}/me`, cookie, { consents: CONSENTS, boardLevel: 'everyone' });
  },
  checkIn: ({ eventId, organizer }, { registrationId }, call) =>
    call('POST', `events/${eventId}/check-ins`, organizer.cookie, { scanId: randomUUID(), registrationId }),
  undo: ({ eventId, organizer }, { registrationId }, call) =>
    call('DELETE', `events/${eventId}/check-ins/${registrationId}`, organizer.cookie),
  join: async (scene, _, call, random) => {
    const answer = await call('POST', `public/events/${scene.slug}/registrations`, '', {
      requestId: randomUUID(),
      name: `${random.pick(WORDS)} who joined`,
      contact: { kind: 'wechat', value: `wx_${randomUUID().slice(0, 8)}` },
      goal: { kind: 'curious' },
      consents: CONSENTS,
      locale: 'en',
    });
    if (answer?.status !== 201) return answer;
    const { registrationId } = answer.body as { registrationId: string };
    scene.guests.push({ registrationId, cookie: answer.cookie });
    return call('POST', `events/${scene.eventId}/check-ins`, scene.organizer.cookie, {
      scanId: randomUUID(),
      registrationId,
    });
  },
  rearrange: async (scene, _, call, random) => {
    const places = random.chance(0.5) ? scene.places.slice(1) : [...scene.places, { name: 'Corner', seats: 3 }];
    if (places.length < 2 || places.length > 5) return null;
    const answer = await call('PUT', `events/${scene.eventId}`, scene.organizer.cookie, {
      title: 'Mixer',
      timeZone: 'Asia/Shanghai',
      startsAt: new Date(Date.now() - 3_600_000).toISOString(),
      endsAt: new Date(Date.now() + 3 * 3_600_000).toISOString(),
      agenda: [],
      places,
    });
    if (answer?.status === 200)
      scene.places = (answer.body as Scene).places.map(({ id, name, seats }) => ({ ...(id && { id }), name, seats }));
    return answer;
  },
};

/** People come and move about more often than they leave, or the board would soon be empty. */
const USUAL = [
  'status',
  'status',
  'status',
  'place',
  'place',
  'place',
  'goal',
  'rename',
  'comeBack',
  'comeBack',
  'comeBack',
  'comeBack',
];
const NAMES = [...Object.keys(ACTS), ...USUAL];

/** @throws Error when the server answers with a fault of its own */
export async function actAtRandom(scene: Scene, call: Call, random: Dice): Promise<void> {
  const name = random.pick(NAMES);
  const answer = await ACTS[name]?.(scene, random.pick(scene.guests), call, random);
  if (answer && answer.status >= 500)
    throw new Error(`${name} answers ${answer.status}: ${JSON.stringify(answer.body)}`);
}

/** Requests to one server, under its own origin. */
export function callsTo(url: string): Call {
  return async (method, path, cookie, body) => {
    const headers = { origin: TEST_ORIGIN, cookie, ...(body && { 'content-type': 'application/json' }) };
    try {
      const response = await fetch(`${url}/api/${path}`, {
        method,
        headers,
        ...(body && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      const [set = ''] = response.headers.getSetCookie();
      return { status: response.status, body: text === '' ? null : JSON.parse(text), cookie: set.split(';')[0] ?? '' };
    } catch {
      return null;
    }
  };
}
