import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AcquaintanceAnswer } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';

const person = (eventId: string, personId: string) => `/api/events/${eventId}/people/${personId}`;

/** "We know each other" (K1): known once both have said so. */
export function useAcquaintance(eventId: string, personId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.post<AcquaintanceAnswer>(`${person(eventId, personId)}/acquaintance`),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['person', eventId] }),
        client.invalidateQueries({ queryKey: ['circle', eventId] }),
        client.invalidateQueries({ queryKey: ['board-relations', eventId] }),
      ]),
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
