import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import type { MatchPreview, MatchSettings, MatchSettingsAnswer } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';
import { useLanguage } from '../../lib/i18n.js';

/** Guests come and go; within this time the lists of two settings are worth comparing. */
const FRESH_MS = 60_000;

export const matchSettingsQuery = (eventId: string) =>
  queryOptions({
    queryKey: ['match-settings', eventId],
    queryFn: ({ signal }) => api.get<MatchSettingsAnswer>(`/api/events/${eventId}/matchmaking/settings`, { signal }),
  });

export const useMatchSettings = (eventId: string) => useQuery(matchSettingsQuery(eventId));

/** Everybody's lists as these settings would make them; what the last ones made stays on the screen meanwhile. */
export function useMatchPreview(eventId: string, { weights, rules }: MatchSettings) {
  const language = useLanguage();
  return useQuery({
    queryKey: ['match-preview', eventId, language, weights, rules],
    queryFn: ({ signal }) =>
      api.post<MatchPreview>(`/api/events/${eventId}/matchmaking/preview`, { weights, rules }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: FRESH_MS,
  });
}
