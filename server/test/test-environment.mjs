import { TestEnvironment } from 'jest-environment-node';

/**
 * Ends the applications that a test file left open because it failed half-way: what went on after the file's end would break in a
 * place of its own and hide the failure.
 */
// biome-ignore lint/style/noDefaultExport: Jest asks for it
export default class extends TestEnvironment {
  async handleTestEvent({ name }) {
    if (name === 'run_finish') await Promise.allSettled([...(this.global.stillOpen ?? [])].map((close) => close()));
  }
}
