import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { BackgroundThread } from '../src/common/background/background-thread.js';
import { type EngineChange, MatchEngine } from '../src/features/matchmaking/engine/match-engine.js';
import { scoreIn } from '../src/features/matchmaking/engine/rows.js';
import { MatchDesk } from '../src/features/matchmaking/match-desk.js';
import type { Benchmark } from './frame.js';
import { asMatchPerson, livelyRoom, type PlainPerson, plainId, plainRoom, schoolBonds } from './match-rooms.js';
import { byBits, byNaiveSets, type TopFive } from './top-five.js';

const SEED = 4;
const TOP = { candidates: 5, readers: 0, bridges: 0 };

interface Context {
  people: PlainPerson[];
  bonds: number[];
  engine: MatchEngine;
  expected: TopFive;
}

function ms(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** @throws Error where ours differs from the baseline in any score of anybody */
function compare({ engine, expected }: Context): void {
  expected.forEach((scores, at) => {
    const { values } = engine.rows.candidates.row(engine.roster.slot(plainId(at)) ?? 0);
    const ours = [...values].map(scoreIn);
    if (
      ours.length !== scores.filter((score) => score > 0).length ||
      ours.some((score, place) => score !== scores[place])
    ) {
      throw new Error(`Person ${at}: ${ours.join(' ')} instead of ${scores.join(' ')}`);
    }
  });
}

function topFive(size: number, baselineName: string, naive: typeof byBits): Benchmark<Context> {
  return {
    id: 'MM4',
    title: `Top five of ${size.toLocaleString('en')} people for everybody: tags sought and offered of 256 (Zipf), and a school`,
    metric: 'time',
    unit: 'ms',
    better: 'lower',
    baselineName,
    setup: async () => {
      const people = plainRoom(size, SEED);
      const engine = new MatchEngine({ depths: TOP });
      engine.apply({ people: people.map(asMatchPerson) });
      engine.rows.settle([]);
      const context = { people, bonds: schoolBonds(people), engine, expected: [] as TopFive };
      context.expected = naive(people, context.bonds);
      compare(context);
      return context;
    },
    subject: async ({ engine }) =>
      ms(() => {
        engine.rows.invalidate();
        engine.rows.settle([]);
      }),
    baseline: async ({ people, bonds }) => ms(() => naive(people, bonds)),
    notes: (context) => {
      compare(context);
      return [
        'every score of every list is the same in both',
        `rows of ours: ${(context.engine.rows.candidates.bytes / 2 ** 20).toFixed(1)} MiB`,
      ];
    },
    teardown: async () => undefined,
  };
}

/** What nobody else computes: vocabulary, commonalities, warm paths, exposure, coverage, bridges and reasons. */
function whole(
  size: number,
  baselineName: string,
  naive: typeof byBits,
): Benchmark<{ room: EngineChange; people: PlainPerson[]; bonds: number[]; bytes: number }> {
  return {
    id: 'MM4',
    title: `Everything for ${size.toLocaleString('en')} people, from their words to everybody's list with its reasons`,
    metric: 'time',
    unit: 'ms',
    better: 'lower',
    baselineName: `${baselineName}, which does the simple top five only`,
    setup: async () => {
      const people = plainRoom(size, SEED);
      return { room: livelyRoom(size, SEED), people, bonds: schoolBonds(people), bytes: 0 };
    },
    subject: async (context) => {
      const before = process.memoryUsage();
      const engine = new MatchEngine();
      const time = ms(() => engine.update(context.room));
      const after = process.memoryUsage();
      context.bytes = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
      return time;
    },
    baseline: async ({ people, bonds }) => ms(() => naive(people, bonds)),
    notes: ({ bytes }) => [`memory grows by about ${(bytes / 2 ** 20).toFixed(0)} MiB (last time, garbage included)`],
    teardown: async () => undefined,
  };
}

interface Threads {
  thread: BackgroundThread;
  desk: MatchDesk;
  room: EngineChange;
}

/** Longest time that the server's own thread was busy with one thing while a room of 2,000 is matched anew. */
const stall: Benchmark<Threads> = {
  id: 'MM4',
  title: 'How long a room of 2,000 keeps everybody else waiting while all of it is matched',
  metric: 'longest stall of the event loop',
  unit: 'ms',
  better: 'lower',
  baselineName: 'the same on the server’s own thread',
  setup: async () => {
    const thread = new BackgroundThread((error) => console.error(error));
    const room = livelyRoom(2000, SEED);
    const desk = new MatchDesk(thread);
    await desk.update('warm', true, room);
    return { thread, desk, room };
  },
  subject: ({ desk, room }) => stalled(() => desk.update('e', true, room)),
  baseline: ({ room }) => stalled(async () => new MatchEngine().update(room)),
  teardown: ({ thread }) => thread.stop(),
};

async function stalled(work: () => Promise<unknown>): Promise<number> {
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  await sleep(20);
  await work();
  await sleep(20);
  loop.disable();
  return loop.max / 1e6;
}

export const benchmarks: readonly Benchmark[] = [
  topFive(1000, 'every pair, tags in Sets', byNaiveSets),
  topFive(10_000, 'every pair once, tags as 256 bits, popcount', byBits),
  whole(1000, 'every pair, tags in Sets', byNaiveSets),
  whole(10_000, 'every pair once, tags as 256 bits, popcount', byBits),
  stall,
] as readonly Benchmark[];
