import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve as resolvePath } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transform } from '@swc/core';

/** Lets plain Node run this project's TypeScript (Jest's own set-up file, benchmarks): the same compiler settings as the tests. */
const SHARED = resolvePath(import.meta.dirname, '../../shared/src');

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
  const filename = fileURLToPath(url);
  const { code } = await transform(await readFile(filename, 'utf8'), {
    filename,
    sourceMaps: 'inline',
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    },
    module: { type: 'es6' },
  });
  return { format: 'module', source: code, shortCircuit: true };
}
