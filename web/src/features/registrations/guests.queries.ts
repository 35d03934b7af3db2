import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query';
import type { GuestImportReport, GuestPage, RegistrationStatus } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';

export type GuestStatus = RegistrationStatus | 'checked-in' | 'all';
export type GuestFilter = { q: string; status: GuestStatus };

/** Everything that shows guests of an event is asked again under this key. */
export const guestsKey = (eventId: string) => ['guests', eventId] as const;

/** Page after page, each beginning where the one before ended. */
export const guestsQuery = (eventId: string, { q, status }: GuestFilter) =>
  infiniteQueryOptions({
    queryKey: [...guestsKey(eventId), q, status],
    queryFn: ({ pageParam, signal }) =>
      api.get<GuestPage>(`/api/events/${eventId}/registrations`, { query: { q, status, after: pageParam }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });

export const useGuests = (eventId: string, filter: GuestFilter) => useInfiniteQuery(guestsQuery(eventId, filter));

/** For the door: a few names while somebody is typing. */
export const guestSearchQuery = (eventId: string, q: string) =>
  queryOptions({
    queryKey: [...guestsKey(eventId), 'search', q],
    queryFn: ({ signal }) =>
      api.get<GuestPage>(`/api/events/${eventId}/registrations`, { query: { q, limit: 8 }, signal }),
    placeholderData: keepPreviousData,
  });

export const useGuestSearch = (eventId: string, q: string) => useQuery(guestSearchQuery(eventId, q));

/** What became of every list that was imported, newest first. */
export const guestImportsQuery = (eventId: string) =>
  queryOptions({
    queryKey: ['guest-imports', eventId],
    queryFn: ({ signal }) => api.get<GuestImportReport[]>(`/api/events/${eventId}/guest-imports`, { signal }),
  });

export const useGuestImports = (eventId: string) => useQuery(guestImportsQuery(eventId));
