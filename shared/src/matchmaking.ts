import { z } from 'zod';
import { GOAL_KINDS } from './goal-kinds.js';
import type { Goal } from './goals.js';
import { LIMITS } from './limits.js';
import { id } from './primitives.js';
import type { Presence } from './registrations.js';

/** GET /api/events/:eventId/suggestions (M1–M8), texts in the reader's language. */
export type Suggestion = {
  person: {
    id: string;
    name: string;
    headline: string;
    goal: Goal | null;
    presence: Presence;
    /** Only while they are at a place. */
    placeId: string | null;
    checkedIn: boolean;
  };
  direction: 'mutual' | 'they-can-help' | 'you-can-help' | 'common';
  /** `together` instead of the two directions, where both came for the same. */
  reasons: { kind: 'helps-you' | 'you-help' | 'together' | 'common' | 'warm-path' | 'bridge'; text: string }[];
  openingLine: string;
  /** Names of people who could introduce you. */
  introducers: { accountId: string; name: string }[];
};
export type SuggestionsAnswer = {
  suggestions: Suggestion[];
  /** Why the list may be short. */
  state: 'ready' | 'goal-missing' | 'consent-missing' | 'nobody-yet';
  /** What would make the list longer, most helpful first, in the reader's language; never empty while the list is. */
  hints: SuggestionHint[];
};
/** "Why am I seeing nobody?" `tags` can be added with one tap. They are words others here use publicly. */
export type SuggestionHint = {
  kind:
    | 'add-seeks'
    | 'add-offers'
    | 'add-commonalities'
    | 'nobody-offers'
    | 'widen-seeks'
    | 'wait-for-arrivals'
    | 'put-aside'
    | 'limited-by-organizer';
  text: string;
  tags: string[];
};

/** An attendee's word on somebody suggested. Nobody else ever learns of it, the organizer included. */
export const MATCH_WISH_KINDS = ['not-now', 'never', 'more-like-this'] as const;
export type MatchWishKind = (typeof MATCH_WISH_KINDS)[number];
export const MatchWishInput = z.strictObject({ kind: z.enum(MATCH_WISH_KINDS) });
export type MatchWishInput = z.input<typeof MatchWishInput>;
/**
 * PUT /api/events/:eventId/suggestions/:registrationId/wish → 204, DELETE takes it back. `not-now` lasts until the next break
 * begins (two hours where none does), `never` for this event and both ways, `more-like-this` raises who is like them.
 */
export const matchWishParam = z.strictObject({ eventId: id, registrationId: id });
/** GET /api/events/:eventId/suggestions/wishes: mine, to take them back. */
export type MatchWishList = {
  wishes: { registrationId: string; name: string; kind: MatchWishKind; until: string | null }[];
};

/** How much each part of the score counts, 0…100; 50 is what the matcher thinks best. */
const weight = z.int().min(0).max(LIMITS.weight);
export const MatchWeights = z.strictObject({ goals: weight, inCommon: weight, newCircles: weight });
export type MatchWeights = z.infer<typeof MatchWeights>;
export const NEUTRAL_WEIGHTS: MatchWeights = { goals: 50, inCommon: 50, newCircles: 50 };

/** People with this goal are suggested to these only (empty: to nobody), and stand on so many lists at most. */
export const MeetingRule = z.strictObject({
  kind: z.enum(GOAL_KINDS),
  suggestedTo: z.union([z.literal('everyone'), z.array(z.enum(GOAL_KINDS)).max(GOAL_KINDS.length)]),
  atMost: z.int().min(0).max(LIMITS.exposure).nullable(),
});
export type MeetingRule = z.infer<typeof MeetingRule>;

/** PUT /api/events/:eventId/matchmaking/settings; GET answers MatchSettingsAnswer. */
export const MatchSettings = z.strictObject({
  weights: MatchWeights,
  rules: z
    .array(MeetingRule)
    .max(LIMITS.meetingRules)
    .refine((rules) => new Set(rules.map(({ kind }) => kind)).size === rules.length, { params: { code: 'duplicate' } }),
});
export type MatchSettings = z.infer<typeof MatchSettings>;
/** With who changed them last: several people run an event. Both null where nobody ever did. */
export type MatchSettingsAnswer = MatchSettings & { updatedAt: string | null; updatedBy: string | null };

/**
 * POST /api/events/:eventId/matchmaking/preview with settings not saved yet → everybody's lists as they would be. Nothing is stored,
 * nobody is told. Made of what everybody here may see: wishes, blocks and commonalities shown to some have no influence on it.
 */
export type MatchPreview = {
  coverage: {
    /** Confirmed, taking part, wanting suggestions. */
    people: number;
    withGoal: number;
    withList: number;
    /** Two-way among all suggestions, 0…1. */
    mutualShare: number;
    /** Most lists one person stands on. */
    mostLists: number;
    /** Goals nobody here can meet, in people's own words (O1). */
    unmet: { registrationId: string; name: string; seeks: string[] }[];
  };
  lists: {
    registrationId: string;
    name: string;
    kind: string | null;
    suggestions: { registrationId: string; name: string; direction: Suggestion['direction']; reason: string }[];
  }[];
};
