import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { inRoot } from './lib/project.mjs';

/** Gzipped JavaScript a phone must have before the page works, in KB (1,000 bytes). A page's name → its limit. */
const limits = { event: 115, home: 115, claim: 115 };
const otherwise = 200;

/** Every chunk that must be there before `key` runs: itself and its static imports, not what loads later. */
function chunksOf(manifest, key, found = new Set()) {
  if (found.has(key)) return found;
  found.add(key);
  for (const next of manifest[key].imports ?? []) chunksOf(manifest, next, found);
  return found;
}

/**
 * One row per route: the entry plus the page's chunk. `sizeOf` tells the gzipped bytes of a file of the build.
 * A page with a limit that is not in the build is an error: the limit would guard nothing.
 */
export function measureRoutes(manifest, sizeOf) {
  const keys = Object.keys(manifest);
  const entry = keys.find((key) => manifest[key].isEntry);
  const rows = keys
    .filter((key) => /\.page\.tsx$/.test(key))
    .map((key) => {
      const name = path.posix.basename(key, '.page.tsx');
      const chunks = [...new Set([...chunksOf(manifest, entry), ...chunksOf(manifest, key)])];
      const files = [...new Set(chunks.map((chunk) => manifest[chunk].file))].filter((file) => file.endsWith('.js'));
      const kilobytes = files.reduce((sum, file) => sum + sizeOf(file), 0) / 1000;
      const limit = limits[name] ?? otherwise;
      return { name, kilobytes, files: files.length, limit, over: kilobytes > limit };
    });
  const missing = Object.keys(limits).filter((name) => !rows.some((row) => row.name === name));
  if (missing.length > 0)
    throw new Error(`The build has no page ${missing.join(', ')}; is it loaded lazily, and named so?`);
  return rows.sort((a, b) => b.kilobytes - a.kilobytes);
}

function main() {
  const file = inRoot('web/dist/.vite/manifest.json');
  if (!existsSync(file)) throw new Error(`${file} is not there: build the pages first (build.manifest: true)`);
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  const rows = measureRoutes(manifest, (name) => gzipSync(readFileSync(inRoot('web/dist', name)), { level: 9 }).length);
  console.log('JavaScript per route, gzipped KB');
  for (const { name, kilobytes, files, limit, over } of rows) {
    const size = kilobytes.toFixed(1).padStart(6);
    console.log(`${over ? '✗' : '✓'} ${name.padEnd(20)} ${size} of ${String(limit).padStart(3)}   ${files} files`);
  }
  process.exitCode = rows.some(({ over }) => over) ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
