import type { DataSource } from 'typeorm';
import {
  AcquaintanceGraph,
  longPathWeight,
  type NumberedTie,
  pathWeight,
  type Way,
} from '../src/features/circle/paths/acquaintance-graph.js';
import type { Benchmark } from './frame.js';
import { randomFrom } from './match-rooms.js';
import { openWorld } from './world.js';

const PEOPLE = 10_000;
const MEAN_CIRCLE = 20;
const LARGE_CIRCLE = 500;
const QUESTIONS = 50_000;
/** The database answers so many of them in a round; the answers of all three are compared on these. */
const ASKED_OF_SQL = 200;
const STRONGEST = 9;
const SEED = 6;

type Question = readonly [from: number, to: number];
interface Room {
  ties: NumberedTie[];
  questions: Question[];
  graph: AcquaintanceGraph;
  sets: Map<number, Map<number, number>>;
}

/** Half of one's acquaintances are near, as colleagues are. The first `large` people know five hundred others each. */
function room(large: number): Room {
  const random = randomFrom(SEED);
  const anybody = () => Math.floor(random() * PEOPLE);
  const ties = new Map<number, NumberedTie>();
  const add = (one: number, other: number) => {
    if (one !== other)
      ties.set(Math.min(one, other) * PEOPLE + Math.max(one, other), [
        one,
        other,
        1 + Math.floor(random() * STRONGEST),
      ]);
  };
  for (let person = 0; person < large; person += 1)
    for (let tie = 0; tie < LARGE_CIRCLE; tie += 1) add(person, anybody());
  while (ties.size < (PEOPLE * MEAN_CIRCLE) / 2 + large * LARGE_CIRCLE) {
    const one = anybody();
    add(one, random() < 0.5 ? anybody() : (one + 1 + Math.floor(random() * 30)) % PEOPLE);
  }
  const all = [...ties.values()];
  const sets = new Map(Array.from({ length: PEOPLE }, (_, person) => [person, new Map<number, number>()] as const));
  for (const [one, other, strength] of all) {
    sets.get(one)?.set(other, strength);
    sets.get(other)?.set(one, strength);
  }
  const questions: Question[] = [];
  while (questions.length < QUESTIONS) {
    const pair = large > 0 ? ([anybody() % large, anybody() % large] as const) : ([anybody(), anybody()] as const);
    if (pair[0] !== pair[1] && !sets.get(pair[0])?.has(pair[1])) questions.push(pair);
  }
  return { ties: all, questions, graph: new AcquaintanceGraph(PEOPLE, all), sets };
}

/** Breadth first over maps: everybody's acquaintances are looked at until the person is among them. */
function plainSearch({ sets }: Room, [from, to]: Question): Way | null {
  let best: Way | null = null;
  const better = (way: Way) => {
    const order = best && (way.weight - best.weight || best.first - way.first || best.second - way.second);
    if (order === null || order > 0) best = way;
  };
  const mine = sets.get(from) ?? new Map<number, number>();
  for (const [first, strength] of mine) {
    const last = sets.get(first)?.get(to);
    if (last !== undefined) better({ first, second: -1, weight: pathWeight(strength, last) });
  }
  if (best !== null) return best;
  for (const [first, strength] of mine)
    for (const [second, middle] of sets.get(first) ?? []) {
      const last = second === from || second === to ? undefined : sets.get(second)?.get(to);
      if (last !== undefined) better({ first, second, weight: longPathWeight(strength, middle, last) });
    }
  return best;
}

/** Both directions are in the table, and indexed. */
const RECURSIVE = `WITH RECURSIVE walk (person, hops, path, least, total) AS (
    SELECT other, 1, ARRAY[one, other], strength, strength FROM bench_ties WHERE one = $1
    UNION ALL
    SELECT t.other, w.hops + 1, w.path || t.other, least(w.least, t.strength), w.total + t.strength
    FROM walk w JOIN bench_ties t ON t.one = w.person
    WHERE w.hops < 3 AND w.person <> $2 AND NOT t.other = ANY(w.path)
  )
  SELECT path[2] AS first, CASE hops WHEN 3 THEN path[3] ELSE -1 END AS second, least * 64 + total AS weight
  FROM walk WHERE person = $2 ORDER BY hops, 3 DESC, 1, 2 LIMIT 1`;

