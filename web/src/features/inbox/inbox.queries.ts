import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Inbox, InboxItem } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';

export const inboxQuery = (eventId: string) =>
  queryOptions({
    queryKey: ['inbox', eventId],
    queryFn: ({ signal }) => api.get<Inbox>(`/api/events/${eventId}/inbox`, { signal }),
  });
export const useInbox = (eventId: string) => useQuery(inboxQuery(eventId));

/** What asks for attention: during a session only what is about this very moment. */
export const pressing = ({ items, quietUntil }: Inbox): InboxItem[] =>
  quietUntil === null ? items : items.filter(({ now }) => now);
