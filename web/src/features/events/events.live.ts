import { useQueryClient } from '@tanstack/react-query';
import { useLive } from '../../lib/live.js';
import { eventQuery } from './events.queries.js';

/** Breaks that open and close, and changes of the programme, show without a reload. */
export function useEventLive(slug: string, eventId: string): void {
  const client = useQueryClient();
  const refetch = (message: { eventId: string }) => {
    if (message.eventId === eventId) void client.invalidateQueries(eventQuery(slug));
  };
  useLive('break:opened', refetch);
  useLive('break:closed', refetch);
  useLive('event:changed', refetch);
}
