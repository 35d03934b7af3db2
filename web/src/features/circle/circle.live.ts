import { useQueryClient } from '@tanstack/react-query';
import { useLive, useOnReturn } from '../../lib/live.js';
import { circleQuery, reportsQuery } from './circle.queries.js';

/** Somebody says that we know each other, or confirms it; somebody I know is here, or gone. */
export function useCircleLive(eventId: string): void {
  const client = useQueryClient();
  const refetch = () => void client.invalidateQueries(circleQuery(eventId));
  const hear = (message: { eventId: string }) => {
    if (message.eventId === eventId) refetch();
  };
  useLive('acquaintance:changed', hear);
  // Also when somebody is gone for me (I6).
  useLive('suggestions:changed', hear);
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
