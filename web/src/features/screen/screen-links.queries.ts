import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ScreenLink } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';

/** So that "on a screen now" is true while somebody looks at the list. */
const LOOK_EVERY_MS = 30_000;

/** The event's display links that still open something, the newest first. */
export const screenLinksQuery = (eventId: string) =>
  queryOptions({
    queryKey: ['screen-links', eventId],
    queryFn: ({ signal }) => api.get<ScreenLink[]>(`/api/events/${eventId}/screen-links`, { signal }),
    refetchInterval: LOOK_EVERY_MS,
  });

export const useScreenLinks = (eventId: string) => useQuery(screenLinksQuery(eventId));
