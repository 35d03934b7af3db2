import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { StartError } from '../../config/start-error.js';
import { isAlive, startOf } from './processes.js';

interface Owner {
  pid: number;
  started: string;
}

/**
 * Makes this process the only one that uses a data folder. A lock whose process is gone is taken over, also when another
 * process has got its id since.
 * @returns a function that gives the folder free
 * @throws StartError that names the process which has it
 */
export async function ownFolder(lockFile: string, what: string): Promise<() => Promise<void>> {
  const mine: Owner = { pid: process.pid, started: startOf(process.pid) };
  const text = JSON.stringify(mine);
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      await writeFile(lockFile, text, { flag: 'wx', mode: 0o600 });
      return () => release(lockFile, text);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const found = await readFile(lockFile, 'utf8').catch(() => '');
    const owner = parse(found);
    if (owner && isAlive(owner.pid) && startOf(owner.pid) === owner.started)
      throw new StartError(
        `Another Teabreak (process ${owner.pid}) is using ${what}. Stop it first, or give this one its own DATA_DIR.`,
      );
    await removeStale(lockFile, found);
  }
  throw new StartError(`The lock ${lockFile} could not be taken.`);
}

async function release(lockFile: string, text: string): Promise<void> {
  if ((await readFile(lockFile, 'utf8').catch(() => '')) === text) await rm(lockFile, { force: true });
}

/** Moves the stale lock aside; when it was not the stale one any more, puts it back. */
async function removeStale(lockFile: string, stale: string): Promise<void> {
  const aside = `${lockFile}.${process.pid}.stale`;
  try {
    await rename(lockFile, aside);
  } catch {
    return;
  }
  if ((await readFile(aside, 'utf8')) !== stale) await rename(aside, lockFile);
  else await rm(aside, { force: true });
}

function parse(text: string): Owner | null {
  try {
    const owner = JSON.parse(text) as Partial<Owner>;
    return typeof owner.pid === 'number' && typeof owner.started === 'string'
      ? { pid: owner.pid, started: owner.started }
      : null;
  } catch {
    return null;
  }
}
