import { useQuery } from '@tanstack/react-query';
import type { InboxKind } from '@teabreak/shared';
import { useAskThreadsLive } from '../features/asks/ask-threads.live.js';
import { useCardsLive } from '../features/cards/cards.live.js';
import { useCircleLive } from '../features/circle/circle.live.js';
import { eventQuery } from '../features/events/events.queries.js';
import { useInboxLive } from '../features/inbox/inbox.live.js';
import { inboxQuery, pressing } from '../features/inbox/inbox.queries.js';
import { useIntroductionsLive } from '../features/introductions/introductions.live.js';
import { usePresenceSending } from '../features/registrations/presence.live.js';
import { registrationQuery } from '../features/registrations/registrations.queries.js';
import { takesPart } from '../features/registrations/takes-part.js';

type Place = 'introductions' | 'asks' | 'cards';
const PLACES: Partial<Record<InboxKind, Place>> = {
  'looking-for-you': 'introductions',
  meeting: 'introductions',
  answer: 'introductions',
  'pass-on': 'introductions',
  'confirm-met': 'introductions',
  'did-you-meet': 'introductions',
  acquaintance: 'introductions',
  'ask-help': 'asks',
  'ask-message': 'asks',
  card: 'cards',
};

/**
 * How much waits for me, beside the places of the bar; and what keeps the lists behind them fresh on all pages of the event. Nothing is
 * asked for before the phone is known to take part; until then, `eventId` is ''.
 */
export function useAttendeeBadges(slug: string): Record<Place, number> & { eventId: string } {
  const eventId = useQuery(eventQuery(slug)).data?.id ?? '';
  const registration = useQuery({ ...registrationQuery(eventId), enabled: eventId !== '' });
  const enabled = registration.data !== undefined && takesPart(registration.data);
  const inbox = useQuery({ ...inboxQuery(eventId), enabled }).data;
  useInboxLive(eventId);
  useIntroductionsLive(eventId);
  useCircleLive(eventId);
  useAskThreadsLive(eventId);
  useCardsLive(eventId);
  usePresenceSending(eventId);
  const waiting = inbox ? pressing(inbox) : [];
  const at = (place: Place) => waiting.filter(({ kind }) => PLACES[kind] === place).length;
  return {
    eventId: enabled ? eventId : '',
    introductions: at('introductions'),
    asks: at('asks'),
    cards: at('cards'),
  };
}
