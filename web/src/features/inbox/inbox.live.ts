import { useQueryClient } from '@tanstack/react-query';
import { useLive, useOnReturn } from '../../lib/live.js';
import { inboxQuery } from './inbox.queries.js';

/** Whatever could make something wait, or end its waiting, here or on another phone of mine. */
export function useInboxLive(eventId: string): void {
  const client = useQueryClient();
  const refetch = () => void client.invalidateQueries(inboxQuery(eventId));
  const here = (message: { eventId: string }) => {
    if (message.eventId === eventId) refetch();
  };
  useLive('introduction:changed', here);
  useLive('acquaintance:changed', here);
  useLive('card:exchanged', here);
  useLive('ask-thread:changed', here);
  useLive('rounds:changed', here);
  useLive('break:opened', here);
  useLive('break:closed', here);
  useLive('follow-ups:changed', refetch);
  useOnReturn(refetch);
}
