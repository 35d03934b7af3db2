import { useQueryClient } from '@tanstack/react-query';
import { useLive, useOnReturn } from '../../lib/live.js';
import { guestsKey } from './guests.queries.js';

/** Who joins, is checked in at another door or is confirmed by a colleague shows here at once. */
export function useGuestsLive(eventId: string): void {
  const client = useQueryClient();
  const refetch = () => void client.invalidateQueries({ queryKey: guestsKey(eventId) });
  useLive('guests:changed', (message) => {
    if (message.eventId === eventId) refetch();
  });
  useOnReturn(refetch);
}
