import { queryOptions, useQuery } from '@tanstack/react-query';
import type { CardExchangeList, CardPreview, MyCard } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';
import { serverNow } from '../../lib/clock.js';

/** The code in it rotates (C2): a fresh card is fetched a little before the old code ends. */
export const cardQuery = (eventId: string) =>
  queryOptions({
    queryKey: ['card', eventId],
    queryFn: ({ signal }) => api.get<MyCard>(`/api/events/${eventId}/card`, { signal }),
    refetchInterval: ({ state }) =>
      state.data ? Math.max(2000, Date.parse(state.data.expiresAt) - serverNow() - 5000) : false,
  });
export const useCard = (eventId: string) => useQuery(cardQuery(eventId));

/** Whose card this code is; the code soon ends, so the answer is not kept. */
export const previewQuery = (token: string) =>
  queryOptions({
    queryKey: ['card-preview', token],
    queryFn: ({ signal }) => api.get<CardPreview>(`/api/cards/${encodeURIComponent(token)}`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
export const useCardPreview = (token: string) => useQuery(previewQuery(token));

export const exchangesQuery = (eventId: string) =>
  queryOptions({
    queryKey: ['card-exchanges', eventId],
    queryFn: ({ signal }) => api.get<CardExchangeList>(`/api/events/${eventId}/card-exchanges`, { signal }),
  });
export const useExchanges = (eventId: string) => useQuery(exchangesQuery(eventId));
