import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { TeamInput, TeamMember } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';
import { teamQuery } from './team.queries.js';

/** Adds somebody, or gives a member another role: the mail address says who is meant. */
export const putMember = (eventId: string, input: TeamInput): Promise<TeamMember> =>
  api.post<TeamMember>(`/api/events/${eventId}/team`, input);

export function useTeamChanged(eventId: string) {
  const client = useQueryClient();
  return () => void client.invalidateQueries(teamQuery(eventId));
}

export function useMemberChange(eventId: string) {
  const changed = useTeamChanged(eventId);
  return useMutation({ mutationFn: (input: TeamInput) => putMember(eventId, input), onSettled: changed });
}

export function useMemberRemoval(eventId: string) {
  const changed = useTeamChanged(eventId);
  return useMutation({
    mutationFn: (accountId: string) => api.delete(`/api/events/${eventId}/team/${accountId}`),
    onSettled: changed,
  });
}
