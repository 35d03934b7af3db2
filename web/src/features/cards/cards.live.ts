import { useQueryClient } from '@tanstack/react-query';
import { useLive, useOnReturn } from '../../lib/live.js';
import { exchangesQuery } from './cards.queries.js';

/** Somebody scanned my card, or answered my scan. */
export function useCardsLive(eventId: string): void {
  const client = useQueryClient();
  const refetch = () => void client.invalidateQueries(exchangesQuery(eventId));
  const hear = (message: { eventId: string }) => {
    if (message.eventId === eventId) refetch();
  };
  useLive('card:exchanged', hear);
  // Also when somebody is gone for me (I6).
  useLive('suggestions:changed', hear);
  useOnReturn(refetch);
}
