import { queryOptions, useQuery } from '@tanstack/react-query';
import type { EventSummary, OrganizerEvent } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';

/** Every event this account helps to run. */
export const organizedEventsQuery = queryOptions({
  queryKey: ['organized'],
  queryFn: ({ signal }) => api.get<EventSummary[]>('/api/events', { signal }),
});

export const useOrganizedEvents = () => useQuery(organizedEventsQuery);

/** One event with what only its organizers see. */
export const organizedEventQuery = (eventId: string) =>
  queryOptions({
    queryKey: ['organized', eventId],
    queryFn: ({ signal }) => api.get<OrganizerEvent>(`/api/events/${eventId}`, { signal }),
  });

export const useOrganizedEvent = (eventId: string) => useQuery(organizedEventQuery(eventId));
