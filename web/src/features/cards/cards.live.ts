import { useQueryClient } from '@tanstack/react-query';
import { useLive, useOnReturn } from '../../lib/live.js';
import { exchangesQuery } from './cards.queries.js';

/** Somebody scanned my card, or answered my scan. */
export function useCardsLive(eventId: string): void {
  const client = useQueryClient();
  const refetch = () => void client.invalidateQueries(exchangesQuery(eventId));
  useLive('card:exchanged', (message) => {
    if (message.eventId === eventId) refetch();
  });
  useOnReturn(refetch);
}
