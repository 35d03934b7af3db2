import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { ConversationPage } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';
import { CONVERSATIONS } from './encounters.queries.js';

export type ConversationFilter = { q: string; only: 'all' | 'open' };

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
