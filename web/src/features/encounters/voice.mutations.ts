import type { Note } from '@teabreak/shared';
import { api, readAnswer, requestHeaders } from '../../lib/api-client.js';
import { ApiError } from '../../lib/api-error.js';
import { noteOf } from './encounters.mutations.js';

const UPLOAD_MS = 90_000;

export const voicePath = (eventId: string, encounterId: string, voiceId: string) =>
  `${noteOf(eventId, encounterId)}/voice/${voiceId}`;

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
