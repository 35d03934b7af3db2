import edmondsBlossom from 'edmonds-blossom';
import { allPairsMatching } from '../src/features/rounds/pairing/all-pairs-matching.js';
import { flawIn } from '../src/features/rounds/pairing/certificate.js';
import { Edges } from '../src/features/rounds/pairing/edges.js';
import type { Matching } from '../src/features/rounds/pairing/maximum-matching.js';
import type { Benchmark } from './frame.js';
import { graphOfEdges, nearestEdges, type Room, scoredRoom } from './scored-room.js';
import { allocatedBy, medianTime, weightOfMates } from './solver-runs.js';

const RUNS = 5;

interface Context {
  room: Room;
  edges: [number, number, number][];
  megabytes: number;
  weight: number;
  once?: number;
}

/** From the matrix of all weights, as it is, to the proven optimum. */
function solve({ size, weight }: Room): Matching {
  const listed = new Edges();
  for (let one = 0; one < size; one += 1) {
    for (let other = one + 1; other < size; other += 1) {
      const weighs = weight[one * size + other] ?? 0;
      if (weighs > 0) listed.add(one, other, weighs);
    }
  }
  return allPairsMatching({ listed: listed.graph(size), barred: new Edges().graph(size) });
}

function dense(size: number, slow: boolean): Benchmark<Context> {
  return {
    id: 'MM2',
    title: `The best of all pairs of ${size.toLocaleString('en')} people, realistic scores, proven`,
    metric: 'time from the matrix of all weights to the certified optimum',
    unit: 'ms',
    better: 'lower',
    baselineName: `npm edmonds-blossom 1.0.0 with all pairs as edges${slow ? ', measured once' : ''}`,
    setup: async () => {
      const room = scoredRoom(size, 1);
      const edges = nearestEdges(room, size);
      const { result, megabytes } = allocatedBy(() => solve(room));
      const flaw = flawIn(graphOfEdges(size, edges), result.mate, result.certificate, true);
      if (flaw) throw new Error(`The optimum is not proven over all pairs: ${flaw}`);
      return { room, edges, megabytes, weight: result.weight };
    },
    subject: async ({ room }) => medianTime(RUNS, () => void solve(room)),
    baseline: async (context) => {
      if (context.once !== undefined) return context.once;
      if (slow) console.log(`  … edmonds-blossom solves all pairs of ${size} people, this takes a while`);
      let mates: number[] = [];
      const time = medianTime(1, () => {
        mates = edmondsBlossom(context.edges, true);
      });
      const { weight } = weightOfMates(context.room, mates);
      if (weight !== context.weight) throw new Error(`edmonds-blossom finds ${weight}, ours ${context.weight}`);
      if (slow) context.once = time;
      return time;
    },
    notes: ({ megabytes, edges, weight }) => [
      `the same weight (${weight}); every one of the ${edges.length} pairs is covered by the duals, checked apart`,
      `ours allocates ${megabytes.toFixed(1)} MB per run`,
    ],
    teardown: async () => undefined,
  };
}

export const benchmarks: readonly Benchmark[] = [dense(500, false), dense(1000, true)];
