import { queryOptions, useQuery } from '@tanstack/react-query';
import type { BlockedPeople, Circle, CircleOpenings, ReportList } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';

/** Whom I know among those who take part, and who says so and waits for my answer (K1, K2). */
export const circleQuery = (eventId: string) =>
  queryOptions({
    queryKey: ['circle', eventId],
    queryFn: ({ signal }) => api.get<Circle>(`/api/events/${eventId}/circle`, { signal }),
  });
export const useCircle = (eventId: string) => useQuery(circleQuery(eventId));

/** Whom those I know could introduce me to (K2). */
export const openingsQuery = (eventId: string) =>
  queryOptions({
    queryKey: ['circle', eventId, 'openings'],
    queryFn: ({ signal }) => api.get<CircleOpenings>(`/api/events/${eventId}/circle/openings`, { signal }),
  });
export const useOpenings = (eventId: string) => useQuery(openingsQuery(eventId));

/** I6: whom I have blocked; the others never learn of it. */
export const blockedQuery = queryOptions({
  queryKey: ['blocked'],
  queryFn: ({ signal }) => api.get<BlockedPeople>('/api/me/blocks', { signal }),
});
export const useBlocked = () => useQuery(blockedQuery);

/** What was reported, for those who run the event. */
export const reportsQuery = (eventId: string) =>
  queryOptions({
    queryKey: ['reports', eventId],
    queryFn: ({ signal }) => api.get<ReportList>(`/api/events/${eventId}/reports`, { signal }),
  });
export const useReports = (eventId: string) => useQuery(reportsQuery(eventId));
