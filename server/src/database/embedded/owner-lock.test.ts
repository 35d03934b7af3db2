import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownFolder } from './owner-lock.js';
import { startOf } from './processes.js';

describe('F6: the lock of a data folder', () => {
  let folder: string;
  let lock: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'teabreak-lock-'));
    lock = join(folder, 'owner.lock');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('goes to one and is given free', async () => {
    const release = await ownFolder(lock, 'the data');
    await expect(ownFolder(lock, 'the data')).rejects.toThrow(`process ${process.pid}`);
    await release();
    expect(existsSync(lock)).toBe(false);
    await (await ownFolder(lock, 'the data'))();
  });

  it.each([
    ['of a process that is gone', { pid: 2 ** 22 - 1, started: '1' }],
    ['whose id another process has got since', { pid: process.ppid, started: 'long ago' }],
    ['that is unreadable', 'half a li'],
  ])('is taken over when it is one %s', async (_, content) => {
    await writeFile(lock, typeof content === 'string' ? content : JSON.stringify(content));
    const release = await ownFolder(lock, 'the data');
    expect(JSON.parse(await readFile(lock, 'utf8'))).toMatchObject({ pid: process.pid });
    await release();
  });

  it('stays with a living process', async () => {
    await writeFile(lock, JSON.stringify({ pid: process.ppid, started: startOf(process.ppid) }));
    await expect(ownFolder(lock, 'the data')).rejects.toThrow(`process ${process.ppid}`);
  });

  it('is not taken from its new owner by one who releases late', async () => {
    const release = await ownFolder(lock, 'the data');
    await writeFile(lock, JSON.stringify({ pid: process.ppid, started: startOf(process.ppid) }));
    await release();
    expect(existsSync(lock)).toBe(true);
  });

  it('goes to one of twenty who find it stale together', async () => {
    await writeFile(lock, JSON.stringify({ pid: 2 ** 22 - 1, started: '1' }));
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => ownFolder(lock, 'the data')));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
