// biome-ignore-all lint/style/noNonNullAssertion: indices into typed arrays of known length, in inner loops
import { allPairsMatching } from './all-pairs-matching.js';
import type { Matching } from './maximum-matching.js';
import { type Pairing, pairingOf } from './pair-off.js';
import { isBarred, type RoundGraph, weightBetween, withPlaces } from './round-graph.js';
import { Shortlist } from './shortlist.js';

export interface TrioPlan {
  readonly three: readonly number[];
  readonly pairing: Pairing;
  readonly weight: number;
  /** Of all plans with one table of three that are as fair. */
  readonly bound: number;
}

/** In a group of more than this the third is only looked for among so many who suit him best … */
const NEAR = 16;
const SMALL = 40;
/** … and so many tables of three are tried at most: so many divided by the people, but some always. */
const TRIES = 9000;
const LEAST_TRIES = 2;
/** More than any weight of a pair, less than what would not be exact any more beside a burden. */
const FAIRNESS = 2 ** 30;

/**
 * An odd number, everybody at a table: the one table of three and the pairs beside it. First comes the least `burden` of
 * the three together, then the weight of everything. What the rest can weigh beside a table is
 * bounded by the duals of the whole, so that few tables need to be tried, the most promising first. Undefined where none was found.
 */
export function planTrio(graph: RoundGraph, burden: readonly number[]): TrioPlan | undefined {
  const whole = allPairsMatching(withPlaces(graph, 1, () => 0));
  if (whole.mate.includes(-1)) return undefined;
  const { total, share } = sharesOf(graph, whole);
  const found = promisingTables(graph, burden, share);
  let best: TrioPlan | undefined;
  let fairness = 0;
  let beyond = found.beyond;
  for (const { three, gain, unfair } of found.tables) {
    if (best && unfair > fairness) break;
    if (best && total + gain <= best.weight) break;
    const { mate } = allPairsMatching(
      withPlaces(graph, 3, (person, place) => (three[place] === person ? 0 : undefined)),
    );
    const pairing = pairingOf(graph, mate);
    if (pairing.left.length !== 3 || three.some((person) => !pairing.left.includes(person))) continue;
    const weight = pairing.weight + tableWeight(graph, three);
    if (!best || weight > best.weight) best = { three, pairing, weight, bound: weight };
    fairness = unfair;
  }
  const last = found.tables.at(-1);
  if (found.more && last?.unfair === fairness) beyond = Math.max(beyond, last.gain);
  return best && { ...best, bound: Math.max(best.weight, total + beyond) };
}

/** What pairs weigh at most: everybody's share of it. Without some people it is at most the total without theirs. */
function sharesOf({ people }: RoundGraph, { certificate }: Matching): { total: number; share: Float64Array } {
  const { shift, vertices, oddSets } = certificate;
  const share = vertices.slice(0, people.length).map((dual) => (dual - shift) / 2);
  let total = share.reduce((sum, each) => sum + each, 0);
  for (const set of oddSets) {
    const inside = set.vertices.filter((vertex) => vertex < people.length).length;
    total += (set.dual / 2) * (inside >> 1);
  }
  return { total, share };
}

interface Table {
  readonly three: readonly number[];
  /** The weight at the table less the shares of its people. */
  readonly gain: number;
  readonly unfair: number;
}

/**
 * Tables of three who have not met, fairest first, then the most promising. `more`: there are others, not better than the last; and those that
 * were not even looked at, of the fairest, gain no more than `beyond`.
 */
function promisingTables(graph: RoundGraph, burden: readonly number[], share: Float64Array) {
  const size = graph.people.length;
  const near = size <= SMALL ? size : NEAR;
  const best = new Shortlist(Math.max(LEAST_TRIES, Math.floor(TRIES / size)));
  const suiting = new Suiting(graph, burden, share, near);
  const three = new Map<number, Table>();
  const least = Math.min(...burden);
  let beyond = Number.NEGATIVE_INFINITY;
  let offered = 0;
  for (let third = 0; third < size; third += 1) {
    // In a large group there is always somebody of the least burden whom others have not met.
    if (size > SMALL && burden[third]! > least) continue;
    const { others, more } = suiting.of(third);
    const [most, last] = [others[0]?.gain ?? 0, others.at(-1)?.gain ?? 0];
    if (more) beyond = Math.max(beyond, most + last + graph.heaviest - share[third]!);
    for (const [at, one] of others.entries()) {
      for (const other of others.slice(at + 1)) {
        // In a small group each three come up three times, once for each as the third.
        if (size <= SMALL && (one.person < third || other.person < third)) continue;
        const unfair = burden[third]! + burden[one.person]! + burden[other.person]!;
        const rest = one.gain + other.gain - share[third]! - unfair * FAIRNESS;
        if (rest + graph.heaviest <= best.threshold || isBarred(graph, one.person, other.person)) continue;
        const value = rest + weightBetween(graph.listed, one.person, other.person);
        if (value <= best.threshold) continue;
        const people = [third, one.person, other.person].sort((a, b) => a - b);
        three.set(offered, { three: people, gain: value + unfair * FAIRNESS, unfair });
        best.offer(value, offered);
        offered += 1;
      }
    }
  }
  const tables = Array.from(best.items.subarray(0, best.length)).flatMap((item) => three.get(item) ?? []);
  return { tables, more: offered > tables.length || best.threshold > Number.NEGATIVE_INFINITY, beyond };
}

/** Those whom `third` has not met: with the least burden, and of these who gains the most beside him. */
class Suiting {
  readonly list: Shortlist;
  private readonly weights: Float64Array;

  constructor(
    private readonly graph: RoundGraph,
    private readonly burden: readonly number[],
    private readonly share: Float64Array,
    private readonly near: number,
  ) {
    this.list = new Shortlist(near);
    this.weights = new Float64Array(share.length);
  }

  /** At most `near` of them, and whether there are more. */
  of(third: number): { others: { person: number; gain: number }[]; more: boolean } {
    const { weights, share, burden, list } = this;
    const { listed, barred } = this.graph;
    weights.fill(0);
    for (let arc = listed.start[third]!; arc < listed.start[third + 1]!; arc += 1)
      weights[listed.head[arc]!] = listed.weight[arc]!;
    for (let arc = barred.start[third]!; arc < barred.start[third + 1]!; arc += 1) weights[barred.head[arc]!] = -1;
    weights[third] = -1;
    list.length = 0;
    let count = 0;
    for (let person = 0; person < weights.length; person += 1) {
      if (weights[person]! < 0) continue;
      list.offer(weights[person]! - share[person]! - burden[person]! * FAIRNESS, person);
      count += 1;
    }
    const people = Array.from(list.items.subarray(0, list.length));
    const others = people.map((person) => ({ person, gain: weights[person]! - share[person]! }));
    return { others, more: count > this.near };
  }
}

function tableWeight({ listed }: RoundGraph, [one = 0, other = 0, third = 0]: readonly number[]): number {
  return weightBetween(listed, one, other) + weightBetween(listed, one, third) + weightBetween(listed, other, third);
}
