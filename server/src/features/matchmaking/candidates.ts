import type { CommonalityKind, MatchWeights, MeetingRule } from '@teabreak/shared';
import type { ClosePair } from './engine/close-texts.js';
import type { GiftSource } from './profile.js';

export type Direction = 'mutual' | 'they-can-help' | 'you-can-help' | 'common';
/** Both people's own words (M8): `mine` is always the reader's. */
export type Words = { mine: string; theirs: string };
/** A wish and what meets it; `as` says where the words of the one who helps come from. */
export type Help = Words & { as: GiftSource };
export type MatchSuggestion = {
  personId: string;
  direction: Direction;
  score: number;
  helpsMe: Help | null;
  iHelp: Help | null;
  /** Rarest first, at most three. `same` is false where only the region or country is. */
  commons: (Words & { kind: CommonalityKind; same: boolean })[];
  /** Who both know, people in the room first; at most three. */
  via: string[];
  /** Lies outside the reader's own circle, company and first language (M4). */
  bridge: boolean;
};

export type MatchOptions = {
  /** Pairs that must never meet here: blocked either way, already met (M6). Either order. */
  excluded?: readonly (readonly [string, string])[];
  /** Who knows whom (K1). People who know each other are not suggested: they introduce. */
  circle?: readonly (readonly [string, string])[];
  /** [person, acquaintance]: who is not to be named as a way to the person or from them. */
  unnamed?: readonly (readonly [string, string])[];
  /** Who is checked in. */
  present?: Iterable<string>;
  limit?: number;
  exposure?: number;
  /** The organizer's three sliders (neutral: 50 each) and who may be suggested to whom. */
  weights?: MatchWeights;
  rules?: readonly MeetingRule[];
  /** [reader, other]: put aside by the reader for now; only that direction. */
  putAside?: readonly (readonly [string, string])[];
  /** [reader, other]: the reader wants more people like the other. */
  liked?: readonly (readonly [string, string])[];
  /** Texts that somebody outside found to be close in meaning; without any, matching is by the vocabulary and by words alone. */
  closeTexts?: readonly ClosePair[];
};
