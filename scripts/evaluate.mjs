import { ensureServerBuilt } from './lib/build.mjs';
import { inRoot } from './lib/project.mjs';
import { script } from './lib/script.mjs';
import { run } from './lib/step.mjs';

await script(async () => {
  await ensureServerBuilt();
  const program = inRoot('server/dist/features/matchmaking/evaluate.js');
  return run(process.execPath, [program, ...process.argv.slice(2)], { cwd: process.env.INIT_CWD ?? process.cwd() });
});
