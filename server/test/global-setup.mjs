import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);

/** Jest's set-up file is loaded outside of its own transforms, so the hooks above compile what it needs. */
// biome-ignore lint/style/noDefaultExport: Jest asks for it
export default async function setUp() {
  const { startTestPostgres } = await import('./test-postgres.ts');
  globalThis.stopTestPostgres = await startTestPostgres();
}
