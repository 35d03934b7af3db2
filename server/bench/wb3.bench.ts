import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PROJECT_ROOT } from '../src/config/project-root.js';
import type { Benchmark } from './frame.js';
import { spreadOf } from './frame.js';

const PEOPLE = 10_000;
const CHANGES_PER_SECOND = 55;
const SLOWDOWN = 4;

interface Smoothness {
  framesPerSecond: number;
  droppedShare: number;
  longestTask: number;
}
interface CrowdedBoard {
  board: () => Promise<Smoothness>;
  plainList: () => Promise<Smoothness>;
  opening: (slowdown: number) => Promise<number>;
  atOneGo: (slowdown: number) => Promise<number>;
  close: () => Promise<void>;
}
interface Context {
  crowded: CrowdedBoard;
  ours: Smoothness[];
  theirs: Smoothness[];
}

async function setup(): Promise<Context> {
  // The browser belongs to the pages' own tests; what is measured is the same.
  const file = pathToFileURL(path.join(PROJECT_ROOT, 'web/e2e/crowded-board.ts')).href;
  const { openCrowdedBoard } = (await import(file)) as {
    openCrowdedBoard: (people: number, changesPerSecond: number, slowdown: number) => Promise<CrowdedBoard>;
  };
  return { crowded: await openCrowdedBoard(PEOPLE, CHANGES_PER_SECOND, SLOWDOWN), ours: [], theirs: [] };
}

async function noted(list: Smoothness[], measure: () => Promise<Smoothness>): Promise<Smoothness> {
  const seen = await measure();
  list.push(seen);
  return seen;
}

const median = (list: readonly Smoothness[], of: (one: Smoothness) => number) => spreadOf(list.map(of)).median;
const described = (who: string, list: readonly Smoothness[]) =>
  `${who}: ${median(list, (one) => one.framesPerSecond).toFixed(1)} frames/s, ` +
  `${(median(list, (one) => one.droppedShare) * 100).toFixed(1)}% of the frames dropped, ` +
  `longest task ${median(list, (one) => one.longestTask).toFixed(0)} ms`;

const list: Benchmark<Context> = {
  id: 'WB3',
  title: `Scrolling a board of ${PEOPLE.toLocaleString('en')} people, ${CHANGES_PER_SECOND} of whom change each second, on a phone ${SLOWDOWN} times slower`,
  metric: 'longest task while a thumb scrolls for three seconds',
  unit: 'ms',
  better: 'lower',
  baselineName: 'the same rows all drawn, changed without any framework',
  setup,
  subject: async ({ crowded, ours }) => (await noted(ours, crowded.board)).longestTask,
  baseline: async ({ crowded, theirs }) => (await noted(theirs, crowded.plainList)).longestTask,
  notes: ({ ours, theirs }) => [described('board', ours), described('all drawn', theirs)],
  teardown: ({ crowded }) => crowded.close(),
};

function opening(slowdown: number): Benchmark<Context> {
  const phone = slowdown === 1 ? 'a phone as fast as this machine' : `a phone ${slowdown} times slower`;
  return {
    id: 'WB3',
    title: `Opening a board of ${PEOPLE.toLocaleString('en')} people on ${phone}`,
    metric: 'longest task until everybody can be found',
    unit: 'ms',
    better: 'lower',
    baselineName: 'the whole answer parsed, sorted and folded at one go',
    setup,
    subject: ({ crowded }) => crowded.opening(slowdown),
    baseline: ({ crowded }) => crowded.atOneGo(slowdown),
    teardown: ({ crowded }) => crowded.close(),
  };
}

export const benchmarks: readonly Benchmark[] = [
  list as Benchmark,
  opening(1) as Benchmark,
  opening(SLOWDOWN) as Benchmark,
];
