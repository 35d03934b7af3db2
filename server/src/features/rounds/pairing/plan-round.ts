import { roundGraph } from './round-graph.js';
import { seatEverybody } from './seating.js';

/** One round of a break (R2–R4). Ids are opaque; the order of every list is irrelevant. */
export interface RoundProblem {
  readonly people: readonly string[];
  /** Integers ≥ 0. Pairs that are not listed weigh 0; of a pair that is listed twice the larger one counts. */
  readonly weights: readonly { readonly one: string; readonly other: string; readonly weight: number }[];
  /** Never at one table: met in an earlier round or before, blocked either way. */
  readonly forbidden: readonly (readonly [string, string])[];
  /** Tables of the last round that go on together, whatever else is said of their people. */
  readonly held: readonly (readonly string[])[];
  readonly satOut: readonly { readonly id: string; readonly times: number; readonly lastRound: boolean }[];
  readonly trios: readonly { readonly id: string; readonly times: number; readonly lastRound: boolean }[];
  readonly oddOneOut: 'trio' | 'sit-out';
  /** This one included. With a small group, this round is chosen so that the others remain possible. */
  readonly roundsLeft: number;
}

export interface RoundPlan {
  /** Two people each, or three; the ids of a table in order, the heaviest table first. */
  tables: string[][];
  sittingOut: string[];
  /** Of all pairs at the tables; a table of three has three. */
  weight: number;
  /** No plan weighs more that pairs as many people and is as fair to the odd one. Proven by the duals. */
  bound: number;
  /** `weight` is the bound. It may be less with a table of three, and where rounds to come are kept possible. */
  exact: boolean;
}

/** Who sits with whom in the next round: everybody who is allowed to meet anybody, at the largest total weight. Pure and deterministic. */
export function planRound(problem: RoundProblem): RoundPlan {
  const people = [...new Set(problem.people)].sort();
  const present = new Set(people);
  const held: string[][] = [];
  for (const table of problem.held) {
    const together = [...new Set(table)].filter((id) => present.has(id));
    if (together.length < 2) continue;
    held.push(together.sort());
    for (const id of together) present.delete(id);
  }
  const graph = roundGraph([...present], problem);
  const seating = seatEverybody(graph, problem);
  const weigh = weigher(problem, held);
  const heldWeight = held.reduce((sum, table) => sum + weigh(table), 0);
  const seated = seating.tables.map(({ people: numbers, weight }) => ({
    ids: numbers.map((number) => graph.people[number] ?? '').sort(),
    weight,
  }));
  const tables = [...seated, ...held.map((ids) => ({ ids, weight: weigh(ids) }))].sort(
    (a, b) => b.weight - a.weight || ((a.ids[0] ?? '') < (b.ids[0] ?? '') ? -1 : 1),
  );
  const weight = tables.reduce((sum, table) => sum + table.weight, 0);
  const bound = Math.max(weight, seating.bound + heldWeight);
  return {
    tables: tables.map(({ ids }) => ids),
    sittingOut: seating.left.map((number) => graph.people[number] ?? ''),
    weight,
    bound,
    exact: weight === bound,
  };
}

/** What tables that stay together weigh, whoever is forbidden. */
function weigher(
  { weights }: RoundProblem,
  held: readonly (readonly string[])[],
): (table: readonly string[]) => number {
  const holder = new Map(held.flatMap((table) => table.map((id) => [id, table] as const)));
  const heaviest = new Map<string, number>();
  for (const { one, other, weight } of weights) {
    if (!holder.has(one) || holder.get(one) !== holder.get(other)) continue;
    const pair = one < other ? `${one}\n${other}` : `${other}\n${one}`;
    heaviest.set(pair, Math.max(heaviest.get(pair) ?? 0, Math.round(weight)));
  }
  return (table) => {
    const pairs = table.flatMap((one, at) => table.slice(at + 1).map((other) => `${one}\n${other}`));
    return pairs.reduce((sum, pair) => sum + (heaviest.get(pair) ?? 0), 0);
  };
}
