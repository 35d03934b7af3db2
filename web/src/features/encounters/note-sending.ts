import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { toast } from '../../components/toast.js';
import { ApiError } from '../../lib/api-error.js';
import { useTranslation } from '../../lib/i18n.js';
import { useOnReturn } from '../../lib/live.js';
import { encounterOf, refreshEncounters, saveNote, sendVoice } from './encounters.mutations.js';
import { type NoteDraft, noteDrafts } from './note-drafts.js';
import { soundOf, type VoiceDraft, voiceDrafts } from './voice-drafts.js';

const PASSING = new Set([408, 425, 429]);

/** No answer, or one that will be another later. */
export const mayPass = (error: unknown): boolean =>
  !(error instanceof ApiError) || error.unanswered || error.status >= 500 || PASSING.has(error.status);

type Outcome = 'sent' | 'later' | 'refused';

async function attempt(work: () => Promise<unknown>): Promise<Outcome> {
  try {
    await work();
    return 'sent';
  } catch (error) {
    return mayPass(error) ? 'later' : 'refused';
  }
}

async function sendDraft(draft: NoteDraft): Promise<Outcome> {
  const text = JSON.stringify(draft);
  const outcome = await attempt(async () => {
    await saveNote(draft.eventId, await encounterOf(draft), { ...draft.values, version: draft.base });
  });
  // Typed on meanwhile: that is another one, and not waiting.
  const unchanged = JSON.stringify(noteDrafts.read(draft)) === text;
  if (outcome === 'sent' && unchanged) noteDrafts.remove(draft);
  // It stays as a draft; who opens it sees what stands against it.
  if (outcome === 'refused' && unchanged) noteDrafts.write({ ...draft, waiting: false });
  return outcome;
}

async function sendVoiceDraft(draft: VoiceDraft): Promise<Outcome> {
  const { talk, id } = draft;
  const outcome = await attempt(async () => sendVoice(talk.eventId, await encounterOf(talk), id, soundOf(draft)));
  if (outcome === 'sent') await voiceDrafts.remove(talk);
  return outcome;
}

/** Sends what was saved without a network, when the page appears and whenever the phone comes back. One tab at a time. */
export function useNoteSending(): void {
  const client = useQueryClient();
  const { t } = useTranslation('encounters');

  const sendAll = useEffectEvent(async () => {
    for (const draft of noteDrafts.waiting()) {
      const outcome = await sendDraft(draft);
      if (outcome === 'sent') toast(t('note.sentNow', { name: draft.name }));
      if (outcome === 'refused') toast(t('note.notSent', { name: draft.name }), 'seal');
      if (outcome !== 'later') await refreshEncounters(client, draft.eventId);
    }
    for (const draft of await voiceDrafts.all()) {
      if ((await sendVoiceDraft(draft)) === 'sent') await refreshEncounters(client, draft.talk.eventId);
    }
  });
  const alone = useEffectEvent(() => {
    if (navigator.locks) void navigator.locks.request('teabreak.notes', () => sendAll());
    else void sendAll();
  });
  useEffect(() => alone(), []);
  useOnReturn(() => alone());
}
