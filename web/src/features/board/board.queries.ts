import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import type { BoardChanges, BoardPerson, BoardRelations, PersonView } from '@teabreak/shared';
import { useState, useSyncExternalStore } from 'react';
import { api } from '../../lib/api-client.js';
import { useLanguage } from '../../lib/i18n.js';
import { useConnection } from '../../lib/live.js';
import { readBoard } from './board-load.js';
import type { BoardState } from './board-state.js';

/** While something is known to be missing, or nothing live arrives, the phone looks again about as often. */
const LOOK_AGAIN_MS = 10_000;
/** Changes that happen while earlier ones are fetched; beyond that the next message asks again. */
const MOST_STEPS = 3;

/**
 * The board's one door: the whole of it first, what changed since its version from then on, and the whole again where the log does not
 * reach back that far. Whoever asks while an answer is on its way gets that one.
 */
export const boardQuery = (eventId: string) => {
  const queryKey = ['board', eventId] as const;
  return queryOptions({
    queryKey,
    queryFn: async ({ client, signal }: { client: QueryClient; signal: AbortSignal }): Promise<BoardState> => {
      const known = client.getQueryData<BoardState>(queryKey);
      if (known && (await catchUp(known, signal))) return known;
      const board = await readBoard(await api.text(`/api/events/${eventId}/board/packed`, { signal }));
      // What the socket told in the meantime was told to the old one.
      if (known) await catchUp(board, signal);
      return board;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
};

/** @returns false where the log is too short, or I am shown other people than before (I6) */
async function catchUp(board: BoardState, signal: AbortSignal): Promise<boolean> {
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const since = board.version;
    const answer = await api.get<BoardChanges>(`/api/events/${board.eventId}/board/changes`, {
      query: { since },
      signal,
    });
    if (answer.reset || answer.audience !== board.audience) return false;
    if (board.take({ ...answer, since }, Date.parse(answer.at))) break;
  }
  return true;
}

/** The socket keeps it fresh (board.live.ts). */
export function useBoard(eventId: string) {
  const [pace] = useState(() => LOOK_AGAIN_MS * (1 + Math.random() / 2));
  const deaf = useConnection() === 'lost';
  return useQuery({
    ...boardQuery(eventId),
    refetchInterval: ({ state }) => (deaf || state.error ? pace : false),
  });
}

/** One person of a board, as of now. */
export const useOnBoard = (board: BoardState | undefined, id: string): BoardPerson | undefined =>
  useSyncExternalStore(
    (listener) => board?.watch(id, listener) ?? (() => {}),
    () => board?.people.get(id),
  );

export const relationsQuery = (eventId: string, language: string) =>
  queryOptions({
    queryKey: ['board-relations', eventId, language],
    queryFn: async ({ client, signal }: { client: QueryClient; signal: AbortSignal }): Promise<BoardRelations> => {
      const relations = await api.get<BoardRelations>(`/api/events/${eventId}/board/relations`, { signal });
      const board = client.getQueryData<BoardState>(['board', eventId]);
      if (board && board.audience !== relations.audience)
        void client.fetchQuery({ ...boardQuery(eventId), staleTime: 0 }).catch(() => {});
      return relations;
    },
    staleTime: 60_000,
  });
export const useRelations = (eventId: string) => useQuery(relationsQuery(eventId, useLanguage()));

export const personQuery = (eventId: string, personId: string, language: string) =>
  queryOptions({
    queryKey: ['person', eventId, personId, language],
    queryFn: ({ signal }) => api.get<PersonView>(`/api/events/${eventId}/people/${personId}`, { signal }),
  });
export const usePerson = (eventId: string, personId: string) => useQuery(personQuery(eventId, personId, useLanguage()));
