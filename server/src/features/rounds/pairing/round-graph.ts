import type { AllPairs } from './all-pairs-matching.js';
import { Edges } from './edges.js';
import type { Graph } from './graph.js';
import type { RoundProblem } from './plan-round.js';

/** Who is to be paired, by number: in the order of their ids, so that the order of the input has no influence. */
export interface RoundGraph extends AllPairs {
  readonly people: readonly string[];
  readonly heaviest: number;
}

export function roundGraph(
  people: readonly string[],
  { weights, forbidden }: Pick<RoundProblem, 'weights' | 'forbidden'>,
): RoundGraph {
  const size = people.length;
  const numbers = new Map(people.map((id, number) => [id, number]));
  const barred = new Edges();
  const never = new Set<number>();
  for (const [one, other] of forbidden) {
    const [a, b] = [numbers.get(one), numbers.get(other)];
    if (a === undefined || b === undefined) continue;
    barred.add(a, b);
    never.add(Math.min(a, b) * size + Math.max(a, b));
  }
  const listed = new Edges();
  let heaviest = 0;
  for (const { one, other, weight } of weights) {
    const [a, b] = [numbers.get(one), numbers.get(other)];
    if (a === undefined || b === undefined || never.has(Math.min(a, b) * size + Math.max(a, b))) continue;
    const counted = Math.round(weight);
    if (!(counted > 0)) continue;
    listed.add(a, b, counted);
    if (counted > heaviest) heaviest = counted;
  }
  return { people, listed: listed.graph(size), barred: barred.graph(size), heaviest };
}

/**
 * The same with places besides people: who is matched to a place is left over. `price` says what it costs to leave somebody over;
 * undefined where that must not be. Places count from 0.
 */
export function withPlaces(
  { people, listed, barred }: RoundGraph,
  places: number,
  price: (person: number, place: number) => number | undefined,
): AllPairs {
  const size = people.length + places;
  const [more, less] = [edgesOf(listed), edgesOf(barred)];
  for (let place = people.length; place < size; place += 1) {
    for (let other = people.length; other < place; other += 1) less.add(place, other);
    for (let person = 0; person < people.length; person += 1) {
      const cost = price(person, place - people.length);
      if (cost === undefined) less.add(person, place);
      else more.add(person, place, -cost);
    }
  }
  return { listed: more.graph(size), barred: less.graph(size) };
}

export function weightBetween({ start, head, weight }: Graph, one: number, other: number): number {
  const arc = arcTo({ start, head }, one, other);
  return arc < 0 ? 0 : (weight[arc] ?? 0);
}

export function isBarred({ barred }: AllPairs, one: number, other: number): boolean {
  return arcTo(barred, one, other) >= 0;
}

/** By halving: rows are sorted. */
function arcTo({ start, head }: Pick<Graph, 'start' | 'head'>, one: number, other: number): number {
  let low = start[one] ?? 0;
  let high = start[one + 1] ?? 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((head[middle] ?? 0) < other) low = middle + 1;
    else high = middle;
  }
  return low < (start[one + 1] ?? 0) && head[low] === other ? low : -1;
}

function edgesOf(graph: Graph): Edges {
  const edges = new Edges();
  for (let one = 0; one < graph.size; one += 1) {
    for (let arc = graph.start[one] ?? 0; arc < (graph.start[one + 1] ?? 0); arc += 1) {
      const other = graph.head[arc] ?? 0;
      if (one < other) edges.add(one, other, graph.weight[arc]);
    }
  }
  return edges;
}
