import { queryOptions, useQuery } from '@tanstack/react-query';
import type { TeamMember } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';

/** Who helps to run an event. */
export const teamQuery = (eventId: string) =>
  queryOptions({
    queryKey: ['team', eventId],
    queryFn: ({ signal }) => api.get<TeamMember[]>(`/api/events/${eventId}/team`, { signal }),
  });

export const useTeam = (eventId: string) => useQuery(teamQuery(eventId));