async function fillTable(dataSource: DataSource, ties: readonly NumberedTie[]): Promise<void> {
  await dataSource.query('DROP TABLE IF EXISTS bench_ties');
  await dataSource.query('CREATE TABLE bench_ties (one int, other int, strength int, PRIMARY KEY (one, other))');
  await dataSource.query(
    `INSERT INTO bench_ties SELECT one, other, strength FROM unnest($1::int[], $2::int[], $3::int[]) AS t (one, other, strength)
     UNION ALL SELECT other, one, strength FROM unnest($1::int[], $2::int[], $3::int[]) AS t (one, other, strength)`,
    [0, 1, 2].map((column) => ties.map((tie) => tie[column])),
  );
  await dataSource.query('ANALYZE bench_ties');
}

async function sqlAnswers(dataSource: DataSource, questions: readonly Question[]): Promise<(Way | null)[]> {
  const answers: (Way | null)[] = [];
  for (const question of questions) {
    const rows: Way[] = await dataSource.query(RECURSIVE, [...question]);
    answers.push(rows[0] ?? null);
  }
  return answers;
}

/** Microseconds per question. */
function timed<T>(questions: readonly Question[], answer: (question: Question) => T): { each: number; answers: T[] } {
  const start = performance.now();
  const answers = questions.map(answer);
  return { each: ((performance.now() - start) * 1000) / questions.length, answers };
}

function assertSame(one: readonly (Way | null)[], other: readonly (Way | null)[], who: string): void {
  const at = one.findIndex((way, index) => JSON.stringify(way) !== JSON.stringify(other[index]));
  if (at >= 0)
    throw new Error(`${who} answers otherwise: ${JSON.stringify(other[at])} instead of ${JSON.stringify(one[at])}`);
}

function againstMaps(title: string, large: number): Benchmark<{ room: Room; ours: (Way | null)[] }> {
  return {
    id: 'MM6',
    title: `Who can introduce me, ${PEOPLE.toLocaleString('en')} people, ${title}`,
    metric: 'time of one question, over one person or two, best path',
    unit: 'µs',
    better: 'lower',
    baselineName: 'the same search over Map and Set',
    setup: async () => ({ room: room(large), ours: [] }),
    subject: async (context) => {
      const { each, answers } = timed(context.room.questions, ([from, to]) => context.room.graph.best(from, to));
      context.ours = answers;
      return each;
    },
    baseline: async ({ room: here, ours }) => {
      // Five hundred who know five hundred each are a quarter of a million steps: a part of the questions is enough.
      const asked = large > 0 ? here.questions.slice(0, QUESTIONS / 50) : here.questions;
      const { each, answers } = timed(asked, (question) => plainSearch(here, question));
      if (ours.length > 0) assertSame(answers, ours.slice(0, asked.length), 'the graph');
      return each;
    },
    notes: ({ room: here, ours }) => {
      const [direct, two] = [
        ours.filter((way) => way?.second === -1).length,
        ours.filter((way) => (way?.second ?? -1) >= 0).length,
      ];
      return [
        `${here.ties.length.toLocaleString('en')} ties; of ${ours.length.toLocaleString('en')} questions ${direct.toLocaleString('en')} were answered with one person, ${two.toLocaleString('en')} with two; both gave the same answers`,
      ];
    },
    teardown: async () => undefined,
  };
}

const againstSql: Benchmark<{ room: Room; world: Awaited<ReturnType<typeof openWorld>> }> = {
  id: 'MM6',
  title: `Who can introduce me, ${PEOPLE.toLocaleString('en')} people, mean circle ${MEAN_CIRCLE}, asked of the database`,
  metric: 'time of one question, over one person or two, best path',
  unit: 'µs',
  better: 'lower',
  baselineName: 'a recursive statement in PostgreSQL',
  setup: async () => {
    const [world, here] = [await openWorld(), room(0)];
    await fillTable(world.dataSource, here.ties);
    return { world, room: here };
  },
  subject: async ({ room: here }) => timed(here.questions, ([from, to]) => here.graph.best(from, to)).each,
  baseline: async ({ room: here, world }) => {
    const asked = here.questions.slice(0, ASKED_OF_SQL);
    const start = performance.now();
    const answers = await sqlAnswers(world.dataSource, asked);
    const each = ((performance.now() - start) * 1000) / asked.length;
    assertSame(
      answers,
      asked.map(([from, to]) => here.graph.best(from, to)),
      'the graph',
    );
    return each;
  },
  notes: () => [
    `PostgreSQL answered ${ASKED_OF_SQL} questions in each round, over a table of numbers with an index; the same answers`,
  ],
  teardown: ({ world }) => world.stop(),
};

export const benchmarks: readonly Benchmark[] = [
  againstMaps(`mean circle ${MEAN_CIRCLE}`, 0),
  againstMaps(`between people who know ${LARGE_CIRCLE} each`, 100),
  againstSql,
] as readonly Benchmark[];
