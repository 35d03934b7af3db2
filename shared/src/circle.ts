import { z } from 'zod';
import { id } from './primitives.js';

/** K1. POST /api/events/:eventId/people/:registrationId/acquaintance: "we know each other"; known once both said so. */
export type AcquaintanceAnswer = { state: 'asked-by-me' | 'known' };
/** GET /api/events/:eventId/circle */
export type Circle = {
  known: { registrationId: string; name: string; headline: string; checkedIn: boolean }[];
  /** They say they know me and wait for my answer. */
  asking: { registrationId: string; name: string; headline: string }[];
};
export const personParam = z.strictObject({ eventId: id, registrationId: id });
/** POST /api/events/:eventId/people/:registrationId/block, DELETE the same (I6). */
