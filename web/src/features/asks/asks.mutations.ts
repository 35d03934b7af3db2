import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import type {
  AnsweredInput,
  AskInput,
  AskThread,
  AskThreadView,
  AskUpdate,
  AskView,
  HideInput,
} from '@teabreak/shared';
import { api } from '../../lib/api-client.js';

const asks = (eventId: string) => `/api/events/${eventId}/asks`;
const threads = (eventId: string) => `/api/events/${eventId}/ask-threads`;

export const postAsk = (eventId: string, input: AskInput) => api.post<AskView>(asks(eventId), input);
export const editAsk = (eventId: string, askId: string, input: AskUpdate) =>
  api.patch<AskView>(`${asks(eventId)}/${askId}`, input);
export const markAnswered = (eventId: string, askId: string, input: AnsweredInput) =>
  api.post<AskView>(`${asks(eventId)}/${askId}/answered`, input);
export const offerHelp = (eventId: string, askId: string, line: string) =>
  api.post<AskThread>(`${asks(eventId)}/${askId}/help`, { line });
export const reportAsk = (eventId: string, askId: string, reason: string) =>
  api.post<null>(`${asks(eventId)}/${askId}/report`, { reason });

/** Everything that shows an ask, or who helps with it. */
export const asksChanged = (client: QueryClient, eventId: string) =>
  Promise.all(
    ['asks', 'ask', 'ask-threads', 'ask-thread'].map((key) => client.invalidateQueries({ queryKey: [key, eventId] })),
  );
export const useAsksChanged = (eventId: string) => {
  const client = useQueryClient();
  return () => asksChanged(client, eventId);
};

/** One tap of an author, or of a helper who takes it back. */
export function useAskStep(eventId: string, askId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (step: 'withdraw' | 'reopen' | 'take-back'): Promise<void> => {
      if (step === 'take-back') await api.delete<null>(`${asks(eventId)}/${askId}/help`);
      else await api.post<AskView>(`${asks(eventId)}/${askId}/${step}`);
    },
    onSettled: () => asksChanged(client, eventId),
  });
}

/** The author's word to somebody who can help. */
export function useDecision(eventId: string, threadId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (decision: 'accept' | 'decline'): Promise<void> => {
      await api.post<AskThreadView | null>(`${threads(eventId)}/${threadId}/${decision}`);
    },
    onSettled: () => asksChanged(client, eventId),
  });
}

/** Those who run the event hide, show again, or remove for good. */
export function useModeration(eventId: string, askId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ act, ...input }: { act: 'hide' | 'unhide' | 'remove' } & Partial<HideInput>) =>
      api.post<null>(`${asks(eventId)}/${askId}/${act}`, act === 'unhide' ? undefined : input),
    onSettled: () => asksChanged(client, eventId),
  });
}
