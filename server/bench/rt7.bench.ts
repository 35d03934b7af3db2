import { type FanOutContext, fanOut, fanOutDoubt, fanOutNotes, SECONDS, side } from './board-fan-out.js';
import type { Benchmark } from './frame.js';
import { closeWatchedBoard, logChanges, openWatchedBoard, WATCHERS, type WatchedBoard } from './watched-board.js';

const WORKLOAD = { perSecond: 200, seconds: SECONDS };

interface Context extends FanOutContext {
  alone: WatchedBoard;
}

/** All nodes run in this process, so that its processor time is that of all of them. */
function severalNodes(nodes: number): Benchmark<Context> {
  return {
    id: 'RT7',
    title: `${nodes} nodes, ${WATCHERS.toLocaleString('en')} watchers spread over them, ${WORKLOAD.perSecond} changes per second on the first`,
    metric: 'changes delivered per second of the processor, all nodes together',
    unit: '/CPU-s',
    better: 'higher',
    baselineName: 'one node with all the watchers',
    setup: async () => ({
      board: await openWatchedBoard(nodes),
      alone: await openWatchedBoard(),
      ours: side(),
      theirs: side(),
    }),
    subject: ({ board, ours }) => fanOut(board, ours, WORKLOAD, (due) => logChanges(board, due)),
    baseline: ({ alone, theirs }) => fanOut(alone, theirs, WORKLOAD, (due) => logChanges(alone, due)),
    notes: fanOutNotes,
    doubt: fanOutDoubt,
    teardown: async ({ board, alone }) => {
      await closeWatchedBoard(board);
      await closeWatchedBoard(alone);
    },
  };
}

export const benchmarks: readonly Benchmark[] = [severalNodes(2) as Benchmark, severalNodes(3) as Benchmark];
