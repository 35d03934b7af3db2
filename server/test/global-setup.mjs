import './register-typescript.mjs';

/** Jest's set-up file is loaded outside of its own transforms, so the hooks above compile what it needs. */
// biome-ignore lint/style/noDefaultExport: Jest asks for it
export default async function setUp() {
  const { startTestPostgres } = await import('./test-postgres.ts');
  globalThis.stopTestPostgres = await startTestPostgres();
}
