// biome-ignore-all lint/style/noNonNullAssertion: indices into typed arrays of known length, in inner loops
import { BlossomSearch } from './blossom-search.js';
import { Blossoms } from './blossoms.js';
import type { Certificate, OddSet } from './certificate.js';
import type { Graph } from './graph.js';
import { HalfMatching } from './half-matching.js';

export interface Matching {
  /** The partner of each vertex, −1 for none. */
  readonly mate: Int32Array;
  readonly weight: number;
  /** How many edges it has. */
  readonly pairs: number;
  readonly certificate: Certificate;
}

/**
 * A matching of the largest weight, exactly; with `cardinality`, of the largest weight among those with the most edges (weights may be
 * negative then, and are taken where they have to). Weights are integers of at most 10⁹. Primal-dual with blossoms after a jump start by
 * halves; O(n · m · log n) in the worst case, near linear for sparse graphs of realistic scores.
 */
export function maximumMatching(graph: Graph, cardinality: boolean): Matching {
  let largest = 0;
  let smallest = 0;
  for (const weight of graph.weight) {
    if (weight > largest) largest = weight;
    if (weight < smallest) smallest = weight;
  }
  return shiftedMatching(graph, cardinality ? cardinalityShift(graph.size, smallest, largest) : 0);
}

/** What every weight must gain so that one edge more is always better: an augmenting path takes away fewer than size / 2 edges. */
export function cardinalityShift(size: number, smallest: number, largest: number): number {
  return (size >> 1) * (largest - smallest) - smallest + 1;
}

/**
 * A matching of the largest weight where `shift` is added to each edge; `weight` is told without it. `start`: duals of vertices, as
 * `dualsWithoutSets` makes them of an earlier solution for a similar graph, save most of the work.
 */
export function shiftedMatching(graph: Graph, shift: number, start?: Float64Array): Matching {
  const { size, weight } = graph;
  const doubled = new Float64Array(weight.length);
  for (let arc = 0; arc < weight.length; arc += 1) doubled[arc] = 2 * (weight[arc]! + shift);
  const mate = new Int32Array(size).fill(-1);
  const dual = new Float64Array(size + (size >> 1) + 1);
  if (start) dual.set(start);
  cover(graph, doubled, dual, start !== undefined);
  takeTight(graph, doubled, dual, mate);
  new HalfMatching(graph, doubled, dual, mate).solve();
  const blossoms = new Blossoms(size, mate);
  new BlossomSearch(graph, doubled, dual, blossoms).solve();
  const certificate = { shift, vertices: dual.slice(0, size), oddSets: oddSets(blossoms, dual) };
  return { ...totals(graph, mate), mate, certificate };
}

/** Duals of vertices that cover every edge which the certificate covers, without its sets. */
export function dualsWithoutSets({ vertices, oddSets }: Certificate): Float64Array {
  const duals = vertices.slice();
  for (const set of oddSets) for (const vertex of set.vertices) duals[vertex]! += set.dual / 2;
  return duals;
}

/** Raises duals until they cover all edges. */
function cover({ size, start, head }: Graph, doubled: Float64Array, dual: Float64Array, warm: boolean): void {
  for (let vertex = 0; vertex < size; vertex += 1) {
    for (let arc = start[vertex]!; arc < start[vertex + 1]!; arc += 1) {
      const needed = warm ? doubled[arc]! - dual[head[arc]!]! : doubled[arc]! / 2;
      if (needed > dual[vertex]!) dual[vertex] = needed;
    }
  }
}

/** Lowers duals as far as they cover their edges, one after the other, and matches what is tight then. */
function takeTight({ size, start, head }: Graph, doubled: Float64Array, dual: Float64Array, mate: Int32Array): void {
  for (let vertex = 0; vertex < size; vertex += 1) {
    if (mate[vertex]! >= 0) continue;
    let needed = 0;
    let partner = -1;
    for (let arc = start[vertex]!; arc < start[vertex + 1]!; arc += 1) {
      const least = doubled[arc]! - dual[head[arc]!]!;
      if (least < needed || (least === needed && partner >= 0)) continue;
      if (least > needed) partner = -1;
      needed = least;
      if (mate[head[arc]!]! < 0) partner = head[arc]!;
    }
    dual[vertex] = needed;
    if (partner < 0) continue;
    mate[vertex] = partner;
    mate[partner] = vertex;
  }
}

function totals({ size, start, head, weight }: Graph, mate: Int32Array): { weight: number; pairs: number } {
  let total = 0;
  let pairs = 0;
  for (let vertex = 0; vertex < size; vertex += 1) {
    if (mate[vertex]! < vertex) continue;
    pairs += 1;
    let arc = start[vertex]!;
    while (head[arc] !== mate[vertex]) arc += 1;
    total += weight[arc]!;
  }
  return { weight: total, pairs };
}

function oddSets({ size, parent, first, last, following }: Blossoms, dual: Float64Array): OddSet[] {
  const sets: OddSet[] = [];
  const living = new Set<number>();
  for (let vertex = 0; vertex < size; vertex += 1) {
    for (let node = parent[vertex]!; node >= 0 && !living.has(node); node = parent[node]!) living.add(node);
  }
  for (const node of living) {
    if (dual[node] === 0) continue;
    const vertices: number[] = [];
    for (let vertex = first[node]!; ; vertex = following[vertex]!) {
      vertices.push(vertex);
      if (vertex === last[node]) break;
    }
    sets.push({ vertices: Int32Array.from(vertices), dual: dual[node]! });
  }
  return sets;
}
