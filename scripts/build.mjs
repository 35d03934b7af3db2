import { ensureBuilt } from './lib/build.mjs';
import { script } from './lib/script.mjs';

await script(ensureBuilt);
