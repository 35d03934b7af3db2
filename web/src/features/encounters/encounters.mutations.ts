import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { EncounterView, Note, NoteInput } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';
import { encountersQuery } from './encounters.queries.js';

/** "We talked", one tap (F1). Saying it twice says it once. */
export function useWeTalked(eventId: string, personId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.post<EncounterView>(`/api/events/${eventId}/encounters`, { personId }),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries(encountersQuery(eventId)),
        client.invalidateQueries({ queryKey: ['person', eventId] }),
        client.invalidateQueries({ queryKey: ['board-relations', eventId] }),
      ]),
  });
}

export const saveNote = (eventId: string, encounterId: string, note: NoteInput) =>
  api.put<Note>(`/api/events/${eventId}/encounters/${encounterId}/note`, note);
