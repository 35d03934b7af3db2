import { useQueryClient } from '@tanstack/react-query';
import type { AskMessage } from '@teabreak/shared';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { api } from '../../lib/api-client.js';
import { ApiError } from '../../lib/api-error.js';
import { useOnReturn } from '../../lib/live.js';
import { newId } from '../../lib/new-id.js';
import { draft } from '../../lib/storage.js';
import { addMessages } from './ask-threads.live.js';

export type WaitingMessage = { clientId: string; text: string; failure: unknown };

/** What was written and is not on the server yet, in its order. The same message sent again is the same message. */
export function useMessageOutbox(eventId: string, threadId: string) {
  const client = useQueryClient();
  const name = `ask-messages-${threadId}`;
  const [waiting, setWaiting] = useState<readonly WaitingMessage[]>(
    () => (draft.read(name) as WaitingMessage[] | null) ?? [],
  );
  const queue = useRef(waiting);
  const running = useRef(false);

  const put = (next: readonly WaitingMessage[]) => {
    queue.current = next;
    setWaiting(next);
    if (next.length > 0)
      draft.write(
        name,
        next.map((one) => ({ ...one, failure: null })),
      );
    else draft.remove(name);
  };
  /** One after the other: what was written first is read first. */
  const flush = async () => {
    if (running.current) return;
    running.current = true;
    put(queue.current.map((one) => ({ ...one, failure: null })));
    for (let [next] = queue.current; next; [next] = queue.current) {
      const { clientId, text } = next;
      try {
        const path = `/api/events/${eventId}/ask-threads/${threadId}/messages`;
        const message = await api.post<AskMessage>(path, { clientId, text });
        addMessages(client, eventId, threadId, [message]);
        put(queue.current.filter((one) => one.clientId !== clientId));
      } catch (failure) {
        put(queue.current.map((one) => (one.clientId === clientId ? { ...one, failure } : one)));
        break;
      }
    }
    running.current = false;
  };
  const resume = useEffectEvent(() => void flush());
  useEffect(() => resume(), []);
  useOnReturn(() => {
    if (queue.current.some(({ failure }) => failure instanceof ApiError && failure.unanswered)) void flush();
  });

  return {
    waiting,
    send: (text: string) => {
      put([...queue.current, { clientId: newId(), text, failure: null }]);
      void flush();
    },
    again: () => void flush(),
    drop: (clientId: string) => put(queue.current.filter((one) => one.clientId !== clientId)),
  };
}
