import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query';
import type { AskDesk, AskDetail, AskPage, FittingAsks, VocabularyAnswer } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';
import type { AskFilter } from './ask-filter.js';

const base = (eventId: string) => `/api/events/${eventId}/asks`;
const STRIP = 3;

/** Newest first, page by page; the key begins with what `asks:changed` makes old. */
export const asksQuery = (eventId: string, { query, kind, state, mine, tag }: AskFilter) =>
  infiniteQueryOptions({
    queryKey: ['asks', eventId, { query, kind, state, mine, tag }],
    queryFn: ({ pageParam, signal }) =>
      api.get<AskPage>(base(eventId), {
        query: { q: query, kind, state: mine ? 'all' : state, mine: mine ? '1' : '0', tag, after: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });
export const useAsks = (eventId: string, filter: AskFilter) => useInfiniteQuery(asksQuery(eventId, filter));

/** What I may be able to help with, best first. */
export const fittingAsksQuery = (eventId: string) =>
  queryOptions({
    queryKey: ['asks', eventId, 'for-me'],
    queryFn: ({ signal }) => api.get<FittingAsks>(`${base(eventId)}/for-me`, { signal }),
  });
export const useFittingAsks = (eventId: string) => useQuery(fittingAsksQuery(eventId));

/** The newest open ones, for the board. */
export const useNewestAsks = (eventId: string) =>
  useQuery({
    queryKey: ['asks', eventId, 'newest'],
    queryFn: ({ signal }) => api.get<AskPage>(base(eventId), { query: { state: 'open', limit: STRIP }, signal }),
  });

export const askQuery = (eventId: string, askId: string) =>
  queryOptions({
    queryKey: ['ask', eventId, askId],
    queryFn: ({ signal }) => api.get<AskDetail>(`${base(eventId)}/${askId}`, { signal }),
  });
export const useAsk = (eventId: string, askId: string) => useQuery(askQuery(eventId, askId));

export const askDeskQuery = (eventId: string) =>
  queryOptions({
    queryKey: ['asks', eventId, 'desk'],
    queryFn: ({ signal }) => api.get<AskDesk>(`${base(eventId)}/desk`, { signal }),
  });
export const useAskDesk = (eventId: string) => useQuery(askDeskQuery(eventId));

/** Tags that people use, in both languages, as where one says what one came for. */
export const useTagSuggestions = (typed: string): readonly string[] => {
  const q = typed.trim();
  const { data } = useQuery({
    queryKey: ['vocabulary', q],
    queryFn: ({ signal }) => api.get<VocabularyAnswer>('/api/vocabulary', { query: { q }, signal }),
    enabled: q !== '',
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });
  return data?.tags ?? [];
};
