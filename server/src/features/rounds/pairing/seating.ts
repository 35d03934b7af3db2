import { keepRoundsPossible } from './later-rounds.js';
import { bestPairFor, burdens, turns } from './odd-one-out.js';
import { type Pairing, pairOff } from './pair-off.js';
import type { RoundProblem } from './plan-round.js';
import { type RoundGraph, weightBetween } from './round-graph.js';
import { planTrio } from './trio.js';

export interface Seating {
  readonly tables: readonly { readonly people: readonly number[]; readonly weight: number }[];
  readonly left: readonly number[];
  readonly bound: number;
}

/** Tables for everybody of the graph who is allowed to meet anybody. */
export function seatEverybody(
  graph: RoundGraph,
  { satOut, trios, oddOneOut, roundsLeft }: Pick<RoundProblem, 'satOut' | 'trios' | 'oddOneOut' | 'roundsLeft'>,
): Seating {
  const { people, heaviest } = graph;
  const withTrios = oddOneOut === 'trio';
  const burden = burdens(people, withTrios ? [trios, satOut] : [satOut]);
  const trio = withTrios && people.length % 2 === 1 ? planTrio(graph, burden) : undefined;
  if (trio) {
    const { three, pairing, weight, bound } = trio;
    return {
      tables: [...tablesOf(graph, pairing), { people: three, weight: weight - pairing.weight }],
      left: [],
      bound,
    };
  }
  // One step of fairness costs more than any other pairing gains.
  const step = (people.length >> 1) * heaviest + 1;
  const turn = turns(burden);
  const fair = (person: number) => (turn[person] ?? 0) * step;
  const heaviestPairing = pairOff(graph, fair);
  const pairing = keepRoundsPossible(graph, roundsLeft, fair, heaviestPairing);
  if (withTrios) return joinTables(graph, burden, pairing, heaviestPairing.weight);
  return { tables: tablesOf(graph, pairing), left: pairing.left, bound: heaviestPairing.weight };
}

function tablesOf({ listed }: RoundGraph, { pairs }: Pairing): Seating['tables'] {
  return pairs.map(([one, other]) => ({ people: [one, other], weight: weightBetween(listed, one, other) }));
}

/** Who is left over joins the table that he fits best, as long as there is one. */
function joinTables(graph: RoundGraph, burden: readonly number[], pairing: Pairing, bound: number): Seating {
  const tables = [...tablesOf(graph, pairing)];
  const left: number[] = [];
  let gained = 0;
  for (const person of pairing.left) {
    const pairs = tables.map((table) => table.people);
    const best = bestPairFor(graph, pairs, person, burden);
    const table = best && tables[best.at];
    if (!table) {
      left.push(person);
      continue;
    }
    gained += best.gain;
    tables[best.at] = { people: [...table.people, person], weight: table.weight + best.gain };
  }
  return { tables, left, bound: bound + gained };
}
