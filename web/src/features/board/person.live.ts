import { useQueryClient } from '@tanstack/react-query';
import { useLive, useOnReturn } from '../../lib/live.js';

/** What somebody is to me changes with introductions, cards and "we know each other". */
export function usePersonLive(eventId: string): void {
  const client = useQueryClient();
  const refetch = () => void client.invalidateQueries({ queryKey: ['person', eventId] });
  const ofThisEvent = (message: { eventId: string }) => {
    if (message.eventId === eventId) refetch();
  };
  useLive('introduction:changed', ofThisEvent);
  useLive('acquaintance:changed', ofThisEvent);
  useLive('card:exchanged', ofThisEvent);
  useOnReturn(refetch);
}
