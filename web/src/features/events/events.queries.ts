import { queryOptions, useQuery } from '@tanstack/react-query';
import type { PublicEvent } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';
import { pageData } from '../../lib/page-data.js';

/** The server writes the event into the page it was asked for; any other event is fetched. */
const fromPage = (slug: string): PublicEvent | undefined => {
  const event = pageData<PublicEvent>('event');
  return event?.slug === slug ? event : undefined;
};

export const eventQuery = (slug: string) =>
  queryOptions({
    queryKey: ['event', slug],
    queryFn: ({ signal }) => api.get<PublicEvent>(`/api/public/events/${encodeURIComponent(slug)}`, { signal }),
    initialData: () => fromPage(slug),
  });

export const useEvent = (slug: string) => useQuery(eventQuery(slug));
