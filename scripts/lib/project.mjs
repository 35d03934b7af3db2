import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

// Not import.meta.dirname: the sentence about an old Node must come out on an old Node.
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
/** What a run remembers for the next: hashes of what was installed and built, results of tests. Not in git. */
export const stamps = path.join(root, '.stamps');

export const inRoot = (...parts) => path.join(root, ...parts);

/** A tool of one of the packages, as pnpm linked it. */
export function tool(folder, name) {
  return inRoot(folder, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.CMD` : name);
}

/** Stops with one clear sentence when Node is older than package.json's `engines` allow. */
export function requireNode() {
  const { engines } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  const wanted = engines.node
    .match(/\d+(\.\d+)*/)[0]
    .split('.')
    .map(Number);
  const actual = process.versions.node.split('.').map(Number);
  const difference = wanted.map((part, index) => actual[index] - part).find((part) => part !== 0) ?? 0;
  if (difference >= 0) return;
  console.error(
    `Teabreak needs Node.js ${engines.node}; this is ${process.version}. Get a newer one at https://nodejs.org`,
  );
  process.exit(1);
}

/** Files below `folder` in a fixed order, without tests and what tools leave behind. */
export function sourceFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules' && name !== 'dist' && !/\.test\.tsx?$/.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = path.join(folder, entry.name);
      return entry.isDirectory() ? sourceFiles(file) : [file];
    });
}

/** One hash over the names and contents of files (those that exist) and any further words. */
export function hashOf(files, ...words) {
  const hash = createHash('sha256').update(words.join('\0'));
  for (const file of files.filter((name) => existsSync(name))) {
    hash.update(`\0${path.relative(root, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

export function readStamp(name) {
  const file = path.join(stamps, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

export function writeStamp(name, value) {
  mkdirSync(stamps, { recursive: true });
  writeFileSync(path.join(stamps, name), value);
}
