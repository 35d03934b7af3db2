import { queryOptions, useQuery } from '@tanstack/react-query';
import type { IntroductionList } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';
import { currentLanguage, useLanguage } from '../../lib/i18n.js';

/** Mine, newest first; for hosts also those that wait for a host. The opening line in it is in the reader's language. */
export const introductionsQuery = (eventId: string, language = currentLanguage()) =>
  queryOptions({
    queryKey: ['introductions', eventId, language],
    queryFn: ({ signal }) => api.get<IntroductionList>(`/api/events/${eventId}/introductions`, { signal }),
  });

export const useIntroductions = (eventId: string) => useQuery(introductionsQuery(eventId, useLanguage()));
