import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { isAlive } from './embedded/processes.js';
import { startEmbeddedPostgres } from './embedded-postgres.js';

interface Told {
  url: string;
  found: boolean;
  refused?: string;
}

describe('the embedded PostgreSQL', () => {
  let dataDir: string;
  const children: ChildProcess[] = [];

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'teabreak-embedded-'));
    await chmod(dataDir, 0o755);
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    await (await startEmbeddedPostgres({ dataDir, dataDirChosen: true, durable: false }).catch(() => null))?.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  /** Starts an owner in a process of its own and resolves to what it says first. */
  async function owner(): Promise<Told & { child: ChildProcess }> {
    const child = fork(resolve(import.meta.dirname, '../../test/embedded-owner.mjs'), [dataDir], { execArgv: [] });
    children.push(child);
    const [told] = (await once(child, 'message')) as [Told];
    return { ...told, child };
  }

  const postmasterPid = async () =>
    Number.parseInt(await readFile(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8'), 10);

  it('is PostgreSQL 18 in UTF-8, behind a password, on the loopback address only', async () => {
    const postgres = await startEmbeddedPostgres({ dataDir, dataDirChosen: true, durable: false });
    expect(await ask(postgres.url, "SELECT current_setting('server_version_num')::int / 10000 AS answer")).toBe(18);
    expect(await ask(postgres.url, 'SHOW server_encoding', 'server_encoding')).toBe('UTF8');
    expect(await ask(postgres.url, 'SHOW listen_addresses', 'listen_addresses')).toBe('127.0.0.1');
    expect(await ask(postgres.url, "SELECT upper('ä茶') AS answer")).toBe('Ä茶');
    const wrong = new URL(postgres.url);
    wrong.password = 'guess';
    await expect(ask(wrong.href, 'SELECT 1 AS answer')).rejects.toThrow(/password authentication failed/u);
    expect((await stat(join(dataDir, 'postgres/password'))).mode & 0o077).toBe(0);
    await postgres.stop();
    expect(existsSync(join(dataDir, 'postgres/cluster/postmaster.pid'))).toBe(false);
  });

  it('keeps what was written when it is stopped and started', async () => {
    const first = await startEmbeddedPostgres({ dataDir, dataDirChosen: true, durable: false });
    await ask(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    const second = await startEmbeddedPostgres({ dataDir, dataDirChosen: true, durable: false });
    expect(await ask(second.url, 'SELECT answer FROM kept')).toBe(42);
    expect(second.found).toBe(false);
    await second.stop();
  });

  it('F5: is found again, not started twice, after kill -9 of its parent', async () => {
    const first = await owner();
    await ask(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    const pid = await postmasterPid();
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');
    expect(isAlive(pid)).toBe(true);

    const second = await owner();
    expect(second).toMatchObject({ found: true, url: first.url });
    expect(await postmasterPid()).toBe(pid);
    expect(await ask(second.url, 'SELECT answer FROM kept')).toBe(42);
    second.child.kill('SIGTERM');
    await once(second.child, 'exit');
    expect(isAlive(pid)).toBe(false);
  });

  it('F6: a second process is refused and told who has the data', async () => {
    const first = await owner();
    const second = await owner();
    expect(second.refused).toContain(
      `Another Teabreak (process ${first.child.pid}) is using the database in ${dataDir}`,
    );
    expect(await ask(first.url, 'SELECT 1 AS answer')).toBe(1);
  });

  it('starts when its pid file names a process that is another program by now', async () => {
    const first = await startEmbeddedPostgres({ dataDir, dataDirChosen: true, durable: false });
    await first.stop();
    const stale = join(dataDir, 'postgres/cluster/postmaster.pid');
    await writeFile(stale, `${process.ppid}\n${join(dataDir, 'postgres/cluster')}\n0\n5432\n\n127.0.0.1\n\n`);
    const second = await startEmbeddedPostgres({ dataDir, dataDirChosen: true, durable: false });
    expect(await ask(second.url, 'SELECT 1 AS answer')).toBe(1);
    await second.stop();
  });

  it('starts after a kill in the middle of making the data folder', async () => {
    const first = await startEmbeddedPostgres({ dataDir, dataDirChosen: true, durable: false });
    await first.stop();
    await rm(join(dataDir, 'postgres/cluster'), { recursive: true });
    await writeFile(join(dataDir, 'postgres/cluster.partial'), 'half');
    const second = await startEmbeddedPostgres({ dataDir, dataDirChosen: true, durable: false });
    expect(await ask(second.url, 'SELECT 1 AS answer')).toBe(1);
    await second.stop();
  });

  it('says plainly that the data are of another PostgreSQL', async () => {
    const first = await startEmbeddedPostgres({ dataDir, dataDirChosen: true, durable: false });
    await first.stop();
    await writeFile(join(dataDir, 'postgres/cluster/PG_VERSION'), '17\n');
    await expect(startEmbeddedPostgres({ dataDir, dataDirChosen: true, durable: false })).rejects.toThrow(
      /made by PostgreSQL 17/u,
    );
  });
});

async function ask(url: string, sql: string, column = 'answer'): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows[0]?.[column];
  } finally {
    await client.end();
  }
}
