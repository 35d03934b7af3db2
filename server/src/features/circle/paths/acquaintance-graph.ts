/** A tie between two people given by their numbers, 0…people-1, and its strength, 1…15. Each tie once, either direction. */
export type NumberedTie = readonly [one: number, other: number, strength: number];
/** From somebody to somebody over one person, or two; `second` is -1 where one is enough. */
export interface Way {
  first: number;
  second: number;
  weight: number;
}
const NOBODY = -1;

/** A path is as good as its weakest tie, and among equals as all its ties together (at most 45, so 64 keeps the two apart). */
export function pathWeight(one: number, two: number): number {
  return Math.min(one, two) * 64 + one + two;
}
export function longPathWeight(one: number, two: number, three: number): number {
  return Math.min(one, two, three) * 64 + one + two + three;
}

/**
 * Who knows whom at one event, in rows of sorted numbers one behind the other (compressed sparse rows): a person's acquaintances lie
 * beside each other in memory. A search goes from both ends: one's acquaintances are marked, the other's rows are run over.
 */
export class AcquaintanceGraph {
  private readonly starts: Uint32Array;
  private readonly known: Uint32Array;
  private readonly strengths: Uint8Array;
  /** Strength of the tie to the searched person, where it has the current stamp. */
  private readonly marks: Uint8Array;
  private readonly stamps: Uint32Array;
  private stamp = 0;

  constructor(
    readonly people: number,
    ties: readonly NumberedTie[],
  ) {
    this.starts = new Uint32Array(people + 1);
    for (const [one, other] of ties) {
      this.starts[one + 1] = (this.starts[one + 1] as number) + 1;
      this.starts[other + 1] = (this.starts[other + 1] as number) + 1;
    }
    for (let at = 0; at < people; at += 1)
      this.starts[at + 1] = (this.starts[at + 1] as number) + (this.starts[at] as number);
    this.known = new Uint32Array(ties.length * 2);
    this.strengths = new Uint8Array(ties.length * 2);
    this.fill(ties);
    this.marks = new Uint8Array(people);
    this.stamps = new Uint32Array(people);
  }

  /** Sorted by going through the ties in the order of the other end, so that no row has to be sorted by itself. */
  private fill(ties: readonly NumberedTie[]): void {
    const both = new Float64Array(ties.length * 2);
    ties.forEach(([one, other, strength], at) => {
      both[at * 2] = (one * this.people + other) * 16 + strength;
      both[at * 2 + 1] = (other * this.people + one) * 16 + strength;
    });
    both.sort();
    both.forEach((packed, at) => {
      this.strengths[at] = packed % 16;
      this.known[at] = Math.floor(packed / 16) % this.people;
    });
  }

  /** The strength of their tie, 0 where they do not know each other. */
  tie(one: number, other: number): number {
    let [low, high] = [this.starts[one] as number, (this.starts[one + 1] as number) - 1];
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const found = this.known[middle] as number;
      if (found === other) return this.strengths[middle] as number;
      if (found < other) low = middle + 1;
      else high = middle - 1;
    }
    return 0;
  }

  /** The best way between two who do not know each other: over one person where there is one, else over two; null where there is none. */
  best(from: number, to: number): Way | null {
    this.mark(to);
    return this.overOne(from) ?? this.overTwo(from, to);
  }

  /**
   * For each of `firsts` the best of `seconds` whom they know, given the ties at both ends; strengths in the same order. Unsorted.
   */
  between(
    firsts: readonly { person: number; strength: number }[],
    seconds: readonly { person: number; strength: number }[],
  ): Way[] {
    this.nextStamp();
    for (const { person, strength } of seconds) this.put(person, strength);
    return firsts.flatMap(({ person, strength }) => {
      const way = this.bestThrough(person, strength, NOBODY, NOBODY);
      return way === null ? [] : [way];
    });
  }

  private overOne(from: number): Way | null {
    const { starts, known, strengths, marks, stamps, stamp } = this;
    let [first, weight] = [NOBODY, 0];
    for (let at = starts[from] as number, end = starts[from + 1] as number; at < end; at += 1) {
      const person = known[at] as number;
      if (stamps[person] !== stamp) continue;
      const found = pathWeight(strengths[at] as number, marks[person] as number);
      if (found > weight) [first, weight] = [person, found];
    }
    return first === NOBODY ? null : { first, second: NOBODY, weight };
  }

  private overTwo(from: number, to: number): Way | null {
    const { starts, known, strengths } = this;
    let best: Way | null = null;
    for (let at = starts[from] as number, end = starts[from + 1] as number; at < end; at += 1) {
      const way = this.bestThrough(known[at] as number, strengths[at] as number, from, to);
      if (way !== null && (best === null || way.weight > best.weight)) best = way;
    }
    return best;
  }

  /** Ids ascend within a row: among equals the smallest stays. */
  private bestThrough(first: number, strength: number, from: number, to: number): Way | null {
    const { starts, known, strengths, marks, stamps, stamp } = this;
    let [second, weight] = [NOBODY, 0];
    for (let at = starts[first] as number, end = starts[first + 1] as number; at < end; at += 1) {
      const person = known[at] as number;
      if (stamps[person] !== stamp || person === from || person === to) continue;
      const found = longPathWeight(strength, strengths[at] as number, marks[person] as number);
      if (found > weight) [second, weight] = [person, found];
    }
    return second === NOBODY ? null : { first, second, weight };
  }

  private mark(person: number): void {
    this.nextStamp();
    for (let at = this.starts[person] as number, end = this.starts[person + 1] as number; at < end; at += 1)
      this.put(this.known[at] as number, this.strengths[at] as number);
  }

  private put(person: number, strength: number): void {
    this.marks[person] = strength;
    this.stamps[person] = this.stamp;
  }

  private nextStamp(): void {
    this.stamp += 1;
    if (this.stamp < 2 ** 32) return;
    this.stamps.fill(0);
    this.stamp = 1;
  }
}
