import { allPairsMatching } from './all-pairs-matching.js';
import { type RoundGraph, weightBetween, withPlaces } from './round-graph.js';

export interface Pairing {
  readonly pairs: readonly (readonly [number, number])[];
  readonly left: readonly number[];
  /** Of the pairs. */
  readonly weight: number;
}

/** Beyond so many who cannot be paired nobody asks whose turn it is. */
const MOST_PLACES = 50;

/** Pairs as many as possible; leaves those over whose price is the least in all, and of such pairings it is the heaviest. */
export function pairOff(graph: RoundGraph, price: (person: number) => number): Pairing {
  for (let places = graph.people.length % 2; ; ) {
    const { mate } = allPairsMatching(withPlaces(graph, places, price));
    const alone = graph.people.filter((_, person) => (mate[person] ?? -1) < 0).length;
    if (alone === 0 || places + alone > MOST_PLACES) return pairingOf(graph, mate);
    places += alone;
  }
}

/** The people of a matching; whoever has no partner or has a place is left over. */
export function pairingOf({ people, listed }: RoundGraph, mate: Int32Array): Pairing {
  const pairs: [number, number][] = [];
  const left: number[] = [];
  let weight = 0;
  for (let person = 0; person < people.length; person += 1) {
    const partner = mate[person] ?? -1;
    if (partner < 0 || partner >= people.length) left.push(person);
    else if (person < partner) {
      pairs.push([person, partner]);
      weight += weightBetween(listed, person, partner);
    }
  }
  return { pairs, left, weight };
}
