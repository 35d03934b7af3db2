import { ensureInstalled } from './lib/build.mjs';
import { script } from './lib/script.mjs';
import { groups, stages } from './lib/stages.mjs';

await script(async () => {
  await ensureInstalled();
  let failed = 0;
  for (const stage of stages.filter(({ id }) => groups.check.includes(id))) {
    await stage.work().catch(() => {
      failed += 1;
    });
  }
  return failed;
});
