import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { GroupLinkInput, GroupSettings } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';
import { groupSettingsQuery } from './group-settings.queries.js';

export const saveGroupLink = (eventId: string, input: GroupLinkInput): Promise<GroupSettings> =>
  api.put<GroupSettings>(`/api/events/${eventId}/group-link`, input);

/** Takes over what the server says is behind the code now. */
export function useGroupSaved(eventId: string) {
  const client = useQueryClient();
  return (settings: GroupSettings) => client.setQueryData(groupSettingsQuery(eventId).queryKey, settings);
}

/** From then on the code leads to the event's own room. */
export function useGroupLinkRemoval(eventId: string) {
  const saved = useGroupSaved(eventId);
  return useMutation({
    mutationFn: () => saveGroupLink(eventId, { url: null }),
    onSuccess: saved,
  });
}
