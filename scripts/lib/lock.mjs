import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { stamps } from './project.mjs';

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function take(file) {
  try {
    const handle = openSync(file, 'wx');
    writeSync(handle, String(process.pid));
    closeSync(handle);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
}

/** 0 while the owner has not written its number yet, or has just let go. */
const ownerOf = (file) => (existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0);

/** Moves the lock aside first: between looking and removing somebody else may have taken it over. */
function removeStale(file, owner) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  if (ownerOf(aside) === owner) rmSync(aside);
  else renameSync(aside, file);
}

/** Runs `work` while no other process of this project does: two starts at once must not build into each other. */
export async function alone(work, folder = stamps) {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'lock');
  for (let told = false; !take(file); ) {
    const owner = ownerOf(file);
    if (owner > 0 && !isAlive(owner)) removeStale(file, owner);
    else if (!told) {
      console.log(`  … waiting for another build of this project (process ${owner || 'starting'}; lock file ${file})`);
      told = true;
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    release();
    process.off('exit', release);
  }
}
