import { queryOptions, useQuery } from '@tanstack/react-query';
import type { EventNow } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';

/** Presence changes many times a minute and tells nobody at the desk, so it is asked for. */
const ASK_EVERY_MS = 15_000;

/** The event at this moment (O1). */
export const nowQuery = (eventId: string) =>
  queryOptions({
    queryKey: ['now', eventId],
    queryFn: ({ signal }) => api.get<EventNow>(`/api/events/${eventId}/now`, { signal }),
    refetchInterval: ASK_EVERY_MS,
  });

export const useEventNow = (eventId: string) => useQuery(nowQuery(eventId));
