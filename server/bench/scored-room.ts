import { type Graph, graphOf } from '../src/features/rounds/pairing/graph.js';

/** Weights of all pairs of a room; row by row, symmetric, 0 on the diagonal. */
export interface Room {
  readonly size: number;
  readonly weight: Uint32Array;
}

const TAGS = 256;
const WORDS = TAGS / 32;
const GROUPS = 12;

/**
 * People as they are: few topics are wanted by many and many by few (Zipf). Everybody seeks and offers three to six tags; a pair
 * weighs the harmonic mean of both directed fits (0 … 1000) and a little for company they share (0 … 40). Most pairs weigh nothing, many the same.
 */
export function scoredRoom(size: number, seed: number): Room {
  const random = randomFrom(seed);
  const cumulative = new Float64Array(TAGS);
  for (let tag = 0, sum = 0; tag < TAGS; tag += 1) cumulative[tag] = sum += 1 / (tag + 1);
  const sets = [new Int32Array(size * WORDS), new Int32Array(size * WORDS)] as const;
  const sizes = [new Int32Array(size), new Int32Array(size)] as const;
  for (const side of [0, 1] as const) {
    for (let person = 0; person < size; person += 1) {
      const tags = new Set<number>();
      const wanted = 3 + Math.floor(random() * 4);
      while (tags.size < wanted) {
        const drawn = random() * (cumulative[TAGS - 1] ?? 0);
        tags.add(cumulative.findIndex((upTo) => upTo > drawn));
      }
      for (const tag of tags) {
        const word = person * WORDS + (tag >> 5);
        sets[side][word] = (sets[side][word] ?? 0) | (1 << (tag & 31));
      }
      sizes[side][person] = tags.size;
    }
  }
  const groups = Array.from({ length: size * 2 }, () => Math.floor(random() * GROUPS));
  const weight = new Uint32Array(size * size);
  const directed = (one: number, other: number) => {
    let common = 0;
    for (let word = 0; word < WORDS; word += 1)
      common += bits((sets[0][one * WORDS + word] ?? 0) & (sets[1][other * WORDS + word] ?? 0));
    return common / (sizes[0][one] ?? 1);
  };
  for (let one = 0; one < size; one += 1) {
    for (let other = 0; other < one; other += 1) {
      const [there, back] = [directed(one, other), directed(other, one)];
      const reciprocal = there + back > 0 ? (2000 * there * back) / (there + back) : 0;
      const shared = [0, 1].filter((kind) => groups[2 * one + kind] === groups[2 * other + kind]).length;
      const total = Math.round(reciprocal) + (reciprocal > 0 ? 20 * shared : 0);
      weight[one * size + other] = total;
      weight[other * size + one] = total;
    }
  }
  return { size, weight };
}

/** Every pair a number of its own: how matchings are usually measured. It flatters, there are hardly any ties. */
export function uniformRoom(size: number, seed: number): Room {
  const random = randomFrom(seed);
  const weight = new Uint32Array(size * size);
  for (let one = 0; one < size; one += 1) {
    for (let other = 0; other < one; other += 1) {
      const drawn = Math.floor(random() * 1_000_000);
      weight[one * size + other] = drawn;
      weight[other * size + one] = drawn;
    }
  }
  return { size, weight };
}

/** An edge per pair of which one is among the `nearest` heaviest of the other; [one, other, weight], one < other. */
export function nearestEdges({ size, weight }: Room, nearest: number): [number, number, number][] {
  const edges: [number, number, number][] = [];
  const kept = new Set<number>();
  for (let one = 0; one < size; one += 1) {
    const row = weight.subarray(one * size, (one + 1) * size);
    const others = Array.from(row.keys()).filter((other) => other !== one);
    others.sort((a, b) => (row[b] ?? 0) - (row[a] ?? 0) || a - b);
    for (const other of others.slice(0, nearest)) {
      const [low, high] = one < other ? [one, other] : [other, one];
      if (kept.has(low * size + high)) continue;
      kept.add(low * size + high);
      edges.push([low, high, row[other] ?? 0]);
    }
  }
  return edges;
}

export function graphOfEdges(size: number, edges: readonly (readonly [number, number, number])[]): Graph {
  return graphOf(size, {
    one: Int32Array.from(edges, ([one]) => one),
    other: Int32Array.from(edges, ([, other]) => other),
    weight: Float64Array.from(edges, ([, , weight]) => weight),
  });
}

function bits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** mulberry32 (Tommy Ettinger): the same numbers on every machine. */
export function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
