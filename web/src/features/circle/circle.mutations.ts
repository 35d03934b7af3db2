import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import type { AcquaintanceAnswer, CircleSettings, CircleSettingsInput, ReportInput } from '@teabreak/shared';
import { useState } from 'react';
import { api } from '../../lib/api-client.js';
import { blockedQuery, circleQuery } from './circle.queries.js';

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

/** Takes my own word back, or what both had said, or leaves theirs without an answer: they hear nothing of it. */
export function useNoAcquaintance(eventId: string, personId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.delete<null>(`${person(eventId, personId)}/acquaintance`),
    onSettled: () => refreshed(client, eventId),
  });
}

/** Saved by choosing, one after the other: the last tap is the one that stays. Until the server has answered, what was chosen shows. */
export function useCircleSettings(eventId: string) {
  const client = useQueryClient();
  const [chosen, setChosen] = useState<CircleSettingsInput | null>(null);
  const mutation = useMutation({
    mutationFn: (settings: CircleSettingsInput) =>
      api.put<CircleSettings>(`/api/events/${eventId}/circle/settings`, settings),
    scope: { id: `circle.${eventId}` },
    onSuccess: (settings) =>
      client.setQueryData(circleQuery(eventId).queryKey, (known) => known && { ...known, settings }),
  });
  const choose = (settings: CircleSettingsInput) => {
    setChosen(settings);
    mutation.mutate(settings, { onSettled: () => setChosen(null) });
  };
  return { chosen, choose, mutation };
}

/** I6: the other one notices nothing. `onBlocked` comes first: what is looked at again may take the page away that asked. */
export function useBlock(eventId: string, personId: string, onBlocked: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.post<null>(`${person(eventId, personId)}/block`),
    onSuccess: () => {
      onBlocked();
      client.removeQueries({ queryKey: ['person', eventId, personId] });
      return client.invalidateQueries();
    },
  });
}

/** The list loses them at once; everything else is looked at again. */
export function useUnblock() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (accountId: string) => api.delete<null>(`/api/me/blocks/${accountId}`),
    onSuccess: (_, accountId) => {
      client.setQueryData(
        blockedQuery.queryKey,
        (known) => known && { blocked: known.blocked.filter((one) => one.accountId !== accountId) },
      );
      return client.invalidateQueries();
    },
  });
}

/** I6: goes to those who run the event; the person learns nothing. The same `requestId` is one report. */
export const reportPerson = (eventId: string, personId: string, report: ReportInput) =>
  api.post<null>(`${person(eventId, personId)}/report`, report);
