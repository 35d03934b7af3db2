import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import type { AbsentInput, HoldInput, MyRound, RoundsDesk, RoundsInput, SwapInput } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';
import { useLanguage } from '../../lib/i18n.js';
import { myRoundQuery, roundsDeskQuery } from './rounds.queries.js';

const address = (eventId: string) => `/api/events/${eventId}/rounds`;

/** Every act answers with the desk as it is after it; one that was refused may rest on tables of yesterday, so it is asked again. */
function useDeskAct<Input>(eventId: string, act: (input: Input) => Promise<RoundsDesk>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (desk) => client.setQueryData(roundsDeskQuery(eventId).queryKey, desk),
    onError: () => client.invalidateQueries(roundsDeskQuery(eventId)),
  });
}

export const useStartRounds = (eventId: string, breakId: string) =>
  useDeskAct(eventId, (input: RoundsInput) => api.post(`/api/events/${eventId}/breaks/${breakId}/rounds`, input));

export const useNextRound = (eventId: string) =>
  useDeskAct(eventId, (roundId: string) => api.post(`${address(eventId)}/next`, { roundId }));

export const useStopRounds = (eventId: string) =>
  useDeskAct(eventId, (_: undefined) => api.post(`${address(eventId)}/stop`));

export const useSwap = (eventId: string, roundId: string) =>
  useDeskAct(eventId, (input: SwapInput) => api.post(`${address(eventId)}/${roundId}/swap`, input));

export const useHold = (eventId: string, roundId: string) =>
  useDeskAct(eventId, (input: HoldInput) => api.post(`${address(eventId)}/${roundId}/hold`, input));

export const useAbsent = (eventId: string, roundId: string) =>
  useDeskAct(eventId, (input: AbsentInput) => api.post(`${address(eventId)}/${roundId}/absent`, input));

function useMyAct<Input>(eventId: string, act: (input: Input) => Promise<MyRound>) {
  const client: QueryClient = useQueryClient();
  const { queryKey } = myRoundQuery(eventId, useLanguage());
  return useMutation({
    mutationFn: act,
    onSuccess: (mine) => client.setQueryData(queryKey, mine),
    onError: () => client.invalidateQueries({ queryKey }),
  });
}

export const useTakePart = (eventId: string) =>
  useMyAct(eventId, (takePart: boolean) => api.put(`${address(eventId)}/mine`, { takePart }));

export const usePartnerMissing = (eventId: string, roundId: string) =>
  useMyAct(eventId, (registrationId: string) =>
    api.post(`${address(eventId)}/${roundId}/partner-missing`, { registrationId }),
  );
