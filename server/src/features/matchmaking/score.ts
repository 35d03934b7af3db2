import type { CommonalityKind, MatchWeights } from '@teabreak/shared';

/** Below this, 0…1, a match of one wish is a guess, and M3 wants no guesses. */
export const FLOOR = 0.5;
/** What a perfect match of one wish is worth; every further wish met closes this part of the gap to 1. */
const ONE_WISH = 0.75;
const MOST = 1000;

/**
 * M1, noisy-or: fit = 1 − Π(1 − 0.75·quality) over the wishes met. Kept as −ln of each factor in whole steps of 1/1024, so
 * that a sum takes the place of the product: the same in any order, on any machine (M9).
 */
const STEPS = 1024;
export function massOf(quality: number): number {
  return quality < FLOOR ? 0 : Math.round(-Math.log(1 - ONE_WISH * Math.min(1, quality)) * STEPS);
}

/** From here on a fit rounds to 1000. */
export const FULL_MASS = Math.ceil(Math.log(2 * MOST) * STEPS);
/** Directed fit 0…1000 by the sum of masses, at most FULL_MASS. */
export const FIT = Uint16Array.from({ length: FULL_MASS + 1 }, (_, mass) => {
  return Math.round(MOST * (1 - Math.exp(-mass / STEPS)));
});

/**
 * M1: harmonic mean of both directed fits, so that one-sided enthusiasm does not pass for a match. Pizzato et al.,
 * "RECON: a reciprocal recommender for online dating", RecSys 2010.
 */
export function reciprocal(there: number, back: number): number {
  return there + back === 0 ? 0 : Math.round((2 * there * back) / (there + back));
}

/** 0…1000. Both directions first; help for me before help from me. */
export function goalScore(there: number, back: number): number {
  return Math.round(0.6 * reciprocal(there, back) + 0.4 * Math.max(there, 0.6 * back));
}

/**
 * Per goal score 0…1000, the sum of both masses below which it cannot be reached, whatever the split. Tells at one look that
 * a pair is not good enough. Made when it is first asked for.
 */
export function leastMassFor(score: number): number | undefined {
  leastMasses ??= leastMass();
  return leastMasses[score];
}
let leastMasses: Int32Array | undefined;

function leastMass(): Int32Array {
  const STEP = 16;
  const worth = (mass: number) => FIT[Math.min(FULL_MASS, mass)] ?? MOST;
  const least = new Int32Array(MOST + 1).fill(2 * FULL_MASS);
  let reached = 0;
  for (let sum = 0; sum < 2 * FULL_MASS && reached <= MOST; sum += STEP) {
    // The best that any sum of this step could be worth.
    let best = 0;
    for (let there = 0; there <= sum; there += STEP)
      best = Math.max(best, goalScore(worth(there + STEP), worth(sum + STEP - there)));
    while (reached <= best) least[reached++] = sum;
  }
  return least;
}

/** Counts in octaves (1, 2, 4, 8 …): one who comes or goes hardly ever changes what a thing says about others. */
export function octave(count: number): number {
  return count <= 1 ? 0 : Math.round(Math.log2(count));
}

/**
 * M2: 1 for what only two share, near 0 for what everybody does. Inverse document frequency (Spärck Jones 1972), scaled to
 * the room, smoothed for small rooms, on counts in octaves.
 */
export function rarity(holders: number, people: number): number {
  if (holders <= 2) return 1;
  const [some, all] = [2 ** octave(holders), 2 ** octave(people) + 1];
  return Math.max(0, Math.log(all / some) / Math.log(all / 2));
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
/** Two people in a room of English speakers do not hear that they both speak English. */
const WORTH_SAYING = 200;
/** What a shared thing must be to suggest two people who can do nothing else for each other (M3). */
export const COMMON_ALONE = 450;

/** 0…1000; 0 where it is not worth saying. */
export function bondOf(kind: CommonalityKind, holders: number, people: number): number {
  const bond = Math.round(MOST * BOND[kind] * rarity(holders, people));
  return bond < WORTH_SAYING ? 0 : bond;
}

/** 0…150 out of the sum of all bonds. */
export function commonScore(bonds: number): number {
  return Math.min(150, Math.round(bonds / 10));
}

/** M5: somebody both know, in the room or at least coming. */
export const WARM = { present: 60, registered: 40 } as const;
/** Who is here can be met now. */
export const HERE = 30;
/** The reader liked somebody of whom this one has the same answer to the same wish, or a rare thing in common. */
export const LIKED = 80;
/** What "new circles" moves at either end of its slider: up for who lies outside one's own, down for who lies inside. */
const NEW_CIRCLES = 120;
const NEUTRAL = 50;

/** The organizer's sliders as factors: 0 at 0, 1 at neutral, 2 at the top; `outside` is added to who lies outside. */
export type Emphasis = { goals: number; inCommon: number; outside: number };
export function emphasisOf({ goals, inCommon, newCircles }: MatchWeights): Emphasis {
  return {
    goals: goals / NEUTRAL,
    inCommon: inCommon / NEUTRAL,
    outside: Math.round(((newCircles - NEUTRAL) / NEUTRAL) * NEW_CIRCLES),
  };
}
