import { z } from 'zod';
import { LIMITS } from './limits.js';
import { id, paragraph } from './primitives.js';

/**
 * K1. POST /api/events/:eventId/people/:registrationId/acquaintance: "we know each other"; known once both said so.
 * DELETE the same takes it back: my own question, theirs to me, or what both had confirmed.
 */
export type AcquaintanceAnswer = { state: 'asked-by-me' | 'known' };
/** GET /api/events/:eventId/circle */
export type Circle = {
  known: { registrationId: string; name: string; headline: string; checkedIn: boolean }[];
  /** They say they know me and wait for my answer. */
  asking: { registrationId: string; name: string; headline: string }[];
};
export const personParam = z.strictObject({ eventId: id, registrationId: id });
/** POST /api/events/:eventId/people/:registrationId/block, DELETE the same (I6). */
/** POST /api/events/:eventId/people/:registrationId/report (I6): for those who run the event; the person learns nothing. */
export const ReportInput = z.strictObject({ reason: paragraph(LIMITS.message).default('') });
export type ReportInput = z.input<typeof ReportInput>;
