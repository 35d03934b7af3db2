// biome-ignore-all lint/style/noNonNullAssertion: indices into typed arrays of known length, in inner loops
import type { Graph } from './graph.js';

/** An odd set of vertices and its dual. */
export interface OddSet {
  readonly vertices: Int32Array;
  readonly dual: number;
}

/**
 * Why no matching is better: a solution of the dual problem (Edmonds, "Maximum matching and a polyhedron with 0,1-vertices", 1965) that
 * fits the matching. All numbers are integers and stand for halves: weights count twice.
 */
export interface Certificate {
  /** Added to each weight. Above zero it makes every matching with more edges the better one. */
  readonly shift: number;
  readonly vertices: Float64Array;
  /** Sets within each other or apart. */
  readonly oddSets: readonly OddSet[];
}

/**
 * Checks the proof without trusting whoever made it, in O(edges × depth of the sets): every edge is covered, everything that is used is tight.
 * Answers what is wrong first, or undefined: then `mate` is a matching of the largest weight, and with `cardinality` one of the largest
 * weight among those with the most edges.
 */
export function flawIn(
  graph: Graph,
  mate: Int32Array,
  { shift, vertices, oddSets }: Certificate,
  cardinality: boolean,
): string | undefined {
  const { size } = graph;
  if (mate.length !== size || vertices.length !== size) return 'the number of vertices differs';
  let largest = 0;
  let smallest = 0;
  for (const weight of graph.weight) {
    if (!Number.isInteger(weight)) return 'a weight is not an integer';
    largest = Math.max(largest, weight);
    smallest = Math.min(smallest, weight);
  }
  // An augmenting path takes away at most size / 2 − 1 edges and adds one more than it takes.
  if (cardinality && shift + smallest <= (size >> 1) * (largest - smallest)) return 'one edge more may weigh less';
  if (!cardinality && shift !== 0) return 'the weights are shifted';
  const nesting = nestingOf(size, oddSets);
  if (typeof nesting === 'string') return nesting;
  for (let vertex = 0; vertex < size; vertex += 1) {
    const dual = vertices[vertex]!;
    if (!Number.isInteger(dual) || dual < 0) return `the dual of ${vertex} is ${dual}`;
    if (mate[vertex] === -1 && dual !== 0) return `${vertex} is exposed and has a dual of ${dual}`;
    if (mate[vertex] !== -1 && mate[mate[vertex]!] !== vertex) return `the mate of ${vertex} has another one`;
    let found = mate[vertex] === -1;
    for (let arc = graph.start[vertex]!; arc < graph.start[vertex + 1]!; arc += 1) {
      const head = graph.head[arc]!;
      const slack = dual + vertices[head]! + sharedDual(nesting, vertex, head) - 2 * (graph.weight[arc]! + shift);
      if (slack < 0) return `the edge ${vertex}–${head} is not covered, by ${-slack}`;
      if (mate[vertex] !== head) continue;
      found = true;
      if (slack > 0) return `the matched edge ${vertex}–${head} is not tight, by ${slack}`;
    }
    if (!found) return `${vertex} and its mate have no edge`;
  }
  for (const { vertices: set, dual } of oddSets) {
    const inside = new Set(set);
    const matched = set.filter((vertex) => inside.has(mate[vertex]!)).length;
    if (dual > 0 && matched !== set.length - 1) return `the odd set of ${set[0]} has a dual and is not full`;
  }
  return undefined;
}

/** Which sets every vertex lies in. */
export interface Nesting {
  /** The smallest set that holds the vertex, −1 for none; an index of `nests`. */
  readonly innermost: Int32Array;
  readonly nests: readonly Nest[];
}
interface Nest {
  readonly parent: number;
  readonly depth: number;
  /** Of this set and of those around it. */
  readonly total: number;
}

/** How the sets lie within each other, or what is wrong with them. */
export function nestingOf(size: number, oddSets: readonly OddSet[]): Nesting | string {
  const nests: Nest[] = [];
  const innermost = new Int32Array(size).fill(-1);
  for (const { vertices, dual } of [...oddSets].sort((a, b) => b.vertices.length - a.vertices.length)) {
    const first = vertices[0];
    if (first === undefined || vertices.length % 2 === 0 || vertices.length < 3) return 'a set is not odd';
    if (new Set(vertices).size !== vertices.length) return 'a set has a vertex twice';
    if (!Number.isInteger(dual) || dual < 0) return `the dual of a set is ${dual}`;
    const parent = innermost[first]!;
    if (vertices.some((vertex) => innermost[vertex] !== parent)) return 'two sets cross';
    const around = nests[parent];
    for (const vertex of vertices) innermost[vertex] = nests.length;
    nests.push({ parent, depth: (around?.depth ?? 0) + 1, total: (around?.total ?? 0) + dual });
  }
  return { innermost, nests };
}

/** The duals of all sets that hold both. */
export function sharedDual({ innermost, nests }: Nesting, one: number, other: number): number {
  let [a, b] = [innermost[one]!, innermost[other]!];
  while (a !== b) {
    if ((nests[a]?.depth ?? 0) >= (nests[b]?.depth ?? 0)) a = nests[a]?.parent ?? -1;
    else b = nests[b]?.parent ?? -1;
  }
  return nests[a]?.total ?? 0;
}
