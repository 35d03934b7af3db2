import { type FanOutContext, fanOut, fanOutDoubt, fanOutNotes, SECONDS, side } from './board-fan-out.js';
import type { Benchmark } from './frame.js';
import { closeWatchedBoard, logChanges, openWatchedBoard, WATCHERS, type WatchedBoard } from './watched-board.js';

const WORKLOAD = { perSecond: 200, seconds: SECONDS };

interface Context extends FanOutContext {
  alone: WatchedBoard;
}

/**
 * All nodes run in this process, so that its processor time is that of all of them. A node with fewer watchers sends more often:
 * what several nodes save is time to the phone. Hence messages are compared, of which each costs the same.
 */
function severalNodes(nodes: number): Benchmark<Context> {
  return {
    id: 'RT7',
    title: `${nodes} nodes, ${WATCHERS.toLocaleString('en')} watchers spread over them, ${WORKLOAD.perSecond} changes per second on the first`,
    metric: 'messages delivered per second of the processor, all nodes together',
    unit: '/CPU-s',
    better: 'higher',
    baselineName: 'one node with all the watchers',
    setup: async () => ({
      board: await openWatchedBoard(nodes),
      alone: await openWatchedBoard(),
      ours: side(),
      theirs: side(),
    }),
    subject: async ({ board, ours }) => (await fanOut(board, ours, WORKLOAD, (due) => logChanges(board, due))).messages,
    baseline: async ({ alone, theirs }) =>
      (await fanOut(alone, theirs, WORKLOAD, (due) => logChanges(alone, due))).messages,
    notes: fanOutNotes,
    doubt: fanOutDoubt,
    teardown: async ({ board, alone }) => {
      await closeWatchedBoard(board);
      await closeWatchedBoard(alone);
    },
  };
}

export const benchmarks: readonly Benchmark[] = [severalNodes(2) as Benchmark, severalNodes(3) as Benchmark];
