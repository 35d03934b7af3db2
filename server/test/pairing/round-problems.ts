import type { RoundPlan, RoundProblem } from '../../src/features/rounds/pairing/plan-round.js';
import { numbersFrom } from './instances.js';

/** A group in which two of five pairs have something to say to each other. */
export function groupOf(size: number, seed: number, change: Partial<RoundProblem> = {}): RoundProblem {
  const below = numbersFrom(seed);
  const people = Array.from({ length: size }, (_, number) => `person-${String(number).padStart(4, '0')}`);
  const weights = people.flatMap((one, at) =>
    people.slice(at + 1).flatMap((other) => (below(5) < 2 ? [{ one, other, weight: 1 + below(1000) }] : [])),
  );
  const none = { forbidden: [], held: [], satOut: [], trios: [] };
  return { people, weights, ...none, oddOneOut: 'trio', roundsLeft: 1, ...change };
}

export const pairKey = (one: string, other: string) => (one < other ? `${one} ${other}` : `${other} ${one}`);

export const meetings = (table: readonly string[]) =>
  table.flatMap((one, at) => table.slice(at + 1).map((other) => pairKey(one, other)));

export const meetingsOf = (plans: readonly RoundPlan[]) => plans.flatMap(({ tables }) => tables.flatMap(meetings));

/** The heaviest of all ways to seat everybody, one table of three when the number is odd; undefined when there is none. */
export function heaviestByTrying({ people, weights, forbidden }: RoundProblem): number | undefined {
  const weigh = new Map(weights.map(({ one, other, weight }) => [pairKey(one, other), weight]));
  for (const [one, other] of forbidden) weigh.set(pairKey(one, other), Number.NEGATIVE_INFINITY);
  const worth = (...table: string[]) => meetings(table).reduce((sum, pair) => sum + (weigh.get(pair) ?? 0), 0);
  const best = (left: readonly string[]): number => {
    const [one, ...rest] = left;
    if (one === undefined) return 0;
    const totals = rest.map((other) => worth(one, other) + best(rest.filter((id) => id !== other)));
    if (left.length % 2 === 1) {
      for (const [at, other] of rest.entries())
        for (const third of rest.slice(at + 1))
          totals.push(worth(one, other, third) + best(rest.filter((id) => id !== other && id !== third)));
    }
    return Math.max(Number.NEGATIVE_INFINITY, ...totals);
  };
  const heaviest = best(people);
  return Number.isFinite(heaviest) ? heaviest : undefined;
}
