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

/** Who arrives or leaves waits beside the tables, so a desk also hears of guests. */
export function useRoundsDeskLive(eventId: string): void {
  const client = useQueryClient();
  useRoundsLive(eventId);
  useLive('guests:changed', (message) => {
    if (message.eventId === eventId) void client.invalidateQueries({ queryKey: ['rounds', eventId, 'desk'] });
  });
}
