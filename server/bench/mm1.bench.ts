import edmondsBlossom from 'edmonds-blossom';
import { flawIn } from '../src/features/rounds/pairing/certificate.js';
import type { Graph } from '../src/features/rounds/pairing/graph.js';
import { maximumMatching } from '../src/features/rounds/pairing/maximum-matching.js';
import type { Benchmark } from './frame.js';
import { graphOfEdges, nearestEdges, type Room, scoredRoom, uniformRoom } from './scored-room.js';
import { allocatedBy, medianTime, weightOfMates } from './solver-runs.js';

const NEAREST = 20;
const RUNS = 5;

interface Context {
  room: Room;
  edges: [number, number, number][];
  graph: Graph;
  megabytes: number;
  weight: number;
  /** Where the baseline takes so long that it is measured once. */
  once?: number;
}

interface Row {
  size: number;
  title: string;
  make: (size: number, seed: number) => Room;
  slow?: boolean;
}

function sparse({ size, title, make, slow }: Row): Benchmark<Context> {
  return {
    id: 'MM1',
    title: `Exact matching of ${size.toLocaleString('en')} people, ${title}, each with their ${NEAREST} best`,
    metric: 'time to solve, most pairs first, with certificate',
    unit: 'ms',
    better: 'lower',
    baselineName: `npm edmonds-blossom 1.0.0, same edges${slow ? ', measured once' : ''}`,
    setup: async () => {
      const room = make(size, 1);
      const edges = nearestEdges(room, NEAREST);
      const graph = graphOfEdges(size, edges);
      const { result, megabytes } = allocatedBy(() => maximumMatching(graph, true));
      const flaw = flawIn(graph, result.mate, result.certificate, true);
      if (flaw) throw new Error(`The matching is not proven: ${flaw}`);
      return { room, edges, graph, megabytes, weight: result.weight };
    },
    subject: async ({ graph }) => medianTime(RUNS, () => void maximumMatching(graph, true)),
    baseline: async (context) => {
      if (context.once !== undefined) return context.once;
      if (slow) console.log(`  … edmonds-blossom solves ${size} people, this takes a while`);
      let mates: number[] = [];
      const time = medianTime(1, () => {
        mates = edmondsBlossom(context.edges, true);
      });
      const { weight, pairs } = weightOfMates(context.room, mates);
      if (weight !== context.weight || pairs !== size / 2)
        throw new Error(`edmonds-blossom finds ${weight}, ours ${context.weight}`);
      if (slow) context.once = time;
      return time;
    },
    notes: ({ megabytes, edges, weight }) => [
      `the same weight (${weight}) and everybody paired on both sides; proven by the duals, checked apart`,
      `${edges.length} edges; ours allocates ${megabytes.toFixed(1)} MB per run`,
    ],
    teardown: async () => undefined,
  };
}

const scored = { title: 'realistic scores', make: scoredRoom };
export const benchmarks: readonly Benchmark[] = [
  sparse({ size: 1000, ...scored }),
  sparse({ size: 2000, ...scored }),
  sparse({ size: 4000, ...scored, slow: true }),
  sparse({ size: 1000, title: 'uniform random weights (flattering, nobody scores like that)', make: uniformRoom }),
];
