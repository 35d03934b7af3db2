import type { AskMessages, AskThread } from '@teabreak/shared';
import { useEffect } from 'react';
import { api } from '../../lib/api-client.js';

/** Says how far I have read, once what is new stands on the screen. Lost, it is said again with the next message. */
export function useRead(eventId: string, thread: AskThread | undefined, page: AskMessages | undefined): void {
  const threadId = thread?.state === 'introduced' && thread.unread > 0 ? thread.id : null;
  const seq = page && (page.messages.at(-1)?.seq ?? 0);
  useEffect(() => {
    if (threadId === null || seq === undefined || document.visibilityState !== 'visible') return;
    api.put(`/api/events/${eventId}/ask-threads/${threadId}/read`, { seq }).catch(() => {});
  }, [eventId, threadId, seq]);
}
