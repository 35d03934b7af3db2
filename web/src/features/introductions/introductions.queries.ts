import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import type { GuestPage, HostShares, IntroducersAnswer, IntroductionList, MeetingOptions } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';
import { currentLanguage, useLanguage } from '../../lib/i18n.js';

/** Mine, newest first; for hosts also those that wait for a host. The opening line in it is in the reader's language. */
export const introductionsQuery = (eventId: string, language = currentLanguage()) =>
  queryOptions({
    queryKey: ['introductions', eventId, language],
    queryFn: ({ signal }) => api.get<IntroductionList>(`/api/events/${eventId}/introductions`, { signal }),
  });

export const useIntroductions = (eventId: string) => useQuery(introductionsQuery(eventId, useLanguage()));

/** When and where all who come are free. Asked anew each time it is looked at: others choose, too. */
export const meetingOptionsQuery = (eventId: string, id: string) =>
  queryOptions({
    queryKey: ['meeting-options', eventId, id],
    queryFn: ({ signal }) =>
      api.get<MeetingOptions>(`/api/events/${eventId}/introductions/${id}/meeting/options`, { signal }),
    staleTime: 0,
  });

export const useMeetingOptions = (eventId: string, id: string) => useQuery(meetingOptionsQuery(eventId, id));

/** Who can introduce me to somebody, best first; two steps only where nobody knows us both. */
export const useIntroducers = (eventId: string, personId: string) =>
  useQuery({
    queryKey: ['introducers', eventId, personId],
    queryFn: ({ signal }) =>
      api.get<IntroducersAnswer>(`/api/events/${eventId}/people/${personId}/introducers`, { signal }),
  });

/** How the hosts share what waits for them. */
export const hostSharesQuery = (eventId: string) =>
  queryOptions({
    queryKey: ['host-shares', eventId],
    queryFn: ({ signal }) => api.get<HostShares>(`/api/events/${eventId}/introductions/hosts`, { signal }),
  });

export const useHostShares = (eventId: string) => useQuery(hostSharesQuery(eventId));

/** Guests whom a host may bring together, by name. */
export const useGuestsByName = (eventId: string, q: string) =>
  useQuery({
    queryKey: ['guests', eventId, 'bring-together', q],
    queryFn: ({ signal }) =>
      api.get<GuestPage>(`/api/events/${eventId}/registrations`, {
        query: { q, status: 'confirmed', limit: 8 },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
