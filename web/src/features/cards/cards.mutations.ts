import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CardExchange } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';
import { exchangesQuery } from './cards.queries.js';

/** My tap after scanning; the other one's tap follows. */
export function useExchange(eventId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (token: string) => api.post<CardExchange>(`/api/cards/${encodeURIComponent(token)}/exchange`),
    onSuccess: () => client.invalidateQueries(exchangesQuery(eventId)),
  });
}

export type Answer = 'accept' | 'decline' | 'revoke';

export function useAnswer(eventId: string, exchangeId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (answer: Answer) =>
      api.post<CardExchange>(`/api/events/${eventId}/card-exchanges/${exchangeId}/${answer}`),
    onSettled: () => client.invalidateQueries(exchangesQuery(eventId)),
  });
}
