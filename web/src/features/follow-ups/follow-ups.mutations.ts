import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Digest, DigestInput, FollowUpDetail, TouchInput } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';
import { digestQuery, FOLLOW_UPS, followUpQuery } from './follow-ups.queries.js';

const of = (id: string) => `/api/follow-ups/${id}`;

/** What the server answers is shown at once; the list is fetched anew. */
function useTaken() {
  const client = useQueryClient();
  return (followUp: FollowUpDetail) => {
    client.setQueryData(followUpQuery(followUp.id).queryKey, followUp);
    return client.invalidateQueries({ queryKey: [FOLLOW_UPS], exact: true });
  };
}

export function useKeepInTouch() {
  const taken = useTaken();
  return useMutation({
    mutationFn: (encounterId: string) => api.post<FollowUpDetail>('/api/follow-ups', { encounterId }),
    onSuccess: taken,
  });
}

export function useSnooze(id: string) {
  const taken = useTaken();
  return useMutation({
    mutationFn: (until: string) => api.post<FollowUpDetail>(`${of(id)}/snooze`, { until }),
    onSuccess: taken,
  });
}

export function useStopFollowUp(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.delete<void>(of(id)),
    onSuccess: () => client.invalidateQueries({ queryKey: [FOLLOW_UPS] }),
  });
}

/** For a form: sends, and shows what came of it. */
export function useTouch(id: string): (touch: TouchInput) => Promise<FollowUpDetail> {
  const taken = useTaken();
  return async (touch) => {
    const followUp = await api.post<FollowUpDetail>(`${of(id)}/touches`, touch);
    await taken(followUp);
    return followUp;
  };
}

export function useSaveDigest(): (input: DigestInput) => Promise<Digest> {
  const client = useQueryClient();
  return async (input) => {
    const digest = await api.put<Digest>('/api/me/digest', input);
    client.setQueryData(digestQuery().queryKey, digest);
    return digest;
  };
}

export const useStopDigest = () =>
  useMutation({ mutationFn: (token: string) => api.post<void>('/api/digest-stops', { token }) });
