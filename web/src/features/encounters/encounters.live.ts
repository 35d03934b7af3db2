import { useQueryClient } from '@tanstack/react-query';
import { useLive, useOnReturn } from '../../lib/live.js';
import { CONVERSATIONS, encountersQuery } from './encounters.queries.js';

/** A conversation also comes of the other one's tap: "we have met", or the second half of a swap of cards. A note, of my other phone. */
export function useEncountersLive(eventId: string): void {
  const client = useQueryClient();
  const refetch = () => {
    void client.invalidateQueries(encountersQuery(eventId));
    void client.invalidateQueries({ queryKey: CONVERSATIONS });
  };
  const ofThisEvent = (message: { eventId: string }) => {
    if (message.eventId === eventId) refetch();
  };
  useLive('introduction:changed', ofThisEvent);
  useLive('card:exchanged', ofThisEvent);
  useLive('note:changed', ofThisEvent);
  useOnReturn(refetch);
}
