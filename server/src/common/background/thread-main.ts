import { parentPort } from 'node:worker_threads';
import type { Answer, Question } from './background-thread.js';

/** The other end of BackgroundThread: answers one question after the other. Modules stay loaded, with what they remember. */
parentPort?.on('message', async ({ id, module, input }: Question) => {
  parentPort?.postMessage(await answer(id, module, input));
});

async function answer(id: number, module: string, input: unknown): Promise<Answer> {
  try {
    const { run } = (await import(module)) as { run: (input: unknown) => unknown };
    return { id, output: await run(input) };
  } catch (failure) {
    return { id, failure };
  }
}
