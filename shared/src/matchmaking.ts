import type { Goal } from './goals.js';
import type { Presence } from './registrations.js';

/** GET /api/events/:eventId/suggestions (M1–M8), texts in the reader's language. */
export type Suggestion = {
  person: { id: string; name: string; headline: string; goal: Goal | null; presence: Presence; checkedIn: boolean };
  direction: 'mutual' | 'they-can-help' | 'you-can-help' | 'common';
  reasons: { kind: 'helps-you' | 'you-help' | 'common' | 'warm-path' | 'bridge'; text: string }[];
  openingLine: string;
  /** Names of people who could introduce you. */
  introducers: { accountId: string; name: string }[];
};
export type SuggestionsAnswer = {
  suggestions: Suggestion[];
  /** Why the list may be short. */
  state: 'ready' | 'goal-missing' | 'consent-missing' | 'nobody-yet';
};
