import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { importCycles, readSources } from './lib/imports.mjs';
import { root } from './lib/project.mjs';

/** noun → the nouns it may import, and through them theirs. Nothing else in this script names a feature. */
const arrows = {
  accounts: [],
  events: ['accounts'],
  registrations: ['events'],
  circle: ['registrations'],
  cards: ['registrations'],
  goals: ['registrations'],
  board: ['encounters', 'circle'],
  matchmaking: ['goals', 'circle'],
  introductions: ['matchmaking', 'encounters'],
  rounds: ['matchmaking', 'encounters'],
  encounters: ['registrations', 'circle'],
  'group-chat': ['registrations'],
  asks: ['encounters'],
  'follow-ups': ['encounters'],
  'my-data': ['events'],
};
/** These look at everything from above; nobody looks at them. */
const onTop = ['inbox', 'insights', 'demo', 'screens'];

const kebab = '[a-z0-9]+(?:-[a-z0-9]+)*';
const roles = ['module', 'controller', 'service', 'policy', 'repository', 'entity', 'presenter', 'listener', 'gateway'];
const doors = ['module', 'service', 'policy', 'entity'];
const featureFile = new RegExp(`^${kebab}(?:\\.(?:${roles.join('|')}))?(?:\\.test)?\\.ts$`);
const webFile = /^(?:[a-z0-9-]+\.(?:queries|mutations|live)(?:\.test)?\.ts|[a-z0-9-]+(?:\.test)?\.tsx?)$/;
const serverFolders = [
  'common',
  'config',
  'database',
  'features',
  'health',
  'mail',
  'openapi',
  'pages',
  'qr',
  'realtime',
];
const serverFiles = ['main', 'start', 'waiting-room', 'create-app', 'app.module', 'drain'];
const webLayers = ['app', 'pages', 'features', 'components', 'lib'];
const webFolders = [...webLayers, 'locales', 'styles'];
const vague = /^(?:utils?|helpers?|misc)$/;

const isTest = (file) => /\.test\.tsx?$/.test(file);
const roleOf = (file) => path.posix.basename(file).split('.').at(-2);

function nounsBelow(noun) {
  if (onTop.includes(noun)) return new Set(Object.keys(arrows));
  const below = new Set();
  const add = (name) => {
    for (const next of arrows[name] ?? []) if (!below.has(next)) below.add(next) && add(next);
  };
  add(noun);
  return below;
}

/** `server/src/features/<noun>/[<sub-noun>/]<file>` → its parts. */
function featurePlace(file, half) {
  const [, , , noun, ...rest] = file.split('/');
  return file.startsWith(`${half}/src/features/`) ? { noun, rest } : undefined;
}

function* checkServerFile(file) {
  const [, , top, next] = file.split('/');
  if (!next && !serverFiles.includes(top.replace(/(\.test)?\.ts$/, ''))) yield 'has no place at the top of server/src';
  if (next && !serverFolders.includes(top)) yield `server/src/${top} is not one of ${serverFolders.join(', ')}`;
  const { noun, rest } = featurePlace(file, 'server') ?? {};
  if (!noun) return;
  if (!arrows[noun] && !onTop.includes(noun)) yield `the noun "${noun}" has no arrow in this script's table`;
  if (rest.length === 0) yield 'belongs into the folder of its noun';
  if (rest.length > 2) yield 'a sub-noun is a folder with files, without folders of its own';
  const name = rest.at(-1) ?? '';
  if (!featureFile.test(name))
    yield `"${name}" is not in the vocabulary: <noun>.{${roles.join(',')}}.ts or <pure-thing>.ts`;
}

function* checkServerImport(file, target) {
  const [from, to] = [featurePlace(file, 'server'), featurePlace(target, 'server')];
  if (isTest(file) || !to || from?.noun === to.noun) return;
  if (!from) {
    const [, , top] = file.split('/');
    if (['common', 'config', 'mail', 'qr'].includes(top)) yield `${top} is below the features and imports ${target}`;
    if (top === 'database' && !file.includes('/seed/') && roleOf(target) !== 'entity')
      yield `imports ${target}: only entities`;
    if (top === 'realtime' && !doors.includes(roleOf(target))) yield `imports ${target}: only ${doors.join(', ')}`;
    return;
  }
  if (!nounsBelow(from.noun).has(to.noun)) yield `${from.noun} may not import ${to.noun} (${target})`;
  else if (!doors.includes(roleOf(target))) yield `imports ${target}: of another noun only its ${doors.join(', ')}`;
}

