import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Circle } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';

/** Whom I know among those who take part, and who says so and waits for my answer (K1, K2). */
export const circleQuery = (eventId: string) =>
  queryOptions({
    queryKey: ['circle', eventId],
    queryFn: ({ signal }) => api.get<Circle>(`/api/events/${eventId}/circle`, { signal }),
  });
export const useCircle = (eventId: string) => useQuery(circleQuery(eventId));
