import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import type { EncounterView, Note } from '@teabreak/shared';
import { api, readAnswer, requestHeaders } from '../../lib/api-client.js';
import { ApiError } from '../../lib/api-error.js';
import { CONVERSATIONS, encountersQuery } from './encounters.queries.js';
import type { NoteValues, Talk } from './note-drafts.js';

const UPLOAD_MS = 90_000;

const encounters = (eventId: string) => `/api/events/${eventId}/encounters`;
const noteOf = (eventId: string, encounterId: string) => `${encounters(eventId)}/${encounterId}/note`;
export const voicePath = (eventId: string, encounterId: string, voiceId: string) =>
  `${noteOf(eventId, encounterId)}/voice/${voiceId}`;

export const sayTalked = (eventId: string, personId: string) =>
  api.post<EncounterView>(encounters(eventId), { personId });

/** The conversation's id; says that we talked where that was not said. Doing it twice does it once. */
export const encounterOf = async ({ eventId, personId, encounterId }: Talk): Promise<string> =>
  encounterId ?? (await sayTalked(eventId, personId)).id;

export const saveNote = (eventId: string, encounterId: string, note: NoteValues & { version: number }) =>
  api.put<Note>(noteOf(eventId, encounterId), note);

export const removeNote = (eventId: string, encounterId: string, version: number) =>
  api.delete<null>(`${noteOf(eventId, encounterId)}?version=${version}`);

export const removeVoice = (eventId: string, encounterId: string, voiceId: string) =>
  api.delete<null>(voicePath(eventId, encounterId, voiceId));

/** The same id again is the same voice: a phone that got no answer may send it once more. */
export async function sendVoice(eventId: string, encounterId: string, voiceId: string, sound: Blob): Promise<Note> {
  const body = new FormData();
  body.append('file', sound, 'voice');
  const answer = await fetch(voicePath(eventId, encounterId, voiceId), {
    method: 'PUT',
    credentials: 'same-origin',
    headers: requestHeaders(),
    body,
    signal: AbortSignal.timeout(UPLOAD_MS),
  }).catch(() => {
    throw new ApiError(0, 'offline', '');
  });
  return readAnswer(answer.status, await answer.text()) as Note;
}

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
