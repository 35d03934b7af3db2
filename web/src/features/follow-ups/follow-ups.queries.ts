import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Digest, FollowUpDetail, FollowUpList } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';

export const FOLLOW_UPS = 'follow-ups';

export const followUpsQuery = () =>
  queryOptions({
    queryKey: [FOLLOW_UPS],
    queryFn: ({ signal }) => api.get<FollowUpList>('/api/follow-ups', { signal }),
  });
export const useFollowUps = () => useQuery(followUpsQuery());

export const followUpQuery = (id: string) =>
  queryOptions({
    queryKey: [FOLLOW_UPS, id],
    queryFn: ({ signal }) => api.get<FollowUpDetail>(`/api/follow-ups/${id}`, { signal }),
  });
export const useFollowUp = (id: string) => useQuery(followUpQuery(id));

export const digestQuery = () =>
  queryOptions({
    queryKey: ['digest'],
    queryFn: ({ signal }) => api.get<Digest>('/api/me/digest', { signal }),
  });
export const useDigest = () => useQuery(digestQuery());
