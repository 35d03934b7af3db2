import { type Graph, graphOf } from '../../src/features/rounds/pairing/graph.js';

export type WeightedEdge = readonly [one: number, other: number, weight: number];
export interface Instance {
  readonly name: string;
  readonly size: number;
  readonly edges: readonly WeightedEdge[];
}

/** mulberry32 (Tommy Ettinger): whole numbers below a bound, the same in every run. */
export function numbersFrom(seed: number): (below: number) => number {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}

export function graphOfInstance({ size, edges }: Instance): Graph {
  return graphOf(size, {
    one: Int32Array.from(edges, ([one]) => one),
    other: Int32Array.from(edges, ([, other]) => other),
    weight: Float64Array.from(edges, ([, , weight]) => weight),
  });
}

type Below = (below: number) => number;
const sparse = (size: number, degree: number, below: Below, weigh: (one: number, other: number) => number) => {
  const edges = new Map<string, WeightedEdge>();
  for (let one = 0; one < size; one += 1) {
    for (let other = 0; other < one; other += 1)
      if (below(size) < degree) edges.set(`${one} ${other}`, [one, other, weigh(one, other)]);
  }
  return [...edges.values()];
};

/** Odd rings hung onto each other, each edge of a ring heavier than those between: blossoms within blossoms, which later must open. */
function nested(size: number, below: Below): WeightedEdge[] {
  const edges: WeightedEdge[] = [];
  for (let start = 0, ring = 3; start + ring <= size; start += ring - 1, ring = 3 + 2 * below(2)) {
    for (let step = 0; step < ring; step += 1) edges.push([start + step, start + ((step + 1) % ring), 6 + below(5)]);
  }
  for (let one = 0; one < size; one += 1)
    if (below(3) === 0) edges.push([one, (one + 5 + below(size)) % size, 5 + below(8)]);
  const seen = new Set<string>();
  return edges.filter(([one, other]) => {
    const pair = [Math.min(one, other), Math.max(one, other)].join();
    return one !== other && !seen.has(pair) && seen.add(pair);
  });
}

const FAMILIES: Record<string, (size: number, below: Below) => readonly WeightedEdge[]> = {
  uniform: (size, below) => sparse(size, 6, below, () => below(10_000)),
  complete: (size, below) => sparse(size, size, below, () => below(1000)),
  ties: (size, below) => sparse(size, 5, below, () => 1 + below(2)),
  'many zeros': (size, below) => sparse(size, 6, below, () => Math.max(0, below(6) - 3) * 100),
  scored: (size, below) => {
    const people = Array.from({ length: size }, () => [1 << below(6), 1 << below(6)].reduce((a, b) => a | b, 0));
    return sparse(size, 8, below, (one, other) => {
      const shared = (people[one] ?? 0) & (people[other] ?? 0);
      return shared === 0 ? 0 : 400 + 20 * below(3) + 100 * (shared & 1);
    });
  },
  disconnected: (size, below) =>
    sparse(size, size, below, () => below(50)).filter(([one, other]) => one % 4 === other % 4 && below(3) > 0),
  'odd rings': (size, below) =>
    Array.from({ length: size }, (_, one): WeightedEdge => {
      const start = one - (one % 5);
      const ring = Math.min(5, size - start);
      return [one, start + ((one - start + 1) % ring), 10 + below(2)];
    }).filter(([one, other], at, all) => one !== other && all.findIndex(([a, b]) => a === other && b === one) < at),
  nested,
  'costly to pair': (size, below) => sparse(size, 3, below, () => below(40) - 25),
};

/** `count` of every family, of all sizes up to `largest`. */
export function instances(count: number, largest: number, seed: number): Instance[] {
  const below = numbersFrom(seed);
  return Object.entries(FAMILIES).flatMap(([name, build]) =>
    Array.from({ length: count }, () => {
      const size = 1 + below(largest);
      return { name, size, edges: build(size, below) };
    }),
  );
}

export interface Optimum {
  readonly weight: number;
  readonly pairs: number;
}

/** The optimum by looking at every subset of the vertices: for up to 16 of them. Knows nothing of duals or blossoms. */
export function bySubsets({ size, edges }: Instance, cardinality: boolean): Optimum {
  const EDGE = cardinality ? 1e7 : 0;
  const weights = new Map(
    edges.flatMap(([a, b, weight]) => [
      [a * size + b, weight],
      [b * size + a, weight],
    ]),
  );
  const best = new Float64Array(2 ** size);
  for (let set = 1; set < best.length; set += 1) {
    const one = 31 - Math.clz32(set);
    const rest = set & ~(1 << one);
    best[set] = best[rest] ?? 0;
    for (let other = 0; other < one; other += 1) {
      const weight = weights.get(one * size + other);
      if ((rest >> other) & 1 && weight !== undefined)
        best[set] = Math.max(best[set] ?? 0, weight + EDGE + (best[rest & ~(1 << other)] ?? 0));
    }
  }
  const total = best.at(-1) ?? 0;
  const pairs = cardinality ? Math.round(total / EDGE) : 0;
  return { weight: total - pairs * EDGE, pairs };
}
