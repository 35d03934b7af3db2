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

/**
 * Fetches what came after the last message one has, however much it is; from one message before a changed one, which may have been
 * taken away. Before the newest page is there it has nothing to follow.
 */
export function useRoomLive(eventId: string, loaded: boolean): void {
  const client = useQueryClient();
  const known = () => client.getQueryData(roomQuery(eventId).queryKey)?.messages ?? [];
  const catchUp = async (changed = Number.POSITIVE_INFINITY) => {
    // What happened above the oldest message one has read is read with it.
    if (!loaded || changed < (known().at(0)?.seq ?? 0)) return;
    try {
      let after = Math.min(known().at(-1)?.seq ?? 0, changed - 1);
      for (let more = true; more; ) {
        const page = await fetchMessages(eventId, { after, limit: PAGE });
        addMessages(client, eventId, page);
        after = page.messages.at(-1)?.seq ?? after;
        more = page.messages.length === PAGE;
      }
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
