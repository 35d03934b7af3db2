import { useQueryClient } from '@tanstack/react-query';
import type { VoiceNote } from '@teabreak/shared';
import { LIMITS } from '@teabreak/shared/limits';
import { useEffect, useEffectEvent, useState } from 'react';
import { ApiError } from '../../lib/api-error.js';
import { useTranslation } from '../../lib/i18n.js';
import { newId } from '../../lib/new-id.js';
import { encounterOf, refreshEncounters } from './encounters.mutations.js';
import { mayPass } from './may-pass.js';
import type { Talk } from './note-drafts.js';
import { removeVoice, sendVoice, voicePath } from './voice.mutations.js';
import { soundOf, type VoiceDraft, voiceDrafts } from './voice-drafts.js';

/** What can be heard, from the server or, until it has it, from this phone. */
export type HeardVoice = { src: string; seconds: number; waiting: boolean };

/** The voice of a note: on the phone at once, with the server as soon as it gets through. */
export function useVoice(talk: Talk, voice: VoiceNote | null) {
  const { t } = useTranslation('note');
  const client = useQueryClient();
  const [draft, setDraft] = useState<(VoiceDraft & { src: string }) | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  const show = useEffectEvent((next: VoiceDraft | null) => {
    if (draft) URL.revokeObjectURL(draft.src);
    setDraft(next && { ...next, src: URL.createObjectURL(soundOf(next)) });
  });
  const { eventId, personId } = talk;
  useEffect(() => {
    void voiceDrafts.read({ eventId, personId }).then((kept) => kept && show(kept));
    return () => show(null);
  }, [eventId, personId]);

  const attempt = async (work: () => Promise<unknown>) => {
    setBusy(true);
    setFailure(null);
    try {
      await work();
    } catch (error) {
      setFailure(error);
      if (mayPass(error)) return;
      await forget();
    } finally {
      setBusy(false);
    }
    await refreshEncounters(client, talk.eventId);
  };
  const forget = async () => {
    await voiceDrafts.remove(talk);
    show(null);
  };

  const send = (next: VoiceDraft) =>
    attempt(async () => {
      await sendVoice(talk.eventId, await encounterOf(talk), next.id, soundOf(next));
      await refreshEncounters(client, talk.eventId);
      await forget();
    });

  const add = async (sound: Blob, seconds: number) => {
    // Before it is copied into the phone's memory: somebody may have picked a film.
    if (sound.size > LIMITS.voiceBytes) return setFailure(new ApiError(413, 'too_large', t('voice.tooLarge')));
    const next = { talk, id: newId(), type: sound.type, bytes: await sound.arrayBuffer(), seconds };
    await voiceDrafts.write(next);
    show(next);
    await send(next);
  };

  const remove = () =>
    attempt(async () => {
      await forget();
      if (voice) await removeVoice(talk.eventId, await encounterOf(talk), voice.id);
    });

  const sent =
    voice && talk.encounterId
      ? { src: voicePath(talk.eventId, talk.encounterId, voice.id), seconds: voice.seconds, waiting: false }
      : null;
  const heard: HeardVoice | null = draft ? { src: draft.src, seconds: draft.seconds, waiting: !busy } : sent;
  return {
    heard,
    busy,
    failure: mayPass(failure) && draft ? null : failure,
    add,
    remove,
    retry: () => draft && send(draft),
  };
}
