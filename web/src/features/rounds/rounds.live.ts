import { useQueryClient } from '@tanstack/react-query';
import { useLive, useOnReturn } from '../../lib/live.js';

/** New tables, a round that begins or ends, a swap by the host: all of them show at once (R5). */
export function useRoundsLive(eventId: string): void {
  const client = useQueryClient();
  const refetch = () => void client.invalidateQueries({ queryKey: ['rounds', eventId] });
  useLive('rounds:changed', (message) => {
    if (message.eventId === eventId) refetch();
  });
  useOnReturn(refetch);
}
