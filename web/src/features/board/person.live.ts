import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { BoardPerson } from '@teabreak/shared';
import { useLive, useOnReturn } from '../../lib/live.js';
import { useBoardLive } from './board.live.js';
import { boardQuery, useOnBoard } from './board.queries.js';

/**
 * What somebody is to me changes with introductions, cards and "we know each other"; what they do right now comes with the board,
 * which stays fresh meanwhile where one came from it. Answers the person as on the board, if known.
 */
export function usePersonLive(eventId: string, personId: string): BoardPerson | undefined {
  const client = useQueryClient();
  const refetch = () => void client.invalidateQueries({ queryKey: ['person', eventId] });
  const ofThisEvent = (message: { eventId: string }) => {
    if (message.eventId === eventId) refetch();
  };
  useLive('introduction:changed', ofThisEvent);
  useLive('acquaintance:changed', ofThisEvent);
  useLive('card:exchanged', ofThisEvent);
  useLive('suggestions:changed', ofThisEvent);
  useOnReturn(refetch);
  const { data } = useQuery({ ...boardQuery(eventId), enabled: false });
  useBoardLive(eventId, data);
  return useOnBoard(data, personId);
}
