import type { QueryClient } from '@tanstack/react-query';
import { encounterOf, refreshEncounters, saveNote } from './encounters.mutations.js';
import { mayPass } from './may-pass.js';
import { type NoteDraft, noteDrafts } from './note-drafts.js';
import { sendVoice } from './voice.mutations.js';
import { soundOf, type VoiceDraft, voiceDrafts } from './voice-drafts.js';

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

/** Everything that waits, one after the other. `tell` says what became of a note. */
export async function sendWaiting(client: QueryClient, tell: (outcome: Outcome, name: string) => void): Promise<void> {
  for (const draft of noteDrafts.waiting()) {
    const outcome = await sendDraft(draft);
    tell(outcome, draft.name);
    if (outcome !== 'later') await refreshEncounters(client, draft.eventId);
  }
  for (const draft of await voiceDrafts.all()) {
    if ((await sendVoiceDraft(draft)) === 'sent') await refreshEncounters(client, draft.talk.eventId);
  }
}