/** One typed door emits, so that what is sent to whom can be read in one place. */
function* checkEmit(file, code) {
  if (isTest(file) || file.startsWith('server/src/realtime/')) return;
  if (/\b(?:io|server|socket|client|namespace)\b(?:\.\w+(?:\([^()]*\))?)*\.emit\(/.test(code)) {
    yield 'emits to sockets; only server/src/realtime does';
  }
}

function* checkWebFile(file) {
  const [, , top, next] = file.split('/');
  if (next && !webFolders.includes(top)) yield `web/src/${top} is not one of ${webFolders.join(', ')}`;
  if (top === 'pages' && !/\.page(?:\.test)?\.tsx$/.test(file)) yield 'a page is named <name>.page.tsx';
  const { rest } = featurePlace(file, 'web') ?? {};
  if (!rest) return;
  if (rest.length === 2 && rest[0] !== 'components') yield `"${rest[0]}" is no folder of a feature; components is`;
  if (!webFile.test(rest.at(-1) ?? '')) yield `"${rest.at(-1)}" is not in the vocabulary`;
}

function* checkWebImport(file, target) {
  const [from, to] = [file, target].map((name) => webLayers.indexOf(name.split('/')[2]));
  if (from >= 0 && to >= 0 && to < from) yield `${webLayers[from]} may not import ${webLayers[to]} (${target})`;
  const [one, other] = [featurePlace(file, 'web'), featurePlace(target, 'web')];
  if (one && other && one.noun !== other.noun) yield `the feature ${one.noun} may not import the feature ${other.noun}`;
}

/** Does running this file of shared load the validation library? */
function needsZod(file, sources, seen = new Set()) {
  if (seen.has(file) || !sources.has(file)) return false;
  seen.add(file);
  return sources
    .get(file)
    .imports.some(
      ({ specifier, target, kind }) => kind !== 'type' && (specifier === 'zod' || needsZod(target, sources, seen)),
    );
}

/** A phone's first page must not wait for Zod: schemas come by a dynamic import. */
function* checkShared(file, { specifier, kind }, sources) {
  if (isTest(file) || kind !== 'static' || !/^@teabreak\/shared(\/|$)/.test(specifier)) return;
  const entry = specifier.split('/').slice(2).join('/') || 'index';
  if (needsZod(`shared/src/${entry}.ts`, sources)) yield `loads Zod through ${specifier}: import type, or import()`;
}

function* checkAnywhere(file, { imports }) {
  const words = file.split('/').flatMap((part) => part.split('.'));
  if (words.some((word) => vague.test(word))) yield 'says nothing by its name (utils, helpers, misc)';
  const barrel = imports.some(({ reexport, kind }) => reexport && kind !== 'dynamic');
  if (barrel && file !== 'shared/src/index.ts') yield 're-exports; the only barrel is shared/src/index.ts';
}

function* checkFile(file, source, sources) {
  yield* checkAnywhere(file, source);
  if (file.startsWith('server/src/')) {
    yield* checkServerFile(file);
    yield* checkEmit(file, source.code);
    for (const { target } of source.imports) if (target) yield* checkServerImport(file, target);
  }
  if (!file.startsWith('web/src/')) return;
  yield* checkWebFile(file);
  for (const found of source.imports) {
    yield* checkShared(file, found, sources);
    if (found.target) yield* checkWebImport(file, found.target);
  }
}

/** Everything that is not as docs/ARCHITECTURE.md says, one sentence each. */
export function checkStructure(projectRoot) {
  const sources = readSources(projectRoot, ['server/src', 'web/src', 'shared/src']);
  const problems = new Set(importCycles(sources).map((cycle) => `import cycle: ${cycle.join(' → ')}`));
  for (const [file, source] of sources) {
    const { noun } = featurePlace(file, 'server') ?? {};
    const module = `server/src/features/${noun}/${noun}.module.ts`;
    if (noun && !sources.has(module)) problems.add(`${module} is missing: it is the one file a noun must have`);
    for (const problem of checkFile(file, source, sources)) problems.add(`${file}: ${problem}`);
  }
  return [...problems];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const problems = checkStructure(root);
  for (const problem of problems) console.error(problem);
  console.log(
    problems.length === 0 ? 'The structure is as described.' : `\n${problems.length} problems in the structure`,
  );
  process.exitCode = problems.length === 0 ? 0 : 1;
}
