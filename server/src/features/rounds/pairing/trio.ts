// biome-ignore-all lint/style/noNonNullAssertion: indices into typed arrays of known length, in inner loops
import { allPairsMatching } from './all-pairs-matching.js';
import type { Matching } from './maximum-matching.js';
import { type Pairing, pairingOf } from './pair-off.js';
import { isBarred, type RoundGraph, weightBetween, withPlaces } from './round-graph.js';

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
/** … and so many tables of three are tried at least; more in smaller groups. */
const LEAST_TRIES = 6;

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
  let tries = Math.max(LEAST_TRIES, Math.floor(6000 / graph.people.length));
  for (const { three, gain, unfair } of found.tables) {
    if (best && (unfair > fairness || total + gain <= best.weight)) break;
    if (tries === 0) return best && { ...best, bound: Math.max(best.weight, total + gain, total + found.beyond) };
    tries -= 1;
    const { mate } = allPairsMatching(
      withPlaces(graph, 3, (person, place) => (three[place] === person ? 0 : undefined)),
    );
    const pairing = pairingOf(graph, mate);
    if (pairing.left.length !== 3 || three.some((person) => !pairing.left.includes(person))) continue;
    const weight = pairing.weight + tableWeight(graph, three);
    if (!best || weight > best.weight) best = { three, pairing, weight, bound: weight };
    fairness = unfair;
  }
  return best && { ...best, bound: Math.max(best.weight, total + found.beyond) };
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

/** Tables of three who have not met, fairest first, then the most promising; no other of the fairest gains more than `beyond`. */
function promisingTables(
  graph: RoundGraph,
  burden: readonly number[],
  share: Float64Array,
): { tables: Table[]; beyond: number } {
  const size = graph.people.length;
  const near = size <= SMALL ? size - 1 : NEAR;
  const tables = new Map<string, Table>();
  let beyond = Number.NEGATIVE_INFINITY;
  const least = Math.min(...burden);
  for (let third = 0; third < size; third += 1) {
    // In a large group there is always somebody of the least burden whom others have not met.
    if (size > SMALL && burden[third]! > least) continue;
    const suiting = suitingPeople(graph, third, burden, share);
    const others = suiting.slice(0, near);
    const last = others.at(-1);
    if (suiting.length > near && last)
      beyond = Math.max(beyond, others[0]!.gain + last.gain + graph.heaviest - share[third]!);
    for (const [at, one] of others.entries()) {
      for (const other of others.slice(at + 1)) {
        if (isBarred(graph, one.person, other.person)) continue;
        const three = [third, one.person, other.person].sort((a, b) => a - b);
        const gain = weightBetween(graph.listed, one.person, other.person) + one.gain + other.gain - share[third]!;
        const unfair = burden[third]! + burden[one.person]! + burden[other.person]!;
        const known = tables.get(three.join());
        if (!known || unfair < known.unfair) tables.set(three.join(), { three, gain, unfair });
      }
    }
  }
  return { tables: [...tables.values()].sort((a, b) => a.unfair - b.unfair || b.gain - a.gain), beyond };
}

/** Everybody whom `third` has not met: those with the least burden, and of these who gains the most beside him. */
function suitingPeople(graph: RoundGraph, third: number, burden: readonly number[], share: Float64Array) {
  const weights = new Float64Array(share.length);
  const { listed, barred } = graph;
  for (let arc = listed.start[third]!; arc < listed.start[third + 1]!; arc += 1)
    weights[listed.head[arc]!] = listed.weight[arc]!;
  for (let arc = barred.start[third]!; arc < barred.start[third + 1]!; arc += 1) weights[barred.head[arc]!] = -1;
  weights[third] = -1;
  const suiting: { person: number; gain: number }[] = [];
  for (let person = 0; person < share.length; person += 1)
    if (weights[person]! >= 0) suiting.push({ person, gain: weights[person]! - share[person]! });
  return suiting.sort((a, b) => burden[a.person]! - burden[b.person]! || b.gain - a.gain);
}

function tableWeight({ listed }: RoundGraph, [one = 0, other = 0, third = 0]: readonly number[]): number {
  return weightBetween(listed, one, other) + weightBetween(listed, one, third) + weightBetween(listed, other, third);
}
