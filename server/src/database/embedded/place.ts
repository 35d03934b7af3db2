import { createHash } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { StartError } from '../../config/start-error.js';

/** Where root keeps what PostgreSQL's own user must be able to read. */
const SYSTEM_PARENT = '/var/lib/teabreak';

export interface Account {
  uid: number;
  gid: number;
}
export interface Place {
  /** Folder with everything of the embedded database. */
  folder: string;
  /** The user PostgreSQL runs as; null: the one we are. */
  account: Account | null;
  /** Where binaries are copied to; null: used where they are. */
  binariesParent: string | null;
}

/**
 * Where a data folder's database lives. PostgreSQL refuses to be root: then it runs as `nobody`, in the data folder if that was
 * chosen and `nobody` can enter it, else under /var/lib/teabreak, one folder per data folder. `<dataDir>/postgres-folder`
 * says where, for people and for `npm run reset`.
 */
export function placeFor(dataDir: string, chosen: boolean, isRoot = process.getuid?.() === 0): Place {
  mkdirSync(dataDir, { recursive: true });
  const inside = join(dataDir, 'postgres');
  const account = isRoot ? nobody() : null;
  const folder = !account || (chosen && everyoneMayEnter(dataDir)) ? inside : join(SYSTEM_PARENT, nameFor(dataDir));
  if (folder !== inside && existsSync(join(inside, 'cluster')))
    throw new StartError(
      `The database in ${inside} can no longer be entered by the user "nobody". Give every folder above it mode o+x again.`,
    );
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account) chownSync(folder, account.uid, account.gid);
  writeFileSync(join(dataDir, 'postgres-folder'), `${folder}\n`);
  return { folder, account, binariesParent: account ? SYSTEM_PARENT : null };
}

/** Readable for people who look into /var/lib/teabreak, unique by the path's hash. */
function nameFor(dataDir: string): string {
  const hash = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  return `${basename(dirname(dataDir)).replace(/[^\w-]/gu, '') || 'data'}-${hash}`;
}

function everyoneMayEnter(path: string): boolean {
  const open = (statSync(path).mode & 0o001) !== 0;
  return open && (dirname(path) === path || everyoneMayEnter(dirname(path)));
}

function nobody(): Account {
  const entry = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((row) => row.split(':'))
    .find(([name]) => name === 'nobody');
  return { uid: Number(entry?.[2] ?? 65_534), gid: Number(entry?.[3] ?? 65_534) };
}
