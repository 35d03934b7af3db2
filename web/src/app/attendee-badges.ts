import { useQuery } from '@tanstack/react-query';
import { useAskThreadsLive } from '../features/asks/ask-threads.live.js';
import { askThreadsQuery, waitsForMe } from '../features/asks/ask-threads.queries.js';
import { useCardsLive } from '../features/cards/cards.live.js';
import { exchangesQuery } from '../features/cards/cards.queries.js';
import { useCircleLive } from '../features/circle/circle.live.js';
import { circleQuery } from '../features/circle/circle.queries.js';
import { eventQuery } from '../features/events/events.queries.js';
import { groupOf } from '../features/introductions/introduction-group.js';
import { useIntroductionsLive } from '../features/introductions/introductions.live.js';
import { introductionsQuery } from '../features/introductions/introductions.queries.js';
import { usePresenceSending } from '../features/registrations/presence.live.js';
import { registrationQuery } from '../features/registrations/registrations.queries.js';
import { takesPart } from '../features/registrations/takes-part.js';

/**
 * How much waits for me, beside the places of the bar; and what keeps those lists fresh on all pages of the event. Nothing is asked
 * for before the phone is known to take part.
 */
export function useAttendeeBadges(slug: string): { introductions: number; asks: number; cards: number } {
  const eventId = useQuery(eventQuery(slug)).data?.id ?? '';
  const registration = useQuery({ ...registrationQuery(eventId), enabled: eventId !== '' });
  const enabled = registration.data !== undefined && takesPart(registration.data);
  const introductions = useQuery({ ...introductionsQuery(eventId), enabled });
  const circle = useQuery({ ...circleQuery(eventId), enabled });
  const asks = useQuery({ ...askThreadsQuery(eventId), enabled });
  const cards = useQuery({ ...exchangesQuery(eventId), enabled });
  useIntroductionsLive(eventId);
  useCircleLive(eventId);
  useAskThreadsLive(eventId);
  useCardsLive(eventId);
  usePresenceSending(eventId);
  const turns = introductions.data?.introductions.filter((one) => groupOf(one) === 'turn').length ?? 0;
  return {
    introductions: turns + (circle.data?.asking.length ?? 0),
    asks: asks.data?.threads.filter(waitsForMe).length ?? 0,
    cards: cards.data?.exchanges.filter(({ state }) => state === 'waiting-for-me').length ?? 0,
  };
}
