import { queryOptions, useQuery } from '@tanstack/react-query';
import type { BoardChanges, BoardRelations, BoardSnapshot, PersonView } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';
import { useLanguage } from '../../lib/i18n.js';
import { fromSnapshot } from './board-state.js';

/** The socket keeps it fresh (board.live.ts); it is fetched whole once, and when the log does not reach back far enough. */
export const boardQuery = (eventId: string) =>
  queryOptions({
    queryKey: ['board', eventId],
    queryFn: async ({ signal }) =>
      fromSnapshot(await api.get<BoardSnapshot>(`/api/events/${eventId}/board`, { signal })),
    staleTime: Number.POSITIVE_INFINITY,
  });
export const useBoard = (eventId: string) => useQuery(boardQuery(eventId));

export const fetchChanges = (eventId: string, since: number) =>
  api.get<BoardChanges>(`/api/events/${eventId}/board/changes`, { query: { since } });

export const relationsQuery = (eventId: string, language: string) =>
  queryOptions({
    queryKey: ['board-relations', eventId, language],
    queryFn: ({ signal }) => api.get<BoardRelations>(`/api/events/${eventId}/board/relations`, { signal }),
    staleTime: 60_000,
  });
export const useRelations = (eventId: string) => useQuery(relationsQuery(eventId, useLanguage()));

export const personQuery = (eventId: string, personId: string, language: string) =>
  queryOptions({
    queryKey: ['person', eventId, personId, language],
    queryFn: ({ signal }) => api.get<PersonView>(`/api/events/${eventId}/people/${personId}`, { signal }),
  });
export const usePerson = (eventId: string, personId: string) => useQuery(personQuery(eventId, personId, useLanguage()));
