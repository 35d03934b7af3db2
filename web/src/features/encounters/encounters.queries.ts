import { queryOptions, useQuery } from '@tanstack/react-query';
import type { EncounterList } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';

export const encountersQuery = (eventId: string) =>
  queryOptions({
    queryKey: ['encounters', eventId],
    queryFn: ({ signal }) => api.get<EncounterList>(`/api/events/${eventId}/encounters`, { signal }),
  });
export const useEncounters = (eventId: string) => useQuery(encountersQuery(eventId));

/** Begins the key of every page of them. */
export const CONVERSATIONS = ['conversations'] as const;
