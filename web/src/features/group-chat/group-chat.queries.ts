import { queryOptions, useQuery } from '@tanstack/react-query';
import type { GroupPage } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';

/** What stands behind a permanent code. Never kept for long: the group behind it changes. */
export const groupQuery = (code: string) =>
  queryOptions({
    queryKey: ['group', code],
    queryFn: ({ signal }) => api.get<GroupPage>(`/api/groups/${encodeURIComponent(code)}`, { signal }),
    staleTime: 0,
  });

export const useGroup = (code: string) => useQuery(groupQuery(code));
