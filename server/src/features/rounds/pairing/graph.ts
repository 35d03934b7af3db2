// biome-ignore-all lint/style/noNonNullAssertion: indices into typed arrays of known length, in inner loops

/** Edges in any order; the numbers of vertices are 0 … size − 1. The three arrays have one entry per edge. */
export interface EdgeList {
  readonly one: Int32Array;
  readonly other: Int32Array;
  /** Integers. */
  readonly weight: Float64Array;
}

/** Compressed rows: the arcs of v are start[v] … start[v + 1] − 1, by ascending `head`. Each edge is there from both its ends. */
export interface Graph {
  readonly size: number;
  readonly start: Int32Array;
  readonly head: Int32Array;
  readonly weight: Float64Array;
}

/** The graph of these edges: without loops, of parallel edges the heaviest. The same for every order of the same edges. */
export function graphOf(size: number, { one, other, weight }: EdgeList): Graph {
  const edges = one.length;
  const byHead = rowStarts(size, one, other);
  const arcs = new Int32Array(2 * edges);
  // Arcs gathered by head and then dealt out to their tails come out sorted by head in each row.
  const next = byHead.slice();
  for (let edge = 0; edge < edges; edge += 1) {
    arcs[next[other[edge]!]!++] = 2 * edge;
    arcs[next[one[edge]!]!++] = 2 * edge + 1;
  }
  const start = new Int32Array(size + 1);
  const head = new Int32Array(2 * edges);
  const arcWeight = new Float64Array(2 * edges);
  next.set(byHead);
  for (let at = 0; at < 2 * edges; at += 1) {
    const edge = arcs[at]! >> 1;
    const backwards = (arcs[at]! & 1) === 1;
    const tail = backwards ? other[edge]! : one[edge]!;
    const to = next[tail]!++;
    head[to] = backwards ? one[edge]! : other[edge]!;
    arcWeight[to] = weight[edge]!;
  }
  let kept = 0;
  for (let tail = 0; tail < size; tail += 1) {
    start[tail] = kept;
    for (let arc = byHead[tail]!; arc < byHead[tail + 1]!; arc += 1) {
      const same = kept > start[tail]! && head[kept - 1] === head[arc];
      if (same) arcWeight[kept - 1] = Math.max(arcWeight[kept - 1]!, arcWeight[arc]!);
      if (same || head[arc] === tail) continue;
      head[kept] = head[arc]!;
      arcWeight[kept] = arcWeight[arc]!;
      kept += 1;
    }
  }
  start[size] = kept;
  return { size, start, head: head.subarray(0, kept), weight: arcWeight.subarray(0, kept) };
}

function rowStarts(size: number, one: Int32Array, other: Int32Array): Int32Array {
  const starts = new Int32Array(size + 1);
  for (let edge = 0; edge < one.length; edge += 1) {
    starts[one[edge]! + 1]!++;
    starts[other[edge]! + 1]!++;
  }
  for (let vertex = 0; vertex < size; vertex += 1) starts[vertex + 1]! += starts[vertex]!;
  return starts;
}
