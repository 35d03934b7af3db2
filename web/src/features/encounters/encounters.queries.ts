import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query';
import type { ConversationPage, EncounterList } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';

export const encountersQuery = (eventId: string) =>
  queryOptions({
    queryKey: ['encounters', eventId],
    queryFn: ({ signal }) => api.get<EncounterList>(`/api/events/${eventId}/encounters`, { signal }),
  });
export const useEncounters = (eventId: string) => useQuery(encountersQuery(eventId));

export type ConversationFilter = { q: string; only: 'all' | 'open' };
export const CONVERSATIONS = ['conversations'] as const;

/** Of all events, page by page. */
export const conversationsQuery = ({ q, only }: ConversationFilter) =>
  infiniteQueryOptions({
    queryKey: [...CONVERSATIONS, q, only],
    queryFn: ({ signal, pageParam: after }) =>
      api.get<ConversationPage>('/api/me/conversations', { signal, query: { q, only, after } }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
export const useConversations = (filter: ConversationFilter) => useInfiniteQuery(conversationsQuery(filter));
