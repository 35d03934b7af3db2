import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { until } from './test-app.js';

/** False where there is no redis-server on the path; what needs one then says so and is skipped. */
const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

/** `describe` where there is a Redis, a loud skip elsewhere. */
export const describeWithRedis: jest.Describe = hasRedis ? describe : (skipLoudly as jest.Describe);

function skipLoudly(name: string, tests: () => void): void {
  process.stderr.write(`\n!!! SKIPPED, because redis-server is not installed here: ${name}\n\n`);
  describe.skip(name, tests);
}

/** A Redis in a process of its own that keeps nothing, so that it comes back empty. */
export class TestRedis {
  private child: ChildProcess | null = null;

  private constructor(private readonly port: number) {}

  static async start(): Promise<TestRedis> {
    const redis = new TestRedis(await freePort());
    await redis.start();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const settings = ['--port', String(this.port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    const child = spawn('redis-server', settings, { stdio: ['ignore', 'pipe', 'ignore'] });
    let said = '';
    child.stdout.on('data', (chunk) => (said += String(chunk)));
    this.child = child;
    await until(() => said.includes('Ready to accept connections'));
  }

  /** kill -9: no goodbye to anybody. */
  async kill(): Promise<void> {
    const { child } = this;
    this.child = null;
    if (child === null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
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
