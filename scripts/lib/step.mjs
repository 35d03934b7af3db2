import { spawn } from 'node:child_process';
import { root } from './project.mjs';

const lively = process.stdout.isTTY === true;
const stillEvery = 15_000;
const shownOnFailure = 40;
/** Steps that run now: title → when it began and the last line it printed. */
const running = new Map();
const children = new Set();
let ticker;

/** A step failed; what it printed has been shown already. */
export class StepFailed extends Error {}

export const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

function draw() {
  const parts = [...running].map(([title, { began, last }]) => `${title} ${seconds(began)}${last ? ` · ${last}` : ''}`);
  process.stdout.write(`\r\x1b[2K${parts.join('   ').slice(0, (process.stdout.columns ?? 80) - 1)}`);
}

function tick() {
  if (lively) return draw();
  for (const [title, step] of running) {
    if (performance.now() - step.said < stillEvery) continue;
    step.said = performance.now();
    console.log(`  … ${title}: ${seconds(step.began)} so far${step.last ? ` (${step.last})` : ''}`);
  }
}

function say(line) {
  if (lively) process.stdout.write('\r\x1b[2K');
  console.log(line);
}

/** Shows that `work` is going on and how long it takes. `work` gets a function that takes its latest line of output. */
export async function step(title, work) {
  const state = { began: performance.now(), said: performance.now(), last: '' };
  running.set(title, state);
  if (!lively) say(`  → ${title}`);
  ticker ??= setInterval(tick, lively ? 200 : 1000);
  try {
    const result = await work((line) => {
      state.last = line;
    });
    running.delete(title);
    say(`  ✓ ${title} (${seconds(state.began)})`);
    return result;
  } catch (error) {
    running.delete(title);
    say(`  ✗ ${title} (${seconds(state.began)})`);
    throw error;
  } finally {
    if (running.size === 0) {
      clearInterval(ticker);
      ticker = undefined;
    }
  }
}

/**
 * Runs a program and resolves to its exit code. The child leads a process group of its own, so that stopping this
 * process (see stopChildren) reaches the grandchildren that npx and package scripts start.
 */
export function run(command, args, { cwd = root, env = process.env, onLine, timeout, input = 'ignore' } = {}) {
  return new Promise((resolve, reject) => {
    const windows = process.platform === 'win32';
    const output = onLine ? 'pipe' : 'inherit';
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: [input, output, output],
      detached: !windows,
      shell: windows,
    });
    children.add(child);
    const overdue = timeout && setTimeout(() => kill(child, 'SIGKILL'), timeout);
    for (const stream of onLine ? [child.stdout, child.stderr] : []) {
      let rest = '';
      stream.setEncoding('utf8').on('data', (chunk) => {
        const lines = (rest + chunk).split(/[\r\n]+/);
        rest = lines.pop();
        for (const line of lines) if (line.trim()) onLine(line);
      });
      stream.on('end', () => rest.trim() && onLine(rest));
    }
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(overdue);
      children.delete(child);
      resolve(signal ? 1 : code);
    });
  });
}

/** A step that is one program: silent when it works, the end of its output when it does not. */
export function programStep(title, command, args, options = {}) {
  return step(title, async (report) => {
    const lines = [];
    const onLine = (line) => {
      lines.push(line);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape sequences of colours begin with one
      report(line.replace(/\x1b\[[0-9;]*m/g, '').trim());
    };
    const code = await run(command, args, { ...options, onLine });
    if (code === 0) return;
    say(lines.slice(-(options.shown ?? shownOnFailure)).join('\n'));
    throw new StepFailed(`${title} failed (exit code ${code})`);
  });
}

/** Waits for all, so that no child is left behind when one fails; then throws the first failure. */
export async function together(...work) {
  const outcomes = await Promise.allSettled(work);
  const failed = outcomes.find(({ status }) => status === 'rejected');
  if (failed) throw failed.reason;
}

function kill(child, signal) {
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** Ends everything that `run` started. */
export function stopChildren(signal = 'SIGTERM') {
  for (const child of children) kill(child, signal);
}

/** From now on an interrupted script takes its children along. Returns how to undo it. */
export function stopChildrenOnSignal() {
  const handlers = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal, index) => {
    const handler = () => {
      stopChildren();
      process.exit(128 + [2, 15, 1][index]);
    };
    process.on(signal, handler);
    return [signal, handler];
  });
  return () => {
    for (const [signal, handler] of handlers) process.off(signal, handler);
  };
}
