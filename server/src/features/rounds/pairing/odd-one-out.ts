import type { RoundProblem } from './plan-round.js';
import { isBarred, type RoundGraph, weightBetween } from './round-graph.js';

type History = RoundProblem['satOut'];

/** Above what any number of times comes to. */
const LATELY = 1e6;

/**
 * What it would add to a person's burden to be the odd one again: never twice running comes first, then the fewest times so far. Squares, so that for
 * tables of three twice each for two people is less than once and three times.
 */
export function burdens(people: readonly string[], histories: readonly History[]): number[] {
  const times = new Map<string, number>();
  const lately = new Set<string>();
  for (const { id, times: count, lastRound } of histories.flat()) {
    times.set(id, (times.get(id) ?? 0) + count);
    if (lastRound) lately.add(id);
  }
  return people.map((id) => (times.get(id) ?? 0) ** 2 + (lately.has(id) ? LATELY : 0));
}

/** How little it is somebody's turn: 0 for the least burden, one more for each larger one that there is. */
export function turns(burden: readonly number[]): number[] {
  const steps = [...new Set(burden)].sort((a, b) => a - b);
  return burden.map((each) => steps.indexOf(each));
}

/** The pair that somebody fits best, and what he adds: nobody has met him, the least burden, then the most weight. */
export function bestPairFor(
  graph: RoundGraph,
  pairs: readonly (readonly number[])[],
  odd: number,
  burden: readonly number[],
): { at: number; gain: number } | undefined {
  const sum = (pair: readonly number[], what: (person: number) => number) =>
    pair.reduce((total, person) => total + what(person), 0);
  return pairs
    .map((pair, at) => ({
      at,
      fits: pair.length === 2 && !pair.some((person) => isBarred(graph, person, odd)),
      before: sum(pair, (person) => burden[person] ?? 0),
      gain: sum(pair, (person) => weightBetween(graph.listed, person, odd)),
    }))
    .filter(({ fits }) => fits)
    .sort((a, b) => a.before - b.before || b.gain - a.gain)[0];
}
