import { useQueryClient } from '@tanstack/react-query';
import { useLive, useOnReturn } from '../../lib/live.js';
import { nowQuery } from './insights.queries.js';

/** Arrivals and introductions change the numbers at once. */
export function useEventNowLive(eventId: string): void {
  const client = useQueryClient();
  const refetch = () => void client.invalidateQueries(nowQuery(eventId));
  const hear = (message: { eventId: string }) => {
    if (message.eventId === eventId) refetch();
  };
  useLive('guests:changed', hear);
  useLive('introduction:changed', hear);
  useLive('asks:changed', hear);
  useOnReturn(refetch);
}
