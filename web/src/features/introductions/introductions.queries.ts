import { queryOptions, useQuery } from '@tanstack/react-query';
import type { IntroductionList } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';

/** Mine, newest first; for hosts also those that wait for a host. */
export const introductionsQuery = (eventId: string) =>
  queryOptions({
    queryKey: ['introductions', eventId],
    queryFn: ({ signal }) => api.get<IntroductionList>(`/api/events/${eventId}/introductions`, { signal }),
  });

export const useIntroductions = (eventId: string) => useQuery(introductionsQuery(eventId));
