import { randomUUID } from 'node:crypto';
import type { JoinAnswer, JoinInput } from '@teabreak/shared';
import type { APIRequestContext } from 'playwright-core';
import type { Device } from './device.js';
import { ALL_CONSENTS, type Consent } from './people.js';

const HEADERS = { 'x-teabreak': '1' };

/** What a crowd seeks and offers: each answers another one, in two languages. */
const TRADES: readonly [string, string][] = [
  ['backend engineers', 'visa support'],
  ['签证支持', '后端开发'],
  ['an accountant', 'product photography'],
  ['产品摄影', '代理记账'],
  ['angel investors', 'UX design'],
  ['用户体验设计', '天使投资'],
];

export interface Guest {
  registrationId: string;
  name: string;
}

/** Somebody joins over the same address the page uses; whoever's `request` it is gets signed in. */
export async function joinQuietly(
  request: APIRequestContext,
  { origin, slug }: { origin: string; slug: string },
  { name, number, consents = ALL_CONSENTS }: { name: string; number: number; consents?: readonly Consent[] },
): Promise<Guest> {
  const [seeks = '', offers = ''] = TRADES[number % TRADES.length] ?? [];
  const given = (consent: Consent) => consents.includes(consent);
  const input: JoinInput = {
    requestId: randomUUID(),
    name,
    headline: number % 3 === 0 ? 'Came straight from the airport and would not miss this' : '',
    contact: { kind: 'wechat', value: `guest_${number}` },
    goal: { kind: 'advice', seeks: [seeks], offers: [offers], sentence: '' },
    consents: {
      takePart: given('takePart'),
      board: given('board'),
      screen: given('screen'),
      suggestions: given('suggestions'),
    },
    locale: 'en',
  };
  const answer = await request.post(`${origin}/api/public/events/${slug}/registrations`, {
    data: input,
    headers: HEADERS,
  });
  expect(answer.status()).toBe(201);
  const { registrationId } = (await answer.json()) as JoinAnswer;
  return { registrationId, name };
}

/** E4: at the door, by whoever runs the event. */
export async function checkInQuietly(organizer: Device, eventId: string, { registrationId }: Guest): Promise<void> {
  const answer = await organizer.context.request.post(`${organizer.origin}/api/events/${eventId}/check-ins`, {
    data: { scanId: randomUUID(), registrationId },
    headers: HEADERS,
  });
  expect(answer.status()).toBe(200);
}
