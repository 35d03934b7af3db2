import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const stringOrComment = /('(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*")|`(?:\\.|[^`\\])*`|\/\/.*|\/\*[\s\S]*?\*\//g;
const statement = /\b(import|export)\s+(type\s+)?([\w*{}\s,$]+?\s+from\s+)?['"]([^'"\n]+)['"]/g;
const dynamic = /\bimport\(\s*['"]([^'"\n]+)['"]/g;

/** The code without what only looks like code: comments and template texts go, strings stay (imports are strings). */
const codeOf = (text) => text.replace(stringOrComment, (_match, string) => string ?? '``');

function importsOf(code) {
  const found = [];
  for (const [, word, type, names, specifier] of code.matchAll(statement)) {
    if (word === 'export' && !names) continue;
    found.push({ specifier, kind: type ? 'type' : 'static', reexport: word === 'export' });
  }
  for (const [, specifier] of code.matchAll(dynamic)) found.push({ specifier, kind: 'dynamic', reexport: false });
  return found;
}

/** What a relative import names, as the path of a source file below the root; undefined for packages and styles. */
function resolveImport(from, specifier, known) {
  if (!specifier.startsWith('.')) return undefined;
  const base = path.posix.join(path.posix.dirname(from), specifier).replace(/\.jsx?$/, '');
  return [`${base}.ts`, `${base}.tsx`, base].find((candidate) => known.has(candidate));
}

/** All TypeScript files below `folders`: path → { code, imports: [{ specifier, target?, kind, reexport }] }. */
export function readSources(root, folders) {
  const names = folders.flatMap((folder) =>
    existsSync(path.join(root, folder))
      ? readdirSync(path.join(root, folder), { recursive: true }).map((name) =>
          path.posix.join(folder, ...name.split(path.sep)),
        )
      : [],
  );
  const known = new Set(names.filter((name) => /\.tsx?$/.test(name)).sort());
  return new Map(
    [...known].map((name) => {
      const code = codeOf(readFileSync(path.join(root, name), 'utf8'));
      const imports = importsOf(code).map((found) => ({
        ...found,
        target: resolveImport(name, found.specifier, known),
      }));
      return [name, { code, imports }];
    }),
  );
}

/** One cycle per tangle of files that need each other to run. Types and dynamic imports do not count. */
export function importCycles(sources) {
  const state = new Map();
  const cycles = [];
  const visit = (file, trail) => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      cycles.push([...trail.slice(trail.indexOf(file)), file]);
      return;
    }
    state.set(file, 'open');
    for (const { target, kind } of sources.get(file).imports) {
      if (target && kind === 'static') visit(target, [...trail, file]);
    }
    state.set(file, 'done');
  };
  for (const file of sources.keys()) visit(file, []);
  return cycles;
}
