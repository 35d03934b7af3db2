import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { TEST_ORIGIN, until } from './test-app.js';

interface Services {
  databaseUrl: string;
  redisUrl?: string;
}

/** The real server in a process of its own, on an outside database; after a kill it comes back on the same port. */
export class NodeProcess {
  private child: ChildProcess | null = null;
  private said = '';
  private closed = false;
  /** What it logged as an error, over all its lives. */
  readonly complaints: string[] = [];

  private constructor(
    readonly port: number,
    private readonly services: Services,
  ) {}

  static async start(services: Services): Promise<NodeProcess> {
    const node = new NodeProcess(await freePort(), services);
    await node.start();
    return node;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get isUp(): boolean {
    return this.child !== null && this.child.exitCode === null && this.said.includes('Teabreak is ready');
  }

  async start(): Promise<void> {
    if (this.closed) return;
    this.said = '';
    const { databaseUrl, redisUrl } = this.services;
    const child = spawn(process.execPath, ['--import', './test/register-typescript.mjs', 'src/main.ts'], {
      cwd: resolve(import.meta.dirname, '..'),
      env: {
        PATH: process.env.PATH ?? '',
        NODE_ENV: 'test',
        LOG_LEVEL: 'error',
        DEMO: 'off',
        PORT: String(this.port),
        BASE_URL: TEST_ORIGIN,
        DATA_DIR: this.dataDir,
        DATABASE_URL: databaseUrl,
        ...(redisUrl && { REDIS_URL: redisUrl }),
      },
    });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => this.hear(String(chunk)));
    this.child = child;
    await until(() => this.isUp || child.exitCode !== null || child.signalCode !== null, 200_000);
    if (!this.isUp && !this.closed) throw new Error(`It ended while it started: ${this.said}`);
  }

  /** SIGKILL: no goodbye to anybody. */
  async end(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
    const { child } = this;
    this.child = null;
    if (child === null || child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.end();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  /** Megabytes of memory that it holds now; null where the system does not tell. */
  async megabytes(): Promise<number | null> {
    const status = await readFile(`/proc/${this.child?.pid}/status`, 'utf8').catch(() => '');
    const kilobytes = /^VmRSS:\s+(\d+) kB$/mu.exec(status)?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  }

  private get dataDir(): string {
    return join(tmpdir(), `teabreak-node-${this.port}`);
  }

  private hear(text: string): void {
    this.said += text;
    this.complaints.push(...text.split('\n').filter((line) => /"level":(?:50|60)|uncaught|unhandled/u.test(line)));
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
