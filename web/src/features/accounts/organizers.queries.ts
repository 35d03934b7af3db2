import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Organizer } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';

/** Who may create events here. Only the first organizer may ask. */
export const organizersQuery = queryOptions({
  queryKey: ['organizers'],
  queryFn: ({ signal }) => api.get<Organizer[]>('/api/organizers', { signal }),
});

export const useOrganizers = () => useQuery(organizersQuery);
