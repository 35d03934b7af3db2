import { setTimeout as sleep } from 'node:timers/promises';

const LONGEST_PAUSE_MS = 30_000;

/**
 * Does `work` again and again with a pause between, until the signal. After a failure the pause doubles, up to half a minute,
 * and `onFailure` hears of it.
 */
export async function again(
  signal: AbortSignal,
  pauseMs: () => number,
  work: () => Promise<void>,
  onFailure: (error: unknown) => Promise<void>,
): Promise<void> {
  let slower = 1;
  while (!signal.aborted) {
    try {
      await work();
      slower = 1;
    } catch (error) {
      slower *= 2;
      await onFailure(error);
    }
    await pause(Math.min(pauseMs() * slower, LONGEST_PAUSE_MS), signal);
  }
}

/** Ends early, without an error, at the signal. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
}
