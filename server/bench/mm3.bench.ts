import type { RoundPlan, RoundProblem } from '../src/features/rounds/pairing/plan-round.js';
import { planRounds } from '../src/features/rounds/pairing/plan-rounds.js';
import type { Benchmark } from './frame.js';
import { spreadOf } from './frame.js';
import { nearestEdges, type Room, scoredRoom } from './scored-room.js';
import { allocatedBy } from './solver-runs.js';

const SIZE = 1000;
const ROUNDS = 6;
const NEAREST = 40;

interface Context {
  room: Room;
  problem: RoundProblem;
  edges: [number, number, number][];
  times: number[];
  baselineTimes: number[];
  megabytes: number;
  alone: number;
}
type Pairs = [number, number][];

/** The heaviest pair first, then the next among those who are free; who cannot be paired so stays alone. */
function greedyRounds({ edges }: Context): Pairs[] {
  const falling = [...edges].sort((a, b) => b[2] - a[2]);
  const met = new Set<number>();
  return Array.from({ length: ROUNDS }, () => {
    const free = new Set(Array.from({ length: SIZE }, (_, person) => person));
    const pairs: Pairs = [];
    const take = (one: number, other: number) => {
      if (!free.has(one) || !free.has(other) || met.has(one * SIZE + other) || one === other) return;
      pairs.push([one, other]);
      met.add(one * SIZE + other).add(other * SIZE + one);
      free.delete(one);
      free.delete(other);
    };
    for (const [one, other] of falling) take(one, other);
    for (const one of free) for (const other of free) take(one, other);
    return pairs;
  });
}

/** What organizers do by hand: one stays, the others move on by a chair. */
function circleRounds(): Pairs[] {
  return Array.from({ length: ROUNDS }, (_, round) => {
    const chair = (at: number) => (at === 0 ? 0 : 1 + ((at - 1 + round) % (SIZE - 1)));
    return Array.from({ length: SIZE / 2 }, (__, at): [number, number] => [chair(at), chair(SIZE - 1 - at)]);
  });
}

const id = (person: number) => `person-${String(person).padStart(4, '0')}`;

/** @throws Error when somebody meets somebody twice, or is at no table */
function weightOfPlans({ room }: Context, plans: readonly RoundPlan[]): number {
  const met = new Set<number>();
  let total = 0;
  for (const { tables, sittingOut } of plans) {
    if (sittingOut.length > 0 || tables.length !== SIZE / 2)
      throw new Error(`${sittingOut.length} people are at no table`);
    for (const table of tables) {
      const [one = 0, other = 0] = table.map((person) => Number(person.slice('person-'.length)));
      if (met.has(one * SIZE + other)) throw new Error(`${table.join(' and ')} meet twice`);
      met.add(one * SIZE + other).add(other * SIZE + one);
      total += room.weight[one * SIZE + other] ?? 0;
    }
  }
  return total;
}

function rounds(baselineName: string, compared: (context: Context) => Pairs[]): Benchmark<Context> {
  return {
    id: 'MM3',
    title: `Six rounds of ${SIZE.toLocaleString('en')} people, nobody meets anybody twice`,
    metric: 'weight of all pairs of all rounds',
    unit: 'points',
    better: 'higher',
    baselineName,
    setup: async () => {
      const room = scoredRoom(SIZE, 1);
      const edges = nearestEdges(room, NEAREST).filter(([, , weight]) => weight > 0);
      const people = Array.from({ length: SIZE }, (_, person) => id(person));
      const weights = edges.map(([one, other, weight]) => ({ one: id(one), other: id(other), weight }));
      const none = { forbidden: [], held: [], satOut: [], trios: [] };
      const problem: RoundProblem = { people, weights, ...none, oddOneOut: 'trio', roundsLeft: ROUNDS };
      const { megabytes } = allocatedBy(() => planRounds(problem));
      return { room, problem, edges, times: [], baselineTimes: [], megabytes, alone: 0 };
    },
    subject: async (context) => {
      const start = performance.now();
      const plans = planRounds(context.problem);
      context.times.push(performance.now() - start);
      if (plans.some(({ exact }) => !exact)) throw new Error('a round is not proven to be the best');
      return weightOfPlans(context, plans);
    },
    baseline: async (context) => {
      const start = performance.now();
      const pairs = compared(context).flat();
      context.baselineTimes.push(performance.now() - start);
      context.alone = SIZE * ROUNDS - 2 * pairs.length;
      return pairs.reduce((sum, [one, other]) => sum + (context.room.weight[one * SIZE + other] ?? 0), 0);
    },
    notes: ({ times, baselineTimes, megabytes, alone }) => {
      const middle = (numbers: number[]) => spreadOf(numbers.slice(1)).median.toFixed(0);
      return [
        `all six rounds take ${middle(times)} ms (median), the baseline ${middle(baselineTimes)} ms`,
        `at no table: ours nobody, the baseline ${alone} of ${SIZE * ROUNDS}; ours allocates ${megabytes.toFixed(0)} MB`,
      ];
    },
    teardown: async () => undefined,
  };
}

export const benchmarks: readonly Benchmark[] = [
  rounds('greedy: the heaviest pair first', greedyRounds),
  rounds('the circle method: all move on by a chair', circleRounds),
];
