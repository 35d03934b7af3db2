import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { ensureServerBuilt } from './lib/build.mjs';
import { inRoot, root } from './lib/project.mjs';
import { script } from './lib/script.mjs';
import { StepFailed } from './lib/step.mjs';

const fromServer = (name) => import(pathToFileURL(inRoot('server/dist/database/embedded', name)));
const contains = (folder, other) => !path.relative(folder, other).startsWith('..');

/** The data folder, once it is sure that it is one: DATA_DIR may have been set to anything. */
function dataFolder() {
  const folder = path.resolve(root, process.env.DATA_DIR || '.data');
  const ours = ['secret-key', 'postgres-folder'].some((name) => existsSync(path.join(folder, name)));
  if (!existsSync(folder) || readdirSync(folder).length === 0) return undefined;
  if (!ours) throw new StepFailed(`${folder} does not look like Teabreak's data folder; nothing was removed.`);
  if (contains(folder, root) || contains(folder, homedir())) {
    throw new StepFailed(`${folder} holds more than Teabreak's data; remove what you mean by hand.`);
  }
  return folder;
}

/** Where the embedded database keeps its files: root's is outside of the data folder. */
function databaseFolder(folder) {
  const note = path.join(folder, 'postgres-folder');
  return existsSync(note) ? readFileSync(note, 'utf8').trim() : path.join(folder, 'postgres');
}

async function confirmed(folders) {
  console.log(`This removes every event, person and file in\n${folders.map((name) => `  ${name}`).join('\n')}`);
  if (process.argv.includes('--yes')) return true;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const closed = new Promise((resolve) => terminal.once('close', () => resolve('')));
  const answer = await Promise.race([terminal.question('Type reset to go on: '), closed]);
  terminal.close();
  return answer.trim() === 'reset';
}

/** A killed server leaves its PostgreSQL running; files must not vanish below it. */
async function stopOrphan(database) {
  const { commandOf, isAlive } = await fromServer('processes.js');
  const note = path.join(database, 'cluster', 'postmaster.pid');
  const pid = existsSync(note) ? Number.parseInt(readFileSync(note, 'utf8'), 10) : 0;
  if (!pid || !isAlive(pid) || !commandOf(pid).includes(database)) return;
  process.kill(pid, 'SIGINT');
  for (let waited = 0; isAlive(pid); waited += 1) {
    if (waited > 200) throw new StepFailed(`The database (process ${pid}) does not stop; nothing was removed.`);
    await sleep(100);
  }
}

await script(async () => {
  if (existsSync(inRoot('.env'))) process.loadEnvFile(inRoot('.env'));
  if (process.env.DATABASE_URL)
    console.log('The database of DATABASE_URL is not touched: empty it with its own tools.');
  const folder = dataFolder();
  if (!folder) return console.log('There is nothing to remove.');
  const database = databaseFolder(folder);
  const folders = contains(folder, database) ? [folder] : [folder, database];
  await ensureServerBuilt();
  const { ownFolder } = await fromServer('owner-lock.js');
  const lock = path.join(database, 'owner.lock');
  const release = existsSync(database) ? await ownFolder(lock, folder).catch(refuse) : undefined;
  try {
    if (!(await confirmed(folders))) throw new StepFailed('Nothing was removed.');
    await stopOrphan(database);
    for (const name of readdirSync(folder)) rmSync(path.join(folder, name), { recursive: true, force: true });
    if (folders.length > 1) rmSync(database, { recursive: true, force: true });
    console.log(`Removed:\n${folders.map((name) => `  ${name}`).join('\n')}\nThe next npm start begins anew.`);
  } finally {
    await release?.();
  }
});

function refuse(error) {
  throw new StepFailed(error.message);
}
