import { ensureBuilt } from './lib/build.mjs';
import { inRoot } from './lib/project.mjs';
import { script } from './lib/script.mjs';
import { run } from './lib/step.mjs';

await script(async () => {
  await ensureBuilt();
  const frame = ['--expose-gc', '--import', './bench/register.mjs', 'bench/run.ts'];
  return run(process.execPath, [...frame, ...process.argv.slice(2)], { cwd: inRoot('server') });
});
