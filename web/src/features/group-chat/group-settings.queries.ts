import { queryOptions, useQuery } from '@tanstack/react-query';
import type { GroupSettings } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';

/** The permanent code and what an organizer put behind it. */
export const groupSettingsQuery = (eventId: string) =>
  queryOptions({
    queryKey: ['group-settings', eventId],
    queryFn: ({ signal }) => api.get<GroupSettings>(`/api/events/${eventId}/group`, { signal }),
  });

export const useGroupSettings = (eventId: string) => useQuery(groupSettingsQuery(eventId));
