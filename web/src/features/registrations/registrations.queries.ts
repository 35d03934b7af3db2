import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ClaimPreview, MyRegistration } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';

/** Refused with `not_found` (or `not_signed_in`) where this phone does not take part in the event. */
export const registrationQuery = (eventId: string) =>
  queryOptions({
    queryKey: ['registration', eventId],
    queryFn: ({ signal }) => api.get<MyRegistration>(`/api/events/${eventId}/me`, { signal }),
  });

export const useRegistration = (eventId: string) => useQuery(registrationQuery(eventId));

/** Whose personal link this is, masked. The token is worth a ticket, so the answer is not kept. */
export const claimQuery = (token: string) =>
  queryOptions({
    queryKey: ['claim', token],
    queryFn: ({ signal }) => api.get<ClaimPreview>(`/api/claims/${encodeURIComponent(token)}`, { signal }),
    gcTime: 0,
    retry: false,
  });

export const useClaim = (token: string) => useQuery(claimQuery(token));
