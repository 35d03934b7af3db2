import { z } from 'zod';
import { LIMITS } from './limits.js';
import { id, optionalLine, paragraph } from './primitives.js';

/** POST /api/events/:eventId/encounters { personId }: "we talked" (F1), idempotent per pair. → EncounterView */
export const EncounterInput = z.strictObject({ personId: id });
/**
 * PUT /api/events/:eventId/encounters/:encounterId/note → Note, GET the same → { note: Note | null }: only its author ever reads it.
 */
export const NoteInput = z.strictObject({
  text: paragraph(LIMITS.note).default(''),
  fit: z.int().min(1).max(3).nullable().default(null),
  iPromised: optionalLine(LIMITS.promise).default(''),
  theyPromised: optionalLine(LIMITS.promise).default(''),
});
export type NoteInput = z.input<typeof NoteInput>;
export const encounterParam = z.strictObject({ eventId: id, encounterId: id });
export type Note = { text: string; fit: number | null; iPromised: string; theyPromised: string; updatedAt: string };
export type EncounterView = {
  id: string;
  person: { registrationId: string; name: string; headline: string };
  via: 'introduction' | 'card' | 'board' | 'round';
  at: string;
  note: Note | null;
  contacts: { kind: string; value: string }[];
};
export type EncounterList = { encounters: EncounterView[] };
