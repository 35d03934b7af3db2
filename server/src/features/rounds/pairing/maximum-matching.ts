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
  const { size, start, weight } = graph;
  const shift = cardinality ? cardinalityShift(graph) : 0;
  const doubled = new Float64Array(weight.length);
  for (let arc = 0; arc < weight.length; arc += 1) doubled[arc] = 2 * (weight[arc]! + shift);
  const mate = new Int32Array(size).fill(-1);
  const dual = new Float64Array(size + (size >> 1) + 1);
  for (let vertex = 0; vertex < size; vertex += 1) {
    for (let arc = start[vertex]!; arc < start[vertex + 1]!; arc += 1)
      dual[vertex] = Math.max(dual[vertex]!, doubled[arc]! / 2);
  }
  takeTight(graph, doubled, dual, mate);
  new HalfMatching(graph, doubled, dual, mate).solve();
  const blossoms = new Blossoms(size, mate);
  new BlossomSearch(graph, doubled, dual, blossoms).solve();
  return {
    ...totals(graph, mate),
    mate,
    certificate: { shift, vertices: dual.slice(0, size), oddSets: oddSets(blossoms, dual) },
  };
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

/** What every weight must gain so that one edge more is always better: an augmenting path takes away fewer than size / 2 edges. */
function cardinalityShift({ size, weight }: Graph): number {
  let largest = 0;
  let smallest = 0;
  for (let arc = 0; arc < weight.length; arc += 1) {
    largest = Math.max(largest, weight[arc]!);
    smallest = Math.min(smallest, weight[arc]!);
  }
  return (size >> 1) * (largest - smallest) - smallest + 1;
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
