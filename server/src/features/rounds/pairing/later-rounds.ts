import { type Allowed, disjointRounds, heaviestRound } from './look-ahead.js';
import type { Pairing } from './pair-off.js';
import { isBarred, type RoundGraph, weightBetween } from './round-graph.js';

/** Up to so many people the later rounds are looked at. */
const SMALL = 40;
/** Ways to keep them possible that are compared. */
const WAYS = 6;

/**
 * Takes the heaviest pairing if the rounds after it stay possible; otherwise the heaviest that is found which keeps as many of them possible as
 * there are. Large groups need no such care: while everybody may meet half of the others, a full round exists (Dirac 1952).
 */
export function keepRoundsPossible(
  graph: RoundGraph,
  rounds: number,
  fair: (person: number) => number,
  pairing: Pairing,
): Pairing {
  const people = graph.people.length;
  const size = people + (people % 2);
  if (size > SMALL || rounds < 2 || pairing.left.length !== people % 2) return pairing;
  const may = allowedIn(graph, size);
  const partners = new Array<number>(size).fill(people);
  for (const [one, other] of pairing.pairs) [partners[one], partners[other]] = [other, one];
  for (const one of pairing.left) partners[people] = one;
  const rest = may.map((row, one) => row.map((each, other) => each && partners[one] !== other));
  const weigh = (one: number, other: number) =>
    Math.max(one, other) < people ? weightBetween(graph.listed, one, other) : -fair(Math.min(one, other));
  const fewest = Math.min(...may.map((row) => row.filter(Boolean).length));
  for (let wanted = Math.min(rounds, fewest); wanted >= 2; wanted -= 1) {
    const enough = fewest - 1 - (wanted - 2) >= size / 2;
    if (enough || disjointRounds(rest, wanted - 1, 0)) return pairing;
    const ways = Array.from({ length: WAYS }, (_, way) => disjointRounds(may, wanted, way)).filter(
      (way) => way !== undefined,
    );
    const total = (round: readonly number[]) => round.reduce((sum, other, one) => sum + weigh(one, other), 0);
    const heaviest = ways.map((way) => heaviestRound(way, weigh)).sort((a, b) => total(b) - total(a))[0];
    if (heaviest) return pairingFrom(graph, heaviest);
  }
  return pairing;
}

/** The last number of an odd group is nobody: who meets him sits out. */
function allowedIn(graph: RoundGraph, size: number): Allowed {
  return Array.from({ length: size }, (_, one) =>
    Array.from({ length: size }, (__, other) => {
      if (one === other) return false;
      return Math.max(one, other) >= graph.people.length || !isBarred(graph, one, other);
    }),
  );
}

function pairingFrom(graph: RoundGraph, partners: readonly number[]): Pairing {
  const people = graph.people.length;
  const pairs = [...partners.slice(0, people).entries()].filter(([one, other]) => one < other && other < people);
  const left = partners.slice(people, people + 1);
  const weight = pairs.reduce((sum, [one, other]) => sum + weightBetween(graph.listed, one, other), 0);
  return { pairs, left, weight };
}
