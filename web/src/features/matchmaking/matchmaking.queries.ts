import { queryOptions, useQuery } from '@tanstack/react-query';
import type { MatchWishList, SuggestionsAnswer } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';
import { useLanguage } from '../../lib/i18n.js';

/**
 * The language is part of the key, because the server words the reasons. Always asked anew: on the other pages nobody hears that the
 * list has changed.
 */
export const suggestionsQuery = (eventId: string, language: string) =>
  queryOptions({
    queryKey: ['suggestions', eventId, language],
    queryFn: ({ signal }) => api.get<SuggestionsAnswer>(`/api/events/${eventId}/suggestions`, { signal }),
    staleTime: 0,
  });

export const useSuggestions = (eventId: string) => useQuery(suggestionsQuery(eventId, useLanguage()));

/** What I said of people suggested to me. Nobody else can ask for it. */
export const wishesQuery = (eventId: string) =>
  queryOptions({
    queryKey: ['match-wishes', eventId],
    queryFn: ({ signal }) => api.get<MatchWishList>(`/api/events/${eventId}/suggestions/wishes`, { signal }),
    select: ({ wishes }) => wishes,
  });

export const useWishes = (eventId: string) => useQuery(wishesQuery(eventId));
