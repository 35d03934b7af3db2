import { useMutation, useQueryClient } from '@tanstack/react-query';
import type {
  IntroductionAct,
  IntroductionInput,
  IntroductionList,
  IntroductionOffer,
  IntroductionView,
  MeetingInput,
  PassOnInput,
} from '@teabreak/shared';
import { api } from '../../lib/api-client.js';
import { hostSharesQuery, introductionsQuery, meetingOptionsQuery } from './introductions.queries.js';

const base = (eventId: string) => `/api/events/${eventId}/introductions`;

export const askForIntroduction = (eventId: string, input: IntroductionInput) =>
  api.post<IntroductionView>(base(eventId), input);

/** "You two should meet" (I4). */
export const offerIntroduction = (eventId: string, input: IntroductionOffer) =>
  api.post<IntroductionView>(`${base(eventId)}/offers`, input);

/** What one tap does. `take`: a host goes on for another one. */
export type Step = Exclude<IntroductionAct, 'pass-on' | 'change'> | 'take';

const MADE_BY_MEETING = ['encounters', 'person', 'circle', 'board-relations'];

/** One tap on an introduction. The list is fetched anew either way: what was tapped on may have changed meanwhile. */
export function useStep(eventId: string, introductionId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (step: Step) => api.post<IntroductionView>(`${base(eventId)}/${introductionId}/${step}`),
    onSettled: (_, __, step) =>
      Promise.all([
        client.invalidateQueries(introductionsQuery(eventId)),
        step === 'take' && client.invalidateQueries(hostSharesQuery(eventId)),
        // Having met is a conversation, and makes acquaintances.
        (step === 'met' || step === 'missed') &&
          Promise.all(MADE_BY_MEETING.map((key) => client.invalidateQueries({ queryKey: [key, eventId] }))),
      ]),
  });
}

/** Another time or place. What was free may be gone: the choice is fetched anew, too. */
export function useMoveMeeting(eventId: string, introductionId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (to: MeetingInput) => api.put<IntroductionView>(`${base(eventId)}/${introductionId}/meeting`, to),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries(introductionsQuery(eventId)),
        client.invalidateQueries(meetingOptionsQuery(eventId, introductionId)),
      ]),
  });
}

export const passOn = (eventId: string, introductionId: string, input: PassOnInput) =>
  api.post<IntroductionView>(`${base(eventId)}/${introductionId}/pass-on`, input);

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
