import { z } from 'zod';
import { GOAL_KINDS, type GoalKind } from './goal-kinds.js';
import { LIMITS } from './limits.js';
import { line, optionalLine, tags } from './primitives.js';

/** PUT /api/events/:eventId/goal; also part of joining. */
export const GoalInput = z.strictObject({
  kind: z.enum(GOAL_KINDS),
  seeks: tags.default([]),
  offers: tags.default([]),
  sentence: optionalLine(LIMITS.sentence).default(''),
});
export type GoalInput = z.input<typeof GoalInput>;
export type Goal = { kind: GoalKind; seeks: string[]; offers: string[]; sentence: string };

/** G2 */
export const COMMONALITY_KINDS = [
  'hometown',
  'ancestral-home',
  'lives-in',
  'lived-in',
  'school',
  'company',
  'industry',
  'speaks',
  'learns',
  'interest',
] as const;
export type CommonalityKind = (typeof COMMONALITY_KINDS)[number];

/** G3 */
export const VISIBILITIES = ['everyone', 'suggested', 'introduced', 'nobody'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

export const CommonalityInput = z.strictObject({
  kind: z.enum(COMMONALITY_KINDS),
  value: line(LIMITS.commonalityValue),
  visibility: z.enum(VISIBILITIES).default('everyone'),
});
/** PUT /api/me/commonalities replaces all of mine. */
export const CommonalitiesInput = z.strictObject({
  commonalities: z.array(CommonalityInput).max(LIMITS.commonalities),
});
export type CommonalitiesInput = z.input<typeof CommonalitiesInput>;
export type Commonality = { kind: CommonalityKind; value: string; visibility: Visibility };
/** GET /api/vocabulary?q= → tags people use, for the tag input. Open to all: it is asked while joining. */
export const VocabularyQuery = z.strictObject({ q: z.string().max(LIMITS.tag).default('') });
export type VocabularyAnswer = { tags: string[] };
