import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { resolve as resolvePath } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Lets plain Node run this project's TypeScript (Jest's own set-up file, benchmarks): the same compiler settings as the tests. */
const SHARED = resolvePath(import.meta.dirname, '../../shared/src');
/** What was compiled once, by its content: tests start hundreds of processes and threads. */
const CACHE = resolvePath(import.meta.dirname, '../node_modules/.cache/typescript');
const OPTIONS = {
  sourceMaps: 'inline',
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
  module: { type: 'es6' },
};

export async function resolve(specifier, context, next) {
  const shared = /^@teabreak\/shared(?:\/(.+))?$/u.exec(specifier);
  if (shared) return { url: pathToFileURL(resolvePath(SHARED, `${shared[1] ?? 'index'}.ts`)).href, shortCircuit: true };
  if (/^\.{1,2}\/.*\.js$/u.test(specifier) && context.parentURL?.endsWith('.ts')) {
    const url = new URL(specifier.replace(/\.js$/u, '.ts'), context.parentURL);
    if (existsSync(fileURLToPath(url))) return { url: url.href, shortCircuit: true };
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  return { format: 'module', source: await compiled(fileURLToPath(url)), shortCircuit: true };
}

async function compiled(filename) {
  const source = await readFile(filename, 'utf8');
  const hash = createHash('sha256')
    .update([JSON.stringify(OPTIONS), filename, source].join('\0'))
    .digest('hex');
  const kept = resolvePath(CACHE, `${hash}.js`);
  const known = await readFile(kept, 'utf8').catch(() => null);
  if (known !== null) return known;
  // Loading the compiler takes longer than reading what it made.
  const { transform } = await import('@swc/core');
  const { code } = await transform(source, { filename, ...OPTIONS });
  // It appears whole or not at all, whoever else compiles the same; where it cannot be kept it is compiled again.
  const partial = `${kept}.${randomUUID()}`;
  await mkdir(CACHE, { recursive: true })
    .then(() => writeFile(partial, code))
    .then(() => rename(partial, kept))
    .catch(() => undefined);
  return code;
}
