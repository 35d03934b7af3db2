import type { CDPSession } from 'playwright-core';

/** One line of the browser's own trace; times in microseconds. */
interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  id?: string;
  id2?: { local?: string };
  args?: { frame_reporter?: Frame; chrome_frame_reporter?: Frame };
}
/** Named differently from release to release of Chromium. */
interface Frame {
  frame_sequence: number;
  state: string;
}
/** What a person sees of a page that moves. */
export interface Smoothness {
  /** Pictures a second that reached the screen with all that was new in them. */
  framesPerSecond: number;
  /** Between two of them, in ms. */
  medianGap: number;
  /** Of the pictures that were due. */
  droppedShare: number;
  /** For how long the page could not answer a finger, in ms. */
  longestTask: number;
}

const CATEGORIES = ['toplevel', 'benchmark', 'cc', 'devtools.timeline', 'disabled-by-default-devtools.timeline'];

/** What the browser itself has noted about its frames and tasks while `act` ran. */
export async function smoothnessOf(cdp: CDPSession, act: () => Promise<void>): Promise<Smoothness> {
  const { events, seconds } = await traced(cdp, act);
  return { ...framesIn(events, seconds), longestTask: longestTaskIn(events) };
}

/** For how long the page could not answer a finger at a time while `act` ran, in ms. */
export async function longestTaskOf(cdp: CDPSession, act: () => Promise<void>): Promise<number> {
  return longestTaskIn((await traced(cdp, act)).events);
}

async function traced(cdp: CDPSession, act: () => Promise<void>): Promise<{ events: TraceEvent[]; seconds: number }> {
  const events: TraceEvent[] = [];
  const take = ({ value }: { value: object[] }) => void events.push(...(value as TraceEvent[]));
  cdp.on('Tracing.dataCollected', take);
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES },
  });
  const began = performance.now();
  await act();
  const seconds = (performance.now() - began) / 1000;
  const complete = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
  await cdp.send('Tracing.end');
  await complete;
  cdp.off('Tracing.dataCollected', take);
  return { events, seconds };
}

function framesIn(events: readonly TraceEvent[], seconds: number): Omit<Smoothness, 'longestTask'> {
  const reports = events.filter(({ name }) => name === 'PipelineReporter');
  const begun = new Map<string | undefined, Frame>();
  const shown = new Map<number, number>();
  const dropped = new Set<number>();
  for (const { id, id2, ts, args } of reports.sort((a, b) => a.ts - b.ts)) {
    const key = id ?? id2?.local;
    const frame = args?.frame_reporter ?? args?.chrome_frame_reporter;
    if (frame) begun.set(key, frame);
    const ended = frame ? undefined : begun.get(key);
    if (ended?.state === 'STATE_PRESENTED_ALL') shown.set(ended.frame_sequence, ts);
    if (ended?.state === 'STATE_DROPPED') dropped.add(ended.frame_sequence);
  }
  if (shown.size === 0) throw new Error('The trace has no frames');
  const missed = [...dropped].filter((frame) => !shown.has(frame)).length;
  const times = [...shown.values()].sort((a, b) => a - b);
  const gaps = times.slice(1).map((time, at) => (time - (times[at] ?? 0)) / 1000);
  return {
    framesPerSecond: shown.size / seconds,
    medianGap: gaps.sort((a, b) => a - b)[gaps.length >> 1] ?? Number.POSITIVE_INFINITY,
    droppedShare: missed / Math.max(missed + shown.size, 1),
  };
}

/** On the page's main thread: the one that draws its frames. Other pages of the browser are in the trace as well. */
function longestTaskIn(events: readonly TraceEvent[]): number {
  const threads = new Map<string, { frames: number; longest: number }>();
  for (const { name, pid, tid, dur = 0 } of events) {
    const key = `${pid}.${tid}`;
    const thread = threads.get(key) ?? { frames: 0, longest: 0 };
    threads.set(key, thread);
    if (name === 'FireAnimationFrame') thread.frames += 1;
    if (name.endsWith('RunTask')) thread.longest = Math.max(thread.longest, dur / 1000);
  }
  return [...threads.values()].sort((a, b) => b.frames - a.frames)[0]?.longest ?? Number.NaN;
}
