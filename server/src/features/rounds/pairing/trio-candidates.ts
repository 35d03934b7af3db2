// biome-ignore-all lint/style/noNonNullAssertion: indices into typed arrays of known length, in inner loops
import { nestingOf } from './certificate.js';
import type { Matching } from './maximum-matching.js';
import { isBarred, type RoundGraph, weightBetween } from './round-graph.js';
import { Shortlist } from './shortlist.js';

export interface Table {
  readonly three: readonly number[];
  /** The weight at the table less the shares of its people. */
  readonly gain: number;
  readonly unfair: number;
}

/** In a larger group the tables with hardly any weight are only looked for among so many people for each, who have the smallest shares. */
const NEAR = 16;
const SMALL = 64;
/** More than any weight of a table, less than what would not be exact any more beside a burden. */
const FAIRNESS = 2 ** 30;

/**
 * Tables of three who have not met: first the fairest, then those after which the pairs beside them can weigh most, by the duals of a matching of the
 * whole. What is not among them was either worse or gains no more than `beyond`.
 */
export class TrioCandidates {
  /** What all pairs weigh at most; without some people, at most this less their shares. */
  readonly total: number;
  /** `tables` is full: others are not better than its last. */
  readonly full: boolean;
  readonly tables: readonly Table[];
  readonly beyond: number;
  private readonly share: Float64Array;
  /** No pair weighs more than the shares of both and this. */
  private readonly most: number;
  private readonly best: Shortlist;
  private readonly offered: Table[] = [];

  constructor(
    private readonly graph: RoundGraph,
    private readonly burden: readonly number[],
    { certificate }: Matching,
    capacity: number,
  ) {
    const { shift, vertices, oddSets } = certificate;
    const size = graph.people.length;
    const share = vertices.slice(0, size).map((dual) => (dual - shift) / 2);
    const nesting = nestingOf(vertices.length, oddSets);
    if (typeof nesting === 'string') throw new Error(nesting);
    this.share = share;
    this.most = Math.max(0, ...nesting.nests.map(({ total }) => total / 2));
    const inSets = oddSets.map((set) => (set.dual / 2) * (set.vertices.filter((vertex) => vertex < size).length >> 1));
    this.total = [...share, ...inSets].reduce((sum, each) => sum + each, 0);
    this.best = new Shortlist(capacity);
    for (let middle = 0; middle < size; middle += 1) this.offerAround(middle);
    const least = share.reduce((smallest, each) => Math.min(smallest, each), Number.POSITIVE_INFINITY);
    const light = size <= SMALL ? Number.NEGATIVE_INFINITY : Math.max(this.most - least, -3 * least);
    if (size <= SMALL || this.best.threshold < light) this.offerLight(Math.min(size, size <= SMALL ? SMALL : NEAR));
    this.beyond = light;
    this.full = this.best.length === capacity;
    this.tables = Array.from(this.best.items.subarray(0, this.best.length)).flatMap((item) => this.offered[item] ?? []);
  }

  /** Tables where somebody has a weight with both others; where all three have, he is the first. */
  private offerAround(middle: number): void {
    const { share, burden, best, most } = this;
    const { start, head, weight } = this.graph.listed;
    const from = start[middle]!;
    const values = Array.from(
      { length: start[middle + 1]! - from },
      (_, at) => weight[from + at]! - burden[head[from + at]!]! * FAIRNESS,
    );
    const order = [...values.keys()].sort((a, b) => values[b]! - values[a]!);
    const own = most - share[middle]! - burden[middle]! * FAIRNESS;
    for (const [place, at] of order.entries()) {
      if (place > 0 && values[at]! + values[order[0]!]! + own <= best.threshold) return;
      for (let next = place + 1; next < order.length; next += 1) {
        if (values[at]! + values[order[next]!]! + own <= best.threshold) break;
        const [one, other] = [head[from + at]!, head[from + order[next]!]!];
        const between = weightBetween(this.graph.listed, one, other);
        if (between > 0 && (one < middle || other < middle)) continue;
        this.offer(middle, one, other, weight[from + at]! + weight[from + order[next]!]! + between);
      }
    }
  }

  /** Tables with at most one pair that weighs anything, of people with small shares. */
  private offerLight(near: number): void {
    const { share, burden, graph } = this;
    const order = [...share.keys()].sort((a, b) => burden[a]! - burden[b]! || share[a]! - share[b]!).slice(0, near);
    for (const [place, third] of order.entries()) {
      for (const [at, one] of order.slice(place + 1).entries()) {
        if (isBarred(graph, third, one)) continue;
        for (const other of order.slice(place + 2 + at)) {
          const weights = [weightBetween(graph.listed, third, one), weightBetween(graph.listed, third, other)];
          weights.push(weightBetween(graph.listed, one, other));
          if (isBarred(graph, third, other) || weights.filter((each) => each > 0).length > 1) continue;
          this.offer(third, one, other, Math.max(...weights));
        }
      }
    }
  }

  /** Apart from the last two, who may have met, they are known not to have. */
  private offer(third: number, one: number, other: number, weight: number): void {
    const { share, burden, best } = this;
    const unfair = burden[third]! + burden[one]! + burden[other]!;
    const gain = weight - share[third]! - share[one]! - share[other]!;
    if (gain - unfair * FAIRNESS <= best.threshold || isBarred(this.graph, one, other)) return;
    best.offer(gain - unfair * FAIRNESS, this.offered.length);
    this.offered.push({ three: [third, one, other].sort((a, b) => a - b), gain, unfair });
  }
}
