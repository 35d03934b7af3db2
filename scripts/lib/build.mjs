import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { alone } from './lock.mjs';
import { hashOf, inRoot, readStamp, sourceFiles, tool, writeStamp } from './project.mjs';
import { programStep, together } from './step.mjs';

const packages = ['.', 'shared', 'server', 'web'];
const manifests = packages.map((folder) => inRoot(folder, 'package.json'));

/** NODE_ENV belongs to the running server: it would make pnpm leave out the tools and Vite build the slow React. */
const { NODE_ENV: _unused, ...buildEnv } = process.env;

function hashOfInstall() {
  const files = [inRoot('pnpm-lock.yaml'), inRoot('pnpm-workspace.yaml'), ...manifests];
  return hashOf(files, process.platform, process.arch, process.versions.modules);
}

function isInstalled() {
  const linked = packages.every((folder) => existsSync(inRoot(folder, 'node_modules')));
  return linked && existsSync(tool('.', 'tsc')) && readStamp('install') === hashOfInstall();
}

/** Installs what the lockfile says, unless that is there already. pnpm comes through npm: nothing else to install. */
async function install() {
  if (isInstalled()) return;
  const pnpm = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')).packageManager;
  const args = ['--yes', pnpm, 'install', '--frozen-lockfile', '--prod=false', '--config.confirmModulesPurge=false'];
  await programStep('Installing packages', 'npx', [...args, '--reporter=append-only'], { env: buildEnv });
  writeStamp('install', hashOfInstall());
}

/** A build goes beside the old one and takes its place when it is complete: nothing stale, nothing half done. */
async function build({ folder, title, proof, command, args, hash }) {
  if (existsSync(inRoot(folder, proof)) && readStamp(folder) === hash) return;
  const [fresh, current, old] = ['dist.next', 'dist', 'dist.old'].map((name) => inRoot(folder, name));
  rmSync(fresh, { recursive: true, force: true });
  await programStep(title, tool(command.in, command.name), [...args, '--outDir', fresh], {
    cwd: inRoot(folder),
    env: buildEnv,
  });
  rmSync(old, { recursive: true, force: true });
  if (existsSync(current)) renameSync(current, old);
  renameSync(fresh, current);
  rmSync(old, { recursive: true, force: true });
  writeStamp(folder, hash);
}

const hashFolder = (folder) => hashOf(sourceFiles(inRoot(folder)));
const hashNamed = (folder, ...names) => hashOf(names.map((name) => inRoot(folder, name)));
const tsc = { command: { in: '.', name: 'tsc' }, args: ['-p', 'tsconfig.build.json'] };
const vite = { command: { in: 'web', name: 'vite' }, args: ['build', '--emptyOutDir'] };

function buildShared() {
  const hash = hashOf([inRoot('tsconfig.base.json')], hashOfInstall(), hashFolder('shared'));
  return build({ ...tsc, folder: 'shared', title: 'Building the contract', proof: 'dist/index.js', hash });
}

function buildServer() {
  const settings = hashNamed('server', 'tsconfig.json', 'tsconfig.build.json');
  const hash = hashOf(sourceFiles(inRoot('server/src')), readStamp('shared'), settings);
  return build({ ...tsc, folder: 'server', title: 'Building the server', proof: 'dist/main.js', hash });
}

function buildWeb() {
  const settings = hashNamed('web', 'index.html', 'vite.config.ts', 'tsconfig.json');
  const files = [...sourceFiles(inRoot('web/src')), ...sourceFiles(inRoot('web/public'))];
  const hash = hashOf(files, readStamp('shared'), settings);
  return build({ ...vite, folder: 'web', title: 'Building the pages', proof: 'dist/index.html', hash });
}

/** Packages installed. Quick when nothing changed. */
export const ensureInstalled = () => alone(install);

/** Packages installed, contract built: for what only reads declarations. */
export const ensureContractBuilt = () =>
  alone(async () => {
    await install();
    await buildShared();
  });

/** Packages installed, contract and server built: for what shows no page. Quick when nothing changed. */
export const ensureServerBuilt = () =>
  alone(async () => {
    await install();
    await buildShared();
    await buildServer();
  });

/** Packages installed, contract, server and pages built. Quick when nothing changed. */
export const ensureBuilt = () =>
  alone(async () => {
    await install();
    await buildShared();
    await together(buildServer(), buildWeb());
  });
