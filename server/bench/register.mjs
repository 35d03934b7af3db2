import { register } from 'node:module';

// Benchmarks run the sources as they are: what is measured needs no build of its own.
register('../test/typescript-hooks.mjs', import.meta.url);
process.setSourceMapsEnabled(true);
