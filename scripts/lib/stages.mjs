import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureBuilt, ensureContractBuilt } from './build.mjs';
import { inRoot, stamps, tool } from './project.mjs';
import { programStep, run, StepFailed, together } from './step.mjs';
import { countsOf, failedFiles, retried, tapCounts } from './test-counts.mjs';

const results = path.join(stamps, 'results');
const node = (title, ...args) => programStep(title, process.execPath, args, { shown: 200 });
/** A test that leaves something open keeps its runner waiting for ever. */
const longestStage = 30 * 60_000;
/**
 * A machine that builds for others as well may stand still for longer than a test can wait. On such a machine (CI=true) what
 * failed is tried again by itself, and the summary says so; more files than a stage's `mostAgain` are no accident.
 */
const MOST_TRIES = 3;

function resultFile(name) {
  mkdirSync(results, { recursive: true });
  const file = path.join(results, name);
  rmSync(file, { force: true });
  return file;
}

/** Jest with its own output on the screen; resolves to its report, or to null where it wrote none. */
async function jestReport(id, folder, config, ...more) {
  const report = resultFile(`${id}.json`);
  // A test that leaves something open must not keep everybody waiting once all are done.
  const args = ['--config', config, '--ci', '--forceExit', '--json', `--outputFile=${report}`, ...more];
  const options = `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`;
  const code = await run(tool(folder, 'jest'), args, {
    cwd: inRoot(folder),
    env: { ...process.env, NODE_ENV: 'test', NODE_OPTIONS: options.trim() },
    timeout: longestStage,
  });
  return existsSync(report) ? { ...JSON.parse(readFileSync(report, 'utf8')), code } : null;
}

/** Counts come from Jest's report; a suite that cannot load is a failure, and so is a run that leaves no report. */
async function jest(id, folder, config, mostAgain) {
  const tries = process.env.CI ? MOST_TRIES : 1;
  let said = await jestReport(id, folder, config, '--maxWorkers=2');
  if (!said && tries > 1) {
    console.log('\n━━ Jest ended without a report; once more from the start');
    said = await jestReport(id, folder, config, '--maxWorkers=2');
  }
  if (!said) return countsOf({ testResults: [], code: 'none, and without a report' });
  const again = new Set();
  for (let attempt = 2; attempt <= tries; attempt += 1) {
    const failed = failedFiles(said);
    if (failed.length === 0 || failed.length > mostAgain) break;
    console.log(`\n━━ Failed, try ${attempt} of ${tries} with nothing beside it:\n${failed.join('\n')}`);
    const next = await jestReport(`${id}-${attempt}`, folder, config, '--runInBand', '--runTestsByPath', ...failed);
    for (const file of failed) again.add(file);
    if (next) said = retried(said, next);
  }
  const counts = countsOf(said);
  const failed = new Set(failedFiles(said));
  return { ...counts, again: [...again].filter((file) => !failed.has(file)) };
}

/** Node's own runner, for the scripts: plain JavaScript that needs no transformation. */
async function nodeTests() {
  const report = resultFile('scripts.tap');
  const files = readdirSync(inRoot('scripts')).filter((name) => name.endsWith('.test.mjs'));
  const reporters = ['spec', 'stdout', 'tap', report].flatMap((word, index) =>
    index % 2 === 0 ? [`--test-reporter=${word}`] : [`--test-reporter-destination=${word}`],
  );
  const tries = process.env.CI ? MOST_TRIES : 1;
  for (let attempt = 1; ; attempt += 1) {
    await run(process.execPath, ['--test', ...reporters, ...files.map((name) => inRoot('scripts', name))]);
    const counts = tapCounts(existsSync(report) ? readFileSync(report, 'utf8') : '');
    if (counts.failed === 0 || attempt >= tries) return counts;
    console.log(`\n━━ Failed, try ${attempt + 1} of ${tries}`);
  }
}

async function types() {
  // The server and the pages read the contract's declarations.
  await ensureContractBuilt();
  const projects = ['shared', 'server', 'web'];
  const checks = projects
    .filter((folder) => existsSync(inRoot(folder, 'tsconfig.json')))
    .map((folder) => ['--noEmit', '-p', path.join(folder, 'tsconfig.json')])
    .map((args) => programStep(`tsc ${args.at(-1)}`, tool('.', 'tsc'), args, { shown: 200 }));
  await together(...checks);
}

/** Shows its table also when all is well. */
async function bundle() {
  const code = await run(process.execPath, ['scripts/check-bundle.mjs']);
  if (code !== 0) throw new StepFailed('A route is over its limit');
}

/**
 * Everything that can be wrong, cheapest first. A stage resolves to counts of tests, or to nothing where it is a single
 * check; it rejects where the check fails. `needs` names the stage that must have worked before.
 */
export const stages = [
  {
    id: 'lint',
    title: 'Lint and format',
    work: () => programStep('biome ci', tool('.', 'biome'), ['ci'], { shown: 200 }),
  },
  { id: 'structure', title: 'Structure', work: () => node('files, arrows, cycles', 'scripts/check-structure.mjs') },
  {
    id: 'dead-code',
    title: 'Dead code',
    work: () => programStep('knip', tool('.', 'knip'), ['--no-progress'], { shown: 200 }),
  },
  { id: 'types', title: 'Types', work: types },
  { id: 'build', title: 'Build', work: ensureBuilt },
  { id: 'bundle', title: 'Bundle sizes', needs: 'build', work: bundle },
  { id: 'scripts', title: 'Tests of the scripts', work: nodeTests },
  {
    id: 'server',
    title: 'Tests of the server: units, HTTP, sockets',
    work: () => jest('server', 'server', 'jest.config.mjs', 12),
  },
  { id: 'web', title: 'Tests of the pages', work: () => jest('web', 'web', 'jest.config.mjs', 8) },
  {
    id: 'journeys',
    title: 'Journeys in a real browser',
    needs: 'build',
    work: () => jest('journeys', 'web', 'e2e/jest.config.mjs', 4),
  },
];

/** Short names for several stages. */
export const groups = { unit: ['scripts', 'server', 'web'], check: ['lint', 'structure', 'dead-code', 'types'] };
