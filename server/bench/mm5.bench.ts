import type { MatchSuggestion } from '../src/features/matchmaking/candidates.js';
import type { Depths } from '../src/features/matchmaking/engine/candidate-rows.js';
import { type EngineChange, MatchEngine } from '../src/features/matchmaking/engine/match-engine.js';
import type { MatchPerson } from '../src/features/matchmaking/profile.js';
import type { Benchmark } from './frame.js';
import { asMatchPerson, livelyRoom, plainRoom, randomFrom } from './match-rooms.js';

const SIZE = 10_000;
const SEED = 5;
const EDITS = 50;

interface Context {
  /** The room as it stands after all edits so far. */
  people: MatchPerson[];
  engine: MatchEngine;
  random: () => number;
  times: number[];
}

interface Way {
  title: string;
  room: () => EngineChange & { people: readonly MatchPerson[] };
  depths: Depths | undefined;
  /** Brings up to date what is measured. */
  update: (engine: MatchEngine, change: EngineChange) => unknown;
  /** What must be the same as computed anew. */
  result: (engine: MatchEngine) => unknown;
}

function oneEdit({ title, room, depths, update, result }: Way): Benchmark<Context> {
  const full = room();
  const anew = (people: readonly MatchPerson[]) => {
    const engine = new MatchEngine({ depths });
    const start = performance.now();
    update(engine, { ...full, people });
    return { engine, time: performance.now() - start };
  };
  return {
    id: 'MM5',
    title: `One changed profile among ${SIZE.toLocaleString('en')}: ${title}`,
    metric: `time until all are right again, mean of ${EDITS} edits`,
    unit: 'ms',
    better: 'lower',
    baselineName: 'everything computed anew',
    setup: async () => {
      const people = [...full.people];
      return { people, engine: anew(people).engine, random: randomFrom(SEED), times: [] };
    },
    subject: async ({ people, engine, random, times }) => {
      const before = times.length;
      for (let edit = 0; edit < EDITS; edit += 1) {
        const at = Math.floor(random() * SIZE);
        const other = people[Math.floor(random() * SIZE)] as MatchPerson;
        // Somebody says now what somebody else says.
        const changed = { ...other, id: (people[at] as MatchPerson).id };
        people[at] = changed;
        const start = performance.now();
        update(engine, { people: [changed] });
        times.push(performance.now() - start);
      }
      return times.slice(before).reduce((sum, time) => sum + time, 0) / EDITS;
    },
    baseline: async ({ people, engine }) => {
      const fresh = anew(people);
      if (JSON.stringify(result(fresh.engine)) !== JSON.stringify(result(engine)))
        throw new Error('Not the same as computed anew');
      return fresh.time;
    },
    notes: ({ times }) => {
      const sorted = [...times].sort((a, b) => a - b);
      const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(2);
      return [
        'after every round of edits the result was compared with everything computed anew: the same',
        `of ${sorted.length} edits: median ${at(0.5)} ms, 95 % within ${at(0.95)} ms, slowest ${at(1)} ms`,
      ];
    },
    teardown: async () => undefined,
  };
}

function topFives(engine: MatchEngine): unknown[] {
  return engine.roster.order.map((slot) => {
    const { ids, values } = engine.rows.candidates.row(slot);
    return [engine.roster.idOf(slot), [...ids].map((id) => engine.roster.idOf(id)), [...values]];
  });
}

function lists(engine: MatchEngine): (readonly [string, readonly MatchSuggestion[]])[] {
  return [...engine.lists()].sort(([a], [b]) => (a < b ? -1 : 1));
}

export const benchmarks: readonly Benchmark[] = [
  oneEdit({
    title: 'top five of tags of 256 (Zipf) and a school',
    room: () => ({ people: plainRoom(SIZE, SEED).map(asMatchPerson) }),
    depths: { candidates: 5, readers: 0, bridges: 0 },
    update: (engine, change) => engine.rows.settle(engine.apply(change)),
    result: topFives,
  }),
  oneEdit({
    title: 'everybody’s lists with vocabulary, commonalities, warm paths, exposure, coverage and reasons',
    room: () => livelyRoom(SIZE, SEED),
    depths: undefined,
    update: (engine, change) => engine.update(change),
    result: lists,
  }),
] as readonly Benchmark[];
