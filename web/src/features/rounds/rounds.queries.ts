import { queryOptions, useQuery } from '@tanstack/react-query';
import type { MyRound, RoundClock, RoundsDesk } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';
import { useLanguage } from '../../lib/i18n.js';

/** A message may be lost just when the tables change, so while rounds run a phone also asks by itself. */
const ASK_EVERY_MS = 15_000;
const whileItRuns = (clock: RoundClock | null | undefined) => (clock && clock.phase !== 'over' ? ASK_EVERY_MS : false);

/** The language is part of the key, because the server words the reasons. */
export const myRoundQuery = (eventId: string, language: string) =>
  queryOptions({
    queryKey: ['rounds', eventId, 'mine', language],
    queryFn: ({ signal }) => api.get<MyRound>(`/api/events/${eventId}/rounds/mine`, { signal }),
    refetchInterval: ({ state }) => whileItRuns(state.data?.clock),
    staleTime: 0,
  });

export const roundsDeskQuery = (eventId: string) =>
  queryOptions({
    queryKey: ['rounds', eventId, 'desk'],
    queryFn: ({ signal }) => api.get<RoundsDesk>(`/api/events/${eventId}/rounds`, { signal }),
    refetchInterval: ({ state }) => whileItRuns(state.data?.clock),
    staleTime: 0,
  });

export const useMyRound = (eventId: string) => useQuery(myRoundQuery(eventId, useLanguage()));
export const useRoundsDesk = (eventId: string) => useQuery(roundsDeskQuery(eventId));
