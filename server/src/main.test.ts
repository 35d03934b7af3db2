import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { faultProxy } from '../test/faults.js';
import { until } from '../test/test-app.js';
import { createTestDatabase } from '../test/test-database.js';
import { migrations } from './database/migrations/index.js';

/** A start, on a machine that may stand still for seconds or start five at once. */
const PATIENCE_MS = 100_000;

interface Run {
  child: ChildProcess;
  /** What it has said so far, both streams. */
  said: () => string;
  /** Its exit code, once it has ended. */
  ended: Promise<number | null>;
}

describe('the server process', () => {
  let dataDir: string;
  let port: number;
  const children: ChildProcess[] = [];

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'teabreak-main-'));
    await chmod(dataDir, 0o755);
    port = await freePort();
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    await rm(dataDir, { recursive: true, force: true });
  });

  function run(settings: Record<string, string>): Run {
    const server = resolve(import.meta.dirname, '..');
    const child = spawn(process.execPath, ['--import', './test/register-typescript.mjs', 'src/main.ts'], {
      cwd: server,
      env: { PATH: process.env.PATH ?? '', PORT: String(port), DATA_DIR: dataDir, NODE_ENV: 'test', ...settings },
    });
    children.push(child);
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (text += String(chunk)));
    return { child, said: () => text, ended: once(child, 'exit').then(([code]) => code as number | null) };
  }

  const status = (path: string) =>
    fetch(`http://127.0.0.1:${port}${path}`).then(
      (response) => response.status,
      () => 0,
    );

  it('stops at once when settings are wrong, and names them all', async () => {
    const { ended, said } = run({ PORT: 'tea', LOG_LEVEL: 'loud' });
    expect(await ended).toBe(1);
    expect(said()).toMatch(/PORT must be a whole number[\s\S]*LOG_LEVEL must be one of/u);
    expect(said()).not.toMatch(/\bat .*\.(ts|js):/u);
  });

  it('says that the port is taken, and leaves no database running', async () => {
    const other = createServer().listen(port, '0.0.0.0');
    await once(other, 'listening');
    const { ended, said } = run({});
    expect(await ended).toBe(1);
    expect(said()).toContain(`Port ${port} is already in use`);
    expect(said()).toContain(`PORT=${port + 1}`);
    expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
    other.close();
  });

  it('says that an outside database refuses, without its password', async () => {
    const database = await createTestDatabase();
    const url = new URL(database.url);
    url.password = 'wrong-secret';
    const { ended, said } = run({ DATABASE_URL: url.href });
    expect(await ended).toBe(1);
    expect(said()).toMatch(
      /The PostgreSQL of DATABASE_URL \(127\.0\.0\.1:\d+\) refuses: password authentication failed/u,
    );
    expect(said()).not.toContain('wrong-secret');
    await database.drop();
  });

  it('F13: waits for an outside database, alive but not ready, and ends in order', async () => {
    const database = await createTestDatabase();
    const proxy = await faultProxy(Number(new URL(database.url).port));
    proxy.refuse(true);
    const url = new URL(database.url);
    url.port = String(proxy.port);
    const { child, said, ended } = run({ DATABASE_URL: url.href });
    await until(() => said().includes('Waiting for PostgreSQL'), PATIENCE_MS);
    expect(await status('/api/health/live')).toBe(200);
    expect(await status('/api/health/ready')).toBe(503);
    proxy.refuse(false);
    await until(async () => (await status('/api/health/ready')) === 200, PATIENCE_MS);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    await proxy.close();
    await database.drop();
  });

  it('F18: five that start at once on an empty database make the schema once and agree on one key', async () => {
    const database = await createTestDatabase({ migrated: false });
    const ports = await Promise.all(Array.from({ length: 5 }, freePort));
    const runs = ports.map((own, at) =>
      run({ PORT: String(own), DATA_DIR: join(dataDir, String(at)), DATABASE_URL: database.url }),
    );
    await until(() => runs.every(({ said }) => said().includes('Teabreak is ready')), 2 * PATIENCE_MS);
    expect(runs.filter(({ said }) => said().includes('Updating the database'))).toHaveLength(1);
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query(
      'SELECT (SELECT count(*)::int FROM migrations) AS migrations, (SELECT count(*)::int FROM instance_secrets) AS keys',
    );
    await client.end();
    expect(rows).toEqual([{ migrations: migrations.length, keys: 1 }]);
    for (const { child } of runs) child.kill('SIGTERM');
    expect(await Promise.all(runs.map(({ ended }) => ended))).toEqual([0, 0, 0, 0, 0]);
    await database.drop();
  }, 400_000);

  it('brings its own database, finds it again after kill -9, and stops it at the end', async () => {
    const first = run({});
    await until(() => first.said().includes('Teabreak is ready'), PATIENCE_MS);
    first.child.kill('SIGKILL');
    await first.ended;
    const pidFile = join(dataDir, 'postgres/cluster/postmaster.pid');
    expect(existsSync(pidFile)).toBe(true);

    const second = run({});
    await until(() => second.said().includes('Teabreak is ready'), PATIENCE_MS);
    expect(second.said()).toContain('It was still running');
    expect(await status('/api/health/ready')).toBe(200);
    second.child.kill('SIGINT');
    expect(await second.ended).toBe(0);
    expect(existsSync(pidFile)).toBe(false);
  }, 300_000);
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
