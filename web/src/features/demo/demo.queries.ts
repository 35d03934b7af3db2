import { queryOptions, useQuery } from '@tanstack/react-query';
import type { DemoState } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';

export const demoQuery = queryOptions({
  queryKey: ['demo'],
  queryFn: ({ signal }) => api.get<DemoState>('/api/demo', { signal }),
  // Another visitor may have started or ended it while this page was away.
  staleTime: 0,
});

export const useDemo = () => useQuery(demoQuery);
