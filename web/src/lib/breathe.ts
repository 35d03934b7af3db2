const AT_WORK_MS = 8;

/**
 * For long work on the page's one thread: await the answer between two pieces, and whatever the finger did meanwhile comes first. Pauses
 * only where the thread has been busy for half a frame.
 */
export function breathe(): (atWorkMs?: number) => Promise<void> {
  let began = performance.now();
  return async (atWorkMs = AT_WORK_MS) => {
    if (performance.now() - began < atWorkMs) return;
    await new Promise((resolve) => setTimeout(resolve));
    began = performance.now();
  };
}
