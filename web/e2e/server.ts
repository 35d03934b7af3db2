import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const START_MS = 150_000;
/** It comes last, after everything that could go wrong. */
const SETUP_LINK = /http\S+\/setup#\S+(?=\s)/u;
const READY = /Teabreak is ready/u;
const shiftedClock = path.join(import.meta.dirname, 'shifted-clock.mjs');
const program = path.resolve(import.meta.dirname, '../../server/dist/main.js');

export interface Server {
  /** Without a slash at its end. */
  origin: string;
  /** As the terminal shows it to whoever starts the server for the first time. */
  setupLink: string;
  /** Killed without a word, as by a power cut, and started again on the same data and port; its clock may be that much ahead. */
  restart: (later?: { days?: number; minutes?: number }) => Promise<void>;
  stop: () => Promise<void>;
}

/** The built server as a process of its own, with a fresh database in a folder that goes away with it. */
export async function startServer(): Promise<Server> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'teabreak-journey-'));
  // The database's own user must get in where PostgreSQL may not run as root.
  await chmod(dataDir, 0o755);
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const launch = (laterMs = 0) =>
    spawn(process.execPath, [...(laterMs ? ['--import', shiftedClock] : []), program], {
      env: {
        ...(laterMs && { CLOCK_SHIFT_MS: String(laterMs) }),
        PATH: process.env.PATH ?? '',
        PORT: String(port),
        BASE_URL: origin,
        DATA_DIR: dataDir,
        NODE_ENV: 'production',
        LOG_LEVEL: 'error',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  let child = launch();
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined;
    child.kill(signal);
    await ended;
  };
  const stop = async () => {
    await end('SIGTERM');
    await rm(dataDir, { recursive: true, force: true });
  };
  const restart = async ({ days = 0, minutes = 0 } = {}) => {
    await end('SIGKILL');
    child = launch((days * 1440 + minutes) * 60_000);
    await saidBy(child, READY);
  };
  try {
    return { origin, setupLink: await saidBy(child, SETUP_LINK), restart, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Waits for what the terminal shows. */
function saidBy(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = () => reject(new Error(`The server did not start:\n${said}`));
    const timer = setTimeout(fail, START_MS);
    child.once('exit', fail);
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk) => {
        said += String(chunk);
        const found = pattern.exec(said)?.[0];
        if (!found) return;
        clearTimeout(timer);
        resolve(found);
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
