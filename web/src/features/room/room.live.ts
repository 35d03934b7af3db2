import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import type { RoomPage } from '@teabreak/shared';
import { useLive, useOnReturn, useRoom } from '../../lib/live.js';
import { fetchMessages, mergeMessages, roomQuery } from './room.queries.js';

const PAGE = 100;

async function readFrom(eventId: string, after: number, take: (page: RoomPage) => void): Promise<void> {
  for (let more = true; more; ) {
    const page = await fetchMessages(eventId, { after, limit: PAGE });
    take(page);
    after = page.messages.at(-1)?.seq ?? after;
    more = page.messages.length === PAGE;
  }
}

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
    const after = Math.min(known().at(-1)?.seq ?? 0, changed - 1);
    // Where there is no answer the next message, or the network's return, asks again.
    await readFrom(eventId, after, (page) => addMessages(client, eventId, page)).catch(() => {});
  };
  // Who is gone for me is gone with all they wrote, and back with it (I6). What one has scrolled to stays where it is.
  const lookAnew = async () => {
    const [first, last] = [known().at(0)?.seq, known().at(-1)?.seq ?? 0];
    if (first === undefined) return void client.invalidateQueries(roomQuery(eventId));
    const fresh: RoomPage['messages'] = [];
    await readFrom(eventId, first - 1, ({ messages }) => void fresh.push(...messages)).then(
      () => {
        const meanwhile = known().filter(({ seq }) => seq > last);
        const messages = mergeMessages(fresh, meanwhile);
        client.setQueryData(roomQuery(eventId).queryKey, (page) => page && { ...page, messages });
      },
      () => {},
    );
  };
  useLive('room:message-posted', (message) => {
    if (message.eventId === eventId) void catchUp(message.seq);
  });
  useLive('suggestions:changed', (message) => {
    if (message.eventId === eventId && loaded) void lookAnew();
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
