// A process of its own that owns an embedded database, for tests that kill it: node embedded-owner.mjs <data folder>
import './register-typescript.mjs';

const { startEmbeddedPostgres } = await import('../src/database/embedded-postgres.ts');
try {
  const postgres = await startEmbeddedPostgres({ dataDir: process.argv[2], dataDirChosen: true, durable: false });
  process.on('SIGTERM', () => postgres.stop().then(() => process.exit(0)));
  // An owner lives until it is killed.
  setInterval(() => undefined, 60_000);
  process.send({ url: postgres.url, found: postgres.found });
} catch (error) {
  process.send({ refused: error.message });
  process.exit(1);
}
