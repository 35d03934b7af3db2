import { queryOptions, useQuery } from '@tanstack/react-query';
import type { AskMessages, AskThread, AskThreadList, AskThreadView } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';

const base = (eventId: string) => `/api/events/${eventId}/ask-threads`;

/** Everybody with whom I have to do by an ask, on both sides, the latest first. */
export const askThreadsQuery = (eventId: string) =>
  queryOptions({
    queryKey: ['ask-threads', eventId],
    queryFn: ({ signal }) => api.get<AskThreadList>(base(eventId), { signal }),
  });
export const useAskThreads = (eventId: string) => useQuery(askThreadsQuery(eventId));

/** Whether this one wants something of me: an answer, or to be read. */
export const waitsForMe = ({ part, state, unread }: AskThread): boolean =>
  (part === 'author' && state === 'waiting') || unread > 0;

export const askThreadQuery = (eventId: string, threadId: string) =>
  queryOptions({
    queryKey: ['ask-thread', eventId, threadId],
    queryFn: ({ signal }) => api.get<AskThreadView>(`${base(eventId)}/${threadId}`, { signal }),
  });
export const useAskThread = (eventId: string, threadId: string) => useQuery(askThreadQuery(eventId, threadId));

export const fetchMessages = (
  eventId: string,
  threadId: string,
  query: { before?: number; after?: number; limit?: number } = {},
) => api.get<AskMessages>(`${base(eventId)}/${threadId}/messages`, { query });

/** The newest page; live messages and older pages are put into this same entry (ask-threads.live.ts). */
export const askMessagesQuery = (eventId: string, threadId: string) =>
  queryOptions({
    queryKey: ['ask-messages', eventId, threadId],
    queryFn: () => fetchMessages(eventId, threadId),
    staleTime: Number.POSITIVE_INFINITY,
  });
export const useAskMessages = (eventId: string, threadId: string) => useQuery(askMessagesQuery(eventId, threadId));
