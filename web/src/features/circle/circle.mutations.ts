import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import type { AcquaintanceAnswer } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';
import { circleQuery } from './circle.queries.js';

const person = (eventId: string, personId: string) => `/api/events/${eventId}/people/${personId}`;

const refreshed = (client: QueryClient, eventId: string) =>
  Promise.all([
    client.invalidateQueries(circleQuery(eventId)),
    client.invalidateQueries({ queryKey: ['person', eventId] }),
    client.invalidateQueries({ queryKey: ['board-relations', eventId] }),
  ]);

/** "We know each other" (K1): known once both have said so. */
export function useAcquaintance(eventId: string, personId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.post<AcquaintanceAnswer>(`${person(eventId, personId)}/acquaintance`),
    onSettled: () => refreshed(client, eventId),
  });
}

/** Takes my own word back, or leaves theirs without an answer. */
export function useNoAcquaintance(eventId: string, personId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.delete<null>(`${person(eventId, personId)}/acquaintance`),
    onSettled: () => refreshed(client, eventId),
  });
}

/** I6: the other one notices nothing. */
export function useBlock(eventId: string, personId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.post<null>(`${person(eventId, personId)}/block`),
    onSuccess: () => client.invalidateQueries(),
  });
}

/** I6: goes to those who run the event; the person learns nothing. */
export const reportPerson = (eventId: string, personId: string, reason: string) =>
  api.post<null>(`${person(eventId, personId)}/report`, { reason });
