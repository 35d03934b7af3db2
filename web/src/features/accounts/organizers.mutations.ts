import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Organizer, OrganizerInput } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';
import { organizersQuery } from './organizers.queries.js';

export const addOrganizer = (input: OrganizerInput): Promise<Organizer> =>
  api.post<Organizer>('/api/organizers', input);

export function useOrganizersChanged() {
  const client = useQueryClient();
  return () => void client.invalidateQueries(organizersQuery);
}

/** Events they created stay theirs; they create no more. */
export function useOrganizerRemoval() {
  const changed = useOrganizersChanged();
  return useMutation({
    mutationFn: (accountId: string) => api.delete(`/api/organizers/${accountId}`),
    onSettled: changed,
  });
}
