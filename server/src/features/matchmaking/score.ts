import type { CommonalityKind } from '@teabreak/shared';
import type { Gift, GiftSource, Want } from './profile.js';

/** Below this a match is a guess, and M3 wants no guesses. */
export const FLOOR = 0.5;
/** What a perfect match of one wish is worth; every further wish met closes this part of the gap to 1. */
const ONE_WISH = 0.75;
const MOST = 1000;

/** The words that met, best first, and the score 0…1000. */
export type Fit = { score: number; evidence: readonly Evidence[] };
export type Evidence = { mine: string; theirs: string; as: GiftSource; quality: number };

/** M1: directed fit a→b out of a's wishes that b meets: 1 − Π(1 − 0.75·quality). */
export function fitOf(met: readonly { want: Want; gift: Gift; quality: number }[]): Fit {
  const unmet = met.reduce((left, { quality }) => left * (1 - ONE_WISH * quality), 1);
  const evidence = met
    .map(({ want, gift, quality }) => ({ mine: want.text, theirs: gift.text, as: gift.as, quality }))
    .sort((a, b) => b.quality - a.quality || (a.mine < b.mine ? -1 : 1));
  return { score: Math.round(MOST * (1 - unmet)), evidence };
}

/** M1: harmonic mean, so that one-sided enthusiasm does not pass for a match. */
export function reciprocal(there: number, back: number): number {
  return there + back === 0 ? 0 : Math.round((2 * there * back) / (there + back));
}

/** Both directions first; help for me before help from me. */
export function goalScore(there: number, back: number): number {
  return Math.round(0.6 * reciprocal(there, back) + 0.4 * Math.max(there, 0.6 * back));
}

/** M2: 1 for what only two share, near 0 for what everybody does: inverse document frequency, smoothed for small rooms. */
export function rarity(holders: number, people: number): number {
  if (holders <= 2) return 1;
  return Math.log((people + 1) / holders) / Math.log((people + 1) / 2);
}

/** How much a bond means where it is rare; where one comes from and learnt binds more than what one speaks. */
const BOND: Record<CommonalityKind, number> = {
  hometown: 1,
  'ancestral-home': 1,
  school: 0.9,
  company: 0.7,
  'lived-in': 0.6,
  interest: 0.6,
  learns: 0.5,
  industry: 0.5,
  'lives-in': 0.3,
  speaks: 0.3,
};

export function bondStrength(kind: CommonalityKind, rare: number): number {
  return BOND[kind] * rare;
}

/** 0…150 out of the sum of all bonds. */
export function commonScore(bonds: number): number {
  return Math.min(150, Math.round(100 * bonds));
}

/** Two people in a room of English speakers do not hear that they both speak English. */
export const WORTH_SAYING = 0.2;
/** What a shared thing must be to suggest two people who can do nothing else for each other (M3). */
export const COMMON_ALONE = 0.45;
/** M5: somebody both know, in the room or at least coming. */
export const WARM = { present: 60, registered: 40 } as const;
/** Who is here can be met now. */
export const HERE = 30;
