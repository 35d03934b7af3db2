import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import type { RoomPage } from '@teabreak/shared';
import { useLive, useOnReturn, useRoom } from '../../lib/live.js';
import { fetchMessages, mergeMessages, roomQuery } from './room.queries.js';

const PAGE = 100;

/** Puts messages into the room's entry; `older` is known only by who read further back. */
export function addMessages(client: QueryClient, eventId: string, page: RoomPage, older?: boolean): void {
  client.setQueryData(roomQuery(eventId).queryKey, (known) =>
    known === undefined
      ? undefined
      : { messages: mergeMessages(known.messages, page.messages), older: older ?? known.older },
  );
}

/** Fetches what came after the last message one has; from one message before a changed one, which may have been taken away. */
export function useRoomLive(eventId: string, loaded: boolean): void {
  const client = useQueryClient();
  const catchUp = async (changed = Number.POSITIVE_INFINITY) => {
    const last = client.getQueryData(roomQuery(eventId).queryKey)?.messages.at(-1)?.seq ?? 0;
    try {
      addMessages(client, eventId, await fetchMessages(eventId, { after: Math.min(last, changed - 1), limit: PAGE }));
    } catch {
      // The next message, or the network's return, asks again.
    }
  };
  useLive('room:message-posted', (message) => {
    if (message.eventId === eventId) void catchUp(message.seq);
  });
  useRoom(
    'room:watch',
    'room:unwatch',
    loaded ? eventId : null,
    () => ({ eventId }),
    () => void catchUp(),
  );
  useOnReturn(() => void catchUp());
}
