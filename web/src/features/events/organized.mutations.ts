import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AgendaItem, DuplicateInput, EventInput, OrganizerEvent } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';
import { organizedEventQuery, organizedEventsQuery } from './organized.queries.js';

export const createEvent = (input: EventInput): Promise<OrganizerEvent> =>
  api.post<OrganizerEvent>('/api/events', input);

export const updateEvent = (eventId: string, input: EventInput): Promise<OrganizerEvent> =>
  api.put<OrganizerEvent>(`/api/events/${eventId}`, input);

export const duplicateEvent = (eventId: string, input: DuplicateInput): Promise<OrganizerEvent> =>
  api.post<OrganizerEvent>(`/api/events/${eventId}/duplicate`, input);

export const deleteEvent = (eventId: string): Promise<unknown> => api.delete(`/api/events/${eventId}`);

/** To be called with what the server answered: the event's pages show it at once, the list asks again. */
export function useEventSaved() {
  const client = useQueryClient();
  return (event: OrganizerEvent) => {
    client.setQueryData(organizedEventQuery(event.id).queryKey, event);
    void client.invalidateQueries({ queryKey: organizedEventsQuery.queryKey, exact: true });
  };
}

/** To be called when an event is gone: nothing of it may be asked for again. */
export function useEventGone() {
  const client = useQueryClient();
  return (eventId: string) => {
    client.removeQueries(organizedEventQuery(eventId));
    void client.invalidateQueries({ queryKey: organizedEventsQuery.queryKey, exact: true });
  };
}

export type BreakAct = { itemId: string; act: 'open' | 'close' };

/** Opens or closes a break for every phone in the room. Doing it twice is harmless. */
export function useBreakSwitch(eventId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ itemId, act }: BreakAct) => api.post<AgendaItem>(`/api/events/${eventId}/breaks/${itemId}/${act}`),
    onSettled: () => client.invalidateQueries(organizedEventQuery(eventId)),
  });
}
