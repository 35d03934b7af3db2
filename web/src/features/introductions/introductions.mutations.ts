import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { IntroductionInput, IntroductionView } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';
import { introductionsQuery } from './introductions.queries.js';

const base = (eventId: string) => `/api/events/${eventId}/introductions`;

export const askForIntroduction = (eventId: string, input: IntroductionInput) =>
  api.post<IntroductionView>(base(eventId), input);

export type Step = Exclude<IntroductionView['can'][number], 'pass-on'>;

/** One tap on an introduction. The list is fetched anew either way: what was tapped on may have changed meanwhile. */
export function useStep(eventId: string, introductionId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (step: Step) => api.post<IntroductionView>(`${base(eventId)}/${introductionId}/${step}`),
    onSettled: () => client.invalidateQueries(introductionsQuery(eventId)),
  });
}

export const passOn = (eventId: string, introductionId: string, line: string) =>
  api.post<IntroductionView>(`${base(eventId)}/${introductionId}/pass-on`, { line });
