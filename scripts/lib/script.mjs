import { endWithParent } from './parent.mjs';
import { requireNode } from './project.mjs';
import { StepFailed, stopChildrenOnSignal } from './step.mjs';

/** The frame of every command: the right Node, children that end with us, and a failure as one sentence. */
export async function script(work) {
  requireNode();
  endWithParent();
  const undo = stopChildrenOnSignal();
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    console.error(error instanceof StepFailed ? `\n${error.message}` : error);
    process.exitCode = 1;
  } finally {
    undo();
  }
}
