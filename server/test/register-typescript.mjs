// node --import ./test/register-typescript.mjs file.ts: runs this project's TypeScript without building it.
import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);
