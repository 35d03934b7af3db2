import { allPairsMatching } from './all-pairs-matching.js';
import { type Pairing, pairingOf } from './pair-off.js';
import { type RoundGraph, weightBetween, withPlaces } from './round-graph.js';
import { TrioCandidates } from './trio-candidates.js';

export interface TrioPlan {
  readonly three: readonly number[];
  readonly pairing: Pairing;
  readonly weight: number;
  /** Of all plans with one table of three that are as fair. */
  readonly bound: number;
}

/** So many tables of three are tried at most: so many divided by the people, but some always. */
const TRIES = 9000;
const LEAST_TRIES = 2;

/**
 * An odd number, everybody at a table: the one table of three and the pairs beside it. First comes the least `burden` of
 * the three together, then the weight of everything. What the rest can weigh beside a table is
 * bounded by the duals of the whole, so that few tables need to be tried, the most promising first. Undefined where none was found.
 */
export function planTrio(graph: RoundGraph, burden: readonly number[]): TrioPlan | undefined {
  const whole = allPairsMatching(withPlaces(graph, 1, () => 0));
  if (whole.mate.includes(-1)) return undefined;
  const tries = Math.max(LEAST_TRIES, Math.floor(TRIES / graph.people.length));
  const found = new TrioCandidates(graph, burden, whole, tries);
  const { total } = found;
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
  if (found.full && last?.unfair === fairness) beyond = Math.max(beyond, last.gain);
  return best && { ...best, bound: Math.max(best.weight, total + beyond) };
}

function tableWeight({ listed }: RoundGraph, [one = 0, other = 0, third = 0]: readonly number[]): number {
  return weightBetween(listed, one, other) + weightBetween(listed, one, third) + weightBetween(listed, other, third);
}
