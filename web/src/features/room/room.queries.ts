import { queryOptions, useQuery } from '@tanstack/react-query';
import type { RoomMessage, RoomPage } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';

export const fetchMessages = (eventId: string, query: { before?: number; after?: number; limit?: number } = {}) =>
  api.get<RoomPage>(`/api/events/${eventId}/messages`, { query });

/** The newest page; live messages and older pages are put into this same entry (room.live.ts). */
export const roomQuery = (eventId: string) =>
  queryOptions({
    queryKey: ['room', eventId],
    queryFn: () => fetchMessages(eventId),
    staleTime: Number.POSITIVE_INFINITY,
  });
export const useRoomMessages = (eventId: string) => useQuery(roomQuery(eventId));

/** Both lists in one, each message once by its number, the second list's version where both have it. */
export function mergeMessages(known: readonly RoomMessage[], fresh: readonly RoomMessage[]): RoomMessage[] {
  const bySeq = new Map([...known, ...fresh].map((message) => [message.seq, message]));
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}
