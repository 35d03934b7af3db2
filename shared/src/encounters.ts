import { z } from 'zod';
import { LIMITS } from './limits.js';
import { id, optionalLine, paragraph } from './primitives.js';
import type { ContactView } from './registrations.js';

/** POST /api/events/:eventId/encounters { personId }: "we talked" (F1), idempotent per pair. → EncounterView */
export const EncounterInput = z.strictObject({ personId: id });
/**
 * PUT /api/events/:eventId/encounters/:encounterId/note → Note, GET the same → { note: Note | null }: only its author ever reads it.
 * `version` is the one that was changed, 0 where there was none: 409 `note_changed` where it is another by now. Sending the same again
 * answers the same. DELETE …/note?version= takes the voice with it.
 */
export const NoteInput = z.strictObject({
  text: paragraph(LIMITS.note).default(''),
  fit: z.int().min(1).max(3).nullable().default(null),
  iPromised: optionalLine(LIMITS.promise).default(''),
  iPromisedDone: z.boolean().default(false),
  theyPromised: optionalLine(LIMITS.promise).default(''),
  theyPromisedDone: z.boolean().default(false),
  /** A day of the calendar, wherever the person is by then. */
  remindOn: z.iso.date().nullable().default(null),
  version: z.int().min(0).max(1_000_000).default(0),
});
export type NoteInput = z.input<typeof NoteInput>;
export const NoteVersion = z.strictObject({ version: z.coerce.number().int().min(0).max(1_000_000) });
export const encounterParam = z.strictObject({ eventId: id, encounterId: id });

/**
 * PUT …/note/voice/:voiceId (multipart `file`) → Note. The phone chooses the id, so that a retry is harmless; a note has one voice at
 * most: 409 `note_changed` where there is another. GET plays it, with Range; DELETE removes it.
 */
export const voiceParam = z.strictObject({ eventId: id, encounterId: id, voiceId: id });
/** What every browser since 2021 plays; the server reads it from the file itself. */
export const VOICE_TYPES = ['audio/webm', 'audio/mp4', 'audio/mpeg'] as const;
export type VoiceType = (typeof VOICE_TYPES)[number];
export type VoiceNote = { id: string; type: VoiceType; seconds: number };

export type Note = {
  text: string;
  fit: number | null;
  iPromised: string;
  iPromisedDone: boolean;
  theyPromised: string;
  theyPromisedDone: boolean;
  remindOn: string | null;
  voice: VoiceNote | null;
  /** 0: only a voice so far. */
  version: number;
  updatedAt: string;
};
export type EncounterView = {
  id: string;
  person: { registrationId: string; name: string; headline: string };
  via: 'introduction' | 'card' | 'board' | 'round';
  at: string;
  note: Note | null;
  contacts: ContactView[];
};
export type EncounterList = { encounters: EncounterView[] };

/**
 * GET /api/me/conversations?q=&only=&after=: mine, of all events, newest first; `q` looks into names (中文, pinyin, initials) and my own
 * words. `open`: something promised and not done, or a reminder. `after` is the `next` of the page before.
 */
export const ConversationQuery = z.strictObject({
  q: z.string().max(LIMITS.search).default(''),
  only: z.enum(['all', 'open']).default('all'),
  after: id.optional(),
});
export type Conversation = Omit<EncounterView, 'contacts'> & {
  event: { id: string; slug: string; title: string; timeZone: string };
};
export type ConversationPage = {
  conversations: Conversation[];
  next: string | null;
  /** Of `q` and `only`, on all pages; and of none. */
  matching: number;
  total: number;
};
