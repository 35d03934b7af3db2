import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { StartError } from '../../config/start-error.js';
import type { PostgresBinaries } from './binaries.js';
import type { Account } from './place.js';
import { commandOf, isAlive } from './processes.js';

const run = promisify(execFile);
const USER = 'teabreak';
const MAJOR = '18';

/** One PostgreSQL data folder: made when missing, started, found again, stopped. */
export class Cluster {
  private readonly data: string;
  private readonly passwordFile: string;
  private readonly log: string;
  private password = '';

  constructor(
    private readonly folder: string,
    private readonly binaries: PostgresBinaries,
    private readonly account: Account | null,
    /** False: nothing is flushed to the disk. */
    private readonly durable: boolean,
  ) {
    this.data = join(folder, 'cluster');
    this.passwordFile = join(folder, 'password');
    this.log = join(folder, 'postgres.log');
  }

  get isNew(): boolean {
    return !existsSync(join(this.data, 'PG_VERSION'));
  }

  /** Makes the data folder. It appears complete or not at all. */
  async create(): Promise<void> {
    const partial = `${this.data}.partial`;
    await rm(partial, { recursive: true, force: true });
    await rm(this.data, { recursive: true, force: true });
    await writeFile(this.passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
    if (this.account) await chown(this.passwordFile, this.account.uid, this.account.gid);
    await this.exec(this.binaries.initdb, [
      `--pgdata=${partial}`,
      `--username=${USER}`,
      `--pwfile=${this.passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      ...(this.durable ? [] : ['--no-sync']),
    ]);
    await rename(partial, this.data);
  }

  /** Starts the server, or finds the one that a killed parent has left running. Resolves to its port, `wanted` if given. */
  async start(wanted?: number): Promise<{ port: number; found: boolean }> {
    await this.checkVersion();
    this.password = (await readFile(this.passwordFile, 'utf8')).trim();
    const running = await this.findRunning();
    if (running !== null) return { port: running, found: true };
    for (let attempt = 1; ; attempt += 1) {
      const port = wanted ?? (await freePort());
      try {
        await this.exec(this.binaries.pg_ctl, [
          'start',
          '-w',
          '-t',
          '60',
          '-s',
          '-D',
          this.data,
          '-l',
          this.log,
          '-o',
          this.options(port),
        ]);
        return { port, found: false };
      } catch (error) {
        // Between choosing the port and using it somebody else may have taken it.
        if (attempt === 3)
          throw new StartError(`The embedded PostgreSQL did not start. ${await this.lastWords()}`, { cause: error });
      }
    }
  }

  /** Whether its process lives; what it answers is not asked. */
  async isRunning(): Promise<boolean> {
    const [pid] = await this.pidFile();
    return pid !== undefined && isAlive(pid) && this.isPostgres(pid);
  }

  async stop(): Promise<void> {
    await this.exec(this.binaries.pg_ctl, ['stop', '-w', '-t', '20', '-s', '-m', 'fast', '-D', this.data]);
  }

  url(port: number, database: string): string {
    return `postgres://${USER}:${this.password}@127.0.0.1:${port}/${database}`;
  }

  /** The port of a server that is already running on this folder. Waits while one starts or stops. */
  private async findRunning(): Promise<number | null> {
    for (let waited = 0; waited < 600; waited += 1) {
      const [pid, , , port] = await this.pidFile();
      if (pid === undefined) return null;
      if (!isAlive(pid)) return null;
      if (!this.isPostgres(pid)) {
        // The id belongs to another program now; PostgreSQL itself would only see that it is alive.
        await rm(join(this.data, 'postmaster.pid'), { force: true });
        return null;
      }
      if (port && (await this.answers(port))) return port;
      await sleep(100);
    }
    throw new StartError(`A PostgreSQL is running on ${this.data} but does not answer. ${await this.lastWords()}`);
  }

  private async pidFile(): Promise<(number | undefined)[]> {
    const text = await readFile(join(this.data, 'postmaster.pid'), 'utf8').catch(() => '');
    return text === '' ? [] : text.split('\n').map((line) => Number.parseInt(line, 10) || undefined);
  }

  private isPostgres(pid: number): boolean {
    const command = commandOf(pid);
    return command === '' || command.includes(this.data);
  }

  private async answers(port: number): Promise<boolean> {
    const client = new pg.Client({ connectionString: this.url(port, 'postgres'), connectionTimeoutMillis: 1000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
      return rows[0]?.data_directory === this.data;
    } catch {
      return false;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  private async checkVersion(): Promise<void> {
    const version = (await readFile(join(this.data, 'PG_VERSION'), 'utf8')).trim();
    if (version !== MAJOR)
      throw new StartError(
        `${this.data} was made by PostgreSQL ${version}; this Teabreak brings ${MAJOR}. Start the Teabreak that made it, export, and import here.`,
      );
  }

  /** Only this machine can reach it, and only over TCP: the path of a Unix socket may be too long. */
  private options(port: number): string {
    const settings = {
      port: String(port),
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      max_connections: '200',
      ...(!this.durable && { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
    };
    return Object.entries(settings)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' ');
  }

  private exec(file: string, parameters: string[]): Promise<unknown> {
    return run(file, parameters, {
      cwd: this.folder,
      ...(this.account ?? {}),
      windowsHide: true,
      env: {
        PATH: process.env.PATH ?? '',
        LC_ALL: 'C',
        ...(process.env.SystemRoot && { SystemRoot: process.env.SystemRoot }),
      },
    });
  }

  private async lastWords(): Promise<string> {
    const text = await readFile(this.log, 'utf8').catch(() => '');
    return `Its log, ${this.log}, ends with:\n${text.trim().split('\n').slice(-8).join('\n')}`;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
