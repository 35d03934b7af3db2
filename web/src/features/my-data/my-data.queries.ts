import { queryOptions, useQuery } from '@tanstack/react-query';
import type { MyDataOverview } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';

export const myDataQuery = () =>
  queryOptions({
    queryKey: ['my-data'],
    queryFn: ({ signal }) => api.get<MyDataOverview>('/api/my-data', { signal }),
  });
export const useMyData = () => useQuery(myDataQuery());
