import { setTimeout as sleep } from 'node:timers/promises';
import vm from 'node:vm';
import { TestEnvironment } from 'jest-environment-node';

const { createContext } = vm;
/** What cannot be ended must not keep all the other files waiting. */
const PATIENCE_MS = 30_000;

// biome-ignore lint/style/noDefaultExport: Jest asks for it
export default class extends TestEnvironment {
  /**
   * With a global object of V8's own: the one that Node puts in its place asks back at each `Math` and `Map`, which makes what computes
   * much three times slower.
   */
  constructor(...given) {
    vm.createContext = () => createContext(vm.constants.DONT_CONTEXTIFY);
    try {
      super(...given);
    } finally {
      vm.createContext = createContext;
    }
  }

  /**
   * Ends the applications that a test file left open because it failed half-way: what went on after the file's end would break in a
   * place of its own and hide the failure.
   */
  async handleTestEvent({ name }) {
    if (name !== 'run_finish') return;
    const closed = Promise.allSettled([...(this.global.stillOpen ?? [])].map((close) => close()));
    await Promise.race([closed, sleep(PATIENCE_MS, undefined, { ref: false })]);
  }
}
