import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { inRoot } from './lib/project.mjs';

/** Gzipped JavaScript a phone must have before the page works, in KB (1,000 bytes). A page's name → its limit. */
const limits = { event: 115, home: 115, claim: 115, join: 115 };
const otherwise = 130;
const languages = ['en', 'zh-CN'];
/** Texts that every page has, beside those its route names. */
const everywhere = 'common';

/**
 * What a route is made of, read from the text of the app's tables: its page, the layout around it and the table it stands in (null: part
 * of the entry), and the files of its texts.
 * @param tables text of web/src/app/*-routes.ts, one after the other
 * @param router text of web/src/app/router.tsx, which gives a layout to each table
 */
export function readRoutes(tables, router) {
  const files = matches(router, /const (\w+) = page\(\(\) => import\('\.\/([\w-]+)\.js'\)/g);
  const fileOf = Object.fromEntries(files.map(([name, file]) => [name, `src/app/${file}.tsx`]));
  const layouts = Object.fromEntries(
    matches(router, /layout: (\w+), routes: (?:here\()?(\w+)/g).map(([layout, table]) => [
      table,
      fileOf[layout] ?? null,
    ]),
  );
  const ownFiles = matches(router, /const (\w+) = table\('[^']+', \(\) =>\s*import\('\.\/([\w-]+)\.js'\)/g);
  const tableFileOf = Object.fromEntries(ownFiles.map(([name, file]) => [name, `src/app/${file}.ts`]));
  return matches(tables, /export const (\w+): readonly AppRoute\[\] = \[\n(.*?)\n\];/gs).flatMap(([table, rows]) => {
    if (!(table in layouts)) throw new Error(`No layout for ${table} in the router`);
    return matches(
      rows,
      /namespaces: \[([^\]]*)\],\s*page: page\(\(\) =>\s*import\('\.\.\/pages\/([\w-]+)\.page\.js'\)/g,
    ).map(([namespaces, name]) => ({
      name,
      layout: layouts[table],
      table: tableFileOf[table] ?? null,
      namespaces: [everywhere, ...matches(namespaces, /'([^']+)'/g).flat()],
    }));
  });
}

const matches = (text, pattern) => [...text.matchAll(pattern)].map(([, ...groups]) => groups);

/** Every chunk that must be there before `key` runs: itself and its static imports, not what loads later. */
function chunksOf(manifest, key, found = new Set()) {
  if (found.has(key)) return found;
  if (!manifest[key]) throw new Error(`The build has no ${key}`);
  found.add(key);
  for (const next of manifest[key].imports ?? []) chunksOf(manifest, next, found);
  return found;
}

/**
 * One row per route: entry, layout, page, and the texts in the language that has more of them. `sizeOf` tells the gzipped bytes of a
 * file of the build. A page with a limit that is not in the build, or that no table names, is an error: the limit would guard nothing.
 */
export function measureRoutes(manifest, sizeOf, routes) {
  const keys = Object.keys(manifest);
  const entry = keys.find((key) => manifest[key].isEntry);
  const pages = keys.filter((key) => /\.page\.tsx$/.test(key)).map((key) => path.posix.basename(key, '.page.tsx'));
  const lost = pages.filter((page) => !routes.some(({ name }) => name === page));
  if (lost.length > 0) throw new Error(`No table of routes names ${lost.join(', ')}; is it written as the others are?`);
  const missing = Object.keys(limits).filter((name) => !pages.includes(name));
  if (missing.length > 0)
    throw new Error(`The build has no page ${missing.join(', ')}; is it loaded lazily, and named so?`);
  const total = (needed) => {
    const chunks = new Set(needed.flatMap((key) => [...chunksOf(manifest, key)]));
    const files = [...new Set([...chunks].map((chunk) => manifest[chunk].file))].filter((file) => file.endsWith('.js'));
    return { kilobytes: files.reduce((sum, file) => sum + sizeOf(file), 0) / 1000, files: files.length };
  };
  const rows = routes.map(({ name, layout, table, namespaces }) => {
    const code = [entry, ...[layout, table].filter(Boolean), `src/pages/${name}.page.tsx`];
    const inEach = languages.map((language) =>
      total([...code, ...namespaces.map((namespace) => `src/locales/${language}/${namespace}.json`)]),
    );
    const largest = inEach.reduce((one, other) => (other.kilobytes > one.kilobytes ? other : one));
    const limit = limits[name] ?? otherwise;
    return { name, ...largest, limit, over: largest.kilobytes > limit };
  });
  return rows.sort((a, b) => b.kilobytes - a.kilobytes);
}

/** `measureRoutes` of the pages as they are built. */
export function measureBuild() {
  const file = inRoot('web/dist/.vite/manifest.json');
  if (!existsSync(file)) throw new Error(`${file} is not there: build the pages first (build.manifest: true)`);
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  const app = inRoot('web/src/app');
  const read = (name) => readFileSync(path.join(app, name), 'utf8');
  const tables = readdirSync(app).filter((name) => name.endsWith('-routes.ts'));
  const routes = readRoutes(tables.map(read).join('\n'), read('router.tsx'));
  const sizeOf = (name) => gzipSync(readFileSync(inRoot('web/dist', name)), { level: 9 }).length;
  return measureRoutes(manifest, sizeOf, routes);
}

function main() {
  const rows = measureBuild();
  console.log('JavaScript per route with its layout and texts, gzipped KB');
  for (const { name, kilobytes, files, limit, over } of rows) {
    const size = kilobytes.toFixed(1).padStart(6);
    console.log(`${over ? '✗' : '✓'} ${name.padEnd(20)} ${size} of ${String(limit).padStart(3)}   ${files} files`);
  }
  process.exitCode = rows.some(({ over }) => over) ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
