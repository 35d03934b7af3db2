import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { IntroductionInput, IntroductionList, IntroductionOffer, IntroductionView } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';
import { introductionsQuery } from './introductions.queries.js';

const base = (eventId: string) => `/api/events/${eventId}/introductions`;

export const askForIntroduction = (eventId: string, input: IntroductionInput) =>
  api.post<IntroductionView>(base(eventId), input);

/** "You two should meet" (I4). */
export const offerIntroduction = (eventId: string, input: IntroductionOffer) =>
  api.post<IntroductionView>(`${base(eventId)}/offers`, input);

export type Step = Exclude<IntroductionView['can'][number], 'pass-on'>;

const MADE_BY_MEETING = ['encounters', 'person', 'circle', 'board-relations'];

/** One tap on an introduction. The list is fetched anew either way: what was tapped on may have changed meanwhile. */
export function useStep(eventId: string, introductionId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (step: Step) => api.post<IntroductionView>(`${base(eventId)}/${introductionId}/${step}`),
    onSettled: (_, __, step) =>
      Promise.all([
        client.invalidateQueries(introductionsQuery(eventId)),
        // Having met is a conversation, and makes acquaintances.
        step === 'met' &&
          Promise.all(MADE_BY_MEETING.map((key) => client.invalidateQueries({ queryKey: [key, eventId] }))),
      ]),
  });
}

export const passOn = (eventId: string, introductionId: string, line: string) =>
  api.post<IntroductionView>(`${base(eventId)}/${introductionId}/pass-on`, { line });

/** Puts what the server answered into the list at once, so that its page is there when one goes to it. */
export function useTakeIn(eventId: string): (introduction: IntroductionView) => void {
  const client = useQueryClient();
  const { queryKey } = introductionsQuery(eventId);
  return (introduction) => {
    client.setQueryData<IntroductionList>(
      queryKey,
      (known) =>
        known && { introductions: [introduction, ...known.introductions.filter(({ id }) => id !== introduction.id)] },
    );
    void client.invalidateQueries({ queryKey });
  };
}
