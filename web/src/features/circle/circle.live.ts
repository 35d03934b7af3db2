import { useQueryClient } from '@tanstack/react-query';
import { useLive, useOnReturn } from '../../lib/live.js';
import { circleQuery, reportsQuery } from './circle.queries.js';

/** Somebody says that we know each other, or confirms it. */
export function useCircleLive(eventId: string): void {
  const client = useQueryClient();
  const refetch = () => void client.invalidateQueries(circleQuery(eventId));
  useLive('acquaintance:changed', (message) => {
    if (message.eventId === eventId) refetch();
  });
  useOnReturn(refetch);
}

/** Somebody has reported somebody. */
export function useReportsLive(eventId: string): void {
  const client = useQueryClient();
  const refetch = () => void client.invalidateQueries(reportsQuery(eventId));
  useLive('reports:changed', (message) => {
    if (message.eventId === eventId) refetch();
  });
  useOnReturn(refetch);
}
