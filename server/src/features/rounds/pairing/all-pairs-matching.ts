// biome-ignore-all lint/style/noNonNullAssertion: indices into typed arrays of known length, in inner loops
import { type Certificate, nestingOf, sharedDual } from './certificate.js';
import { Edges } from './edges.js';
import type { Graph } from './graph.js';
import { cardinalityShift, dualsWithoutSets, type Matching, shiftedMatching } from './maximum-matching.js';
import { Shortlist } from './shortlist.js';

/** Every two vertices may be matched, with weight 0 when `listed` does not say another one, apart from the edges of `barred`. */
export interface AllPairs {
  readonly listed: Graph;
  /** Its weights are not read; no edge is in both. */
  readonly barred: Graph;
}

/** So many of each one's heaviest pairs are solved first; nearly all of the optimum lies among them. */
const NEAREST = 12;
/** … and so many that weigh nothing, so that nobody stays alone for want of a pair. */
const FILLERS = 2;
/** So many uncovered pairs of one vertex, the worst ones, join at once. */
const AT_ONCE = 8;

/**
 * The best of all matchings with as many pairs as possible, over all allowed pairs, with its proof, at about the price of a sparse one: solves the
 * heaviest pairs of everybody, prices all others by the duals, adds those that are not covered and solves again from there, until
 * every pair is covered (Derigs and Metz, "Solving (large scale) matching problems combinatorially", 1991).
 */
export function allPairsMatching(pairs: AllPairs): Matching {
  const { listed } = pairs;
  let largest = 0;
  let smallest = 0;
  for (const weight of listed.weight) {
    if (weight > largest) largest = weight;
    if (weight < smallest) smallest = weight;
  }
  const shift = cardinalityShift(listed.size, smallest, largest);
  const chosen = new Edges();
  addNearest(pairs, chosen);
  addFillers(pairs, chosen);
  let matching = shiftedMatching(chosen.graph(listed.size), shift);
  for (;;) {
    const before = chosen.length;
    addUncovered(pairs, matching.certificate, chosen);
    if (chosen.length === before) return matching;
    matching = shiftedMatching(chosen.graph(listed.size), shift, dualsWithoutSets(matching.certificate));
  }
}

function addNearest({ listed }: AllPairs, chosen: Edges): void {
  const { size, start, head, weight } = listed;
  const nearest = new Shortlist(NEAREST);
  for (let vertex = 0; vertex < size; vertex += 1) {
    const [from, to] = [start[vertex]!, start[vertex + 1]!];
    let behind = from;
    while (behind < to && head[behind]! < vertex) behind += 1;
    nearest.length = 0;
    // Each starts behind itself, so that those with many equal pairs do not all choose the same few people.
    for (let arc = behind; arc < to; arc += 1) nearest.offer(weight[arc]!, arc);
    for (let arc = from; arc < behind; arc += 1) nearest.offer(weight[arc]!, arc);
    for (let at = 0; at < nearest.length; at += 1) {
      const arc = nearest.items[at]!;
      chosen.add(vertex, head[arc]!, weight[arc]!);
    }
  }
}

function addFillers(pairs: AllPairs, chosen: Edges): void {
  const { size } = pairs.listed;
  const taken = new Int32Array(size).fill(-1);
  for (let vertex = 0; vertex < size; vertex += 1) {
    markNeighbours(pairs, vertex, taken);
    for (let step = 1, found = 0; step < size && found < FILLERS; step += 1) {
      const other = (vertex + step) % size;
      if (taken[other] === vertex) continue;
      chosen.add(vertex, other);
      found += 1;
    }
  }
}

function addUncovered(pairs: AllPairs, { shift, vertices, oddSets }: Certificate, chosen: Edges): void {
  const { size, start, head, weight } = pairs.listed;
  const nesting = nestingOf(size, oddSets);
  if (typeof nesting === 'string') throw new Error(nesting);
  const worst = new Shortlist(AT_ONCE);
  for (let one = 0; one < size; one += 1) {
    worst.length = 0;
    for (let arc = start[one]!; arc < start[one + 1]! && head[arc]! < one; arc += 1) {
      let lacking = 2 * (weight[arc]! + shift) - vertices[one]! - vertices[head[arc]!]!;
      if (lacking > 0) lacking -= sharedDual(nesting, one, head[arc]!);
      if (lacking > 0) worst.offer(lacking, arc);
    }
    for (let at = 0; at < worst.length; at += 1) chosen.add(one, head[worst.items[at]!]!, weight[worst.items[at]!]!);
  }
  // Of the pairs that weigh nothing only those of two small duals can be uncovered.
  const rising = Int32Array.from({ length: size }, (_, vertex) => vertex).sort((a, b) => vertices[a]! - vertices[b]!);
  const taken = new Int32Array(size).fill(-1);
  for (let place = 0; place + 1 < size; place += 1) {
    const one = rising[place]!;
    const needed = 2 * shift - vertices[one]!;
    if (vertices[rising[place + 1]!]! >= needed) break;
    markNeighbours(pairs, one, taken);
    for (let next = place + 1, found = 0; next < size && found < AT_ONCE; next += 1) {
      const other = rising[next]!;
      const lacking = needed - vertices[other]!;
      if (lacking <= 0) break;
      if (taken[other] === one || lacking <= sharedDual(nesting, one, other)) continue;
      chosen.add(one, other);
      found += 1;
    }
  }
}

/** Writes `vertex` beside everybody whose pair with it is listed or barred. */
function markNeighbours({ listed, barred }: AllPairs, vertex: number, taken: Int32Array): void {
  taken[vertex] = vertex;
  for (let arc = listed.start[vertex]!; arc < listed.start[vertex + 1]!; arc += 1) taken[listed.head[arc]!] = vertex;
  for (let arc = barred.start[vertex]!; arc < barred.start[vertex + 1]!; arc += 1) taken[barred.head[arc]!] = vertex;
}
