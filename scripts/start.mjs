import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './lib/build.mjs';
import { inRoot } from './lib/project.mjs';
import { script } from './lib/script.mjs';

let ready = false;
await script(async () => {
  console.log('Teabreak 茶歇');
  await ensureBuilt();
  ready = true;
});

if (ready) {
  if (existsSync(inRoot('.env'))) process.loadEnvFile(inRoot('.env'));
  process.env.NODE_ENV ??= 'production';
  process.chdir(inRoot());
  process.setSourceMapsEnabled(true);
  // In this very process: no child that could outlive it, and signals and the exit code are the server's own.
  await import(pathToFileURL(inRoot('server/dist/main.js')));
}
