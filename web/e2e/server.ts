import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const START_MS = 60_000;
const program = path.resolve(import.meta.dirname, '../../server/dist/main.js');

export interface Server {
  /** Without a slash at its end. */
  origin: string;
  /** As the terminal shows it to whoever starts the server for the first time. */
  setupLink: string;
  stop: () => Promise<void>;
}

/** The built server as a process of its own, with a fresh database in a folder that goes away with it. */
export async function startServer(): Promise<Server> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'teabreak-journey-'));
  // The database's own user must get in where PostgreSQL may not run as root.
  await chmod(dataDir, 0o755);
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [program], {
    env: {
      PATH: process.env.PATH ?? '',
      PORT: String(port),
      BASE_URL: origin,
      DATA_DIR: dataDir,
      NODE_ENV: 'production',
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = async () => {
    const ended = child.exitCode === null ? once(child, 'exit') : undefined;
    child.kill('SIGTERM');
    await ended;
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    return { origin, setupLink: await setupLinkOf(child), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The link comes last, after everything that could go wrong. */
function setupLinkOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = () => reject(new Error(`The server did not start:\n${said}`));
    const timer = setTimeout(fail, START_MS);
    child.once('exit', fail);
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk) => {
        said += String(chunk);
        const link = /http\S+\/setup#\S+(?=\s)/u.exec(said)?.[0];
        if (!link) return;
        clearTimeout(timer);
        resolve(link);
      });
  });
}

/** Below the range the system hands out by itself, where a connection could take it between asking and using. */
async function freePort(): Promise<number> {
  for (let tries = 0; tries < 50; tries += 1) {
    const port = 21_000 + Math.floor(Math.random() * 9000);
    const probe = createServer();
    const free = await new Promise<boolean>((resolve) => {
      probe.once('error', () => resolve(false));
      probe.listen(port, '0.0.0.0', () => resolve(true));
    });
    if (!free) continue;
    probe.close();
    await once(probe, 'close');
    return port;
  }
  throw new Error('No free port');
}
