import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import type { AskMessage, AskMessages } from '@teabreak/shared';
import { useLive, useOnReturn } from '../../lib/live.js';
import { askMessagesQuery, askThreadsQuery, fetchMessages } from './ask-threads.queries.js';

const PAGE = 100;

/** What a helper, an author or a message changes is here without a reload. Once, around all pages of an event. */
export function useAskThreadsLive(eventId: string): void {
  const client = useQueryClient();
  const refetch = () => void client.invalidateQueries(askThreadsQuery(eventId));
  useLive('ask-thread:changed', (message) => {
    if (message.eventId !== eventId) return;
    refetch();
    void client.invalidateQueries({ queryKey: ['asks', eventId] });
    void client.invalidateQueries({ queryKey: ['ask', eventId, message.askId] });
    // How an ask ended concerns all who have answered it.
    const which = message.threadId ? [message.threadId] : [];
    void client.invalidateQueries({ queryKey: ['ask-thread', eventId, ...which] });
  });
  useOnReturn(refetch);
}

/** Both lists in one, each message once by its number. */
export function mergeMessages(known: readonly AskMessage[], fresh: readonly AskMessage[]): AskMessage[] {
  const bySeq = new Map([...known, ...fresh].map((message) => [message.seq, message]));
  return [...bySeq.values()].sort((one, other) => one.seq - other.seq);
}

/** Puts messages into the thread's entry; `older` is known only by who read further back. */
export function addMessages(
  client: QueryClient,
  eventId: string,
  threadId: string,
  messages: readonly AskMessage[],
  older?: boolean,
): void {
  client.setQueryData(askMessagesQuery(eventId, threadId).queryKey, (known: AskMessages | undefined) =>
    known === undefined
      ? undefined
      : { messages: mergeMessages(known.messages, messages), older: older ?? known.older },
  );
}

/** Fetches what came after the last message one has, however much it is. */
export function useMessagesLive(eventId: string, threadId: string, loaded: boolean): void {
  const client = useQueryClient();
  const catchUp = async () => {
    if (!loaded) return;
    try {
      for (let more = true; more; ) {
        const known = client.getQueryData(askMessagesQuery(eventId, threadId).queryKey)?.messages ?? [];
        const page = await fetchMessages(eventId, threadId, { after: known.at(-1)?.seq ?? 0, limit: PAGE });
        addMessages(client, eventId, threadId, page.messages);
        more = page.messages.length === PAGE;
      }
    } catch {
      // The next message, or the network's return, asks again.
    }
  };
  useLive('ask-thread:changed', (message) => {
    if (message.threadId === threadId) void catchUp();
  });
  useOnReturn(() => void catchUp());
}
