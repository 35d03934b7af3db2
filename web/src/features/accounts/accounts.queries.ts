import { queryOptions, useQuery } from '@tanstack/react-query';
import type { MeAnswer } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => api.get<MeAnswer>('/api/me', { signal }),
  staleTime: 60_000,
});

/** Who this phone is signed in as, if anyone. */
export const useMe = () => useQuery(meQuery);
