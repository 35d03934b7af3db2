import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import type { EncounterView, Note } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';
import { CONVERSATIONS, encountersQuery } from './encounters.queries.js';
import type { NoteValues, Talk } from './note-drafts.js';

const encounters = (eventId: string) => `/api/events/${eventId}/encounters`;
export const noteOf = (eventId: string, encounterId: string) => `${encounters(eventId)}/${encounterId}/note`;

export const sayTalked = (eventId: string, personId: string) =>
  api.post<EncounterView>(encounters(eventId), { personId });

/** The conversation's id; says that we talked where that was not said. Doing it twice does it once. */
export const encounterOf = async ({ eventId, personId, encounterId }: Talk): Promise<string> =>
  encounterId ?? (await sayTalked(eventId, personId)).id;

export const saveNote = (eventId: string, encounterId: string, note: NoteValues & { version: number }) =>
  api.put<Note>(noteOf(eventId, encounterId), note);

export const removeNote = (eventId: string, encounterId: string, version: number) =>
  api.delete<null>(`${noteOf(eventId, encounterId)}?version=${version}`);

/** Everything that shows conversations. */
export const refreshEncounters = (client: QueryClient, eventId: string) =>
  Promise.all([
    client.invalidateQueries(encountersQuery(eventId)),
    client.invalidateQueries({ queryKey: CONVERSATIONS }),
    client.invalidateQueries({ queryKey: ['person', eventId] }),
    client.invalidateQueries({ queryKey: ['board-relations', eventId] }),
  ]);

/** "We talked", one tap (F1). Saying it twice says it once. */
export function useWeTalked(eventId: string, personId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => sayTalked(eventId, personId),
    onSuccess: () => refreshEncounters(client, eventId),
  });
}
