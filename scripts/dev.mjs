import { existsSync } from 'node:fs';
import { ensureServerBuilt } from './lib/build.mjs';
import { inRoot, tool } from './lib/project.mjs';
import { script } from './lib/script.mjs';
import { run, StepFailed, stopChildren } from './lib/step.mjs';

const watch = ['-p', 'tsconfig.build.json', '--watch', '--preserveWatchOutput'];
const pages = 'http://localhost:5173';

/** Compilers and the server watch; the pages' own server hands /api and /socket.io on to ours. */
const programs = [
  { name: 'shared', cwd: inRoot('shared'), command: tool('.', 'tsc'), args: watch },
  { name: 'server', cwd: inRoot('server'), command: tool('.', 'tsc'), args: watch },
  {
    name: 'node',
    cwd: inRoot(),
    command: process.execPath,
    args: ['--enable-source-maps', '--watch', '--watch-preserve-output', 'server/dist/main.js'],
    // The browser's origin is the pages' server; links and the check of origins must know.
    env: { NODE_ENV: 'development', BASE_URL: pages },
  },
  { name: 'web', cwd: inRoot('web'), command: tool('web', 'vite'), args: ['--port', '5173', '--strictPort'] },
];

await script(async () => {
  if (existsSync(inRoot('.env'))) process.loadEnvFile(inRoot('.env'));
  await ensureServerBuilt();
  console.log(`\nOpen ${pages} when the pages are ready. Ctrl+C ends everything.\n`);
  const width = Math.max(...programs.map(({ name }) => name.length));
  const ended = programs.map(async ({ name, command, args, cwd, env }) => {
    const onLine = (line) => console.log(`${name.padEnd(width)} │ ${line}`);
    const code = await run(command, args, { cwd, env: { ...process.env, ...env }, onLine });
    return { name, code };
  });
  const { name, code } = await Promise.race(ended);
  stopChildren();
  await Promise.all(ended);
  throw new StepFailed(`${name} ended (exit code ${code}), so everything was stopped.`);
});
