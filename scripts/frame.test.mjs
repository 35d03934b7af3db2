import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { hashOf, inRoot, sourceFiles } from './lib/project.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'scripts-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const lib = (name) => JSON.stringify(pathToFileURL(inRoot('scripts/lib', name)).href);
const evaluate = (code) => ['--input-type=module', '--eval', code];
const isAlive = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('the frame of the commands', () => {
  it('says in one sentence that Node is too old', () => {
    const code = `
      Object.defineProperty(process.versions, 'node', { value: '20.18.9' });
      const { script } = await import(${lib('script.mjs')});
      await script(() => console.log('went on'));`;
    const { status, stdout, stderr } = spawnSync(process.execPath, evaluate(code), { encoding: 'utf8' });
    assert.equal(status, 1);
    assert.match(stderr, /^Teabreak needs Node\.js >=20\.19/);
    assert.equal(stderr.trim().split('\n').length, 1);
    assert.doesNotMatch(stdout, /went on/);
  });

  it('shows what a failed step printed, and ends with 1', () => {
    const code = `
      import { script } from ${lib('script.mjs')};
      import { programStep } from ${lib('step.mjs')};
      const noisy = "for (let i = 0; i < 100; i++) console.log('line ' + i + '.'); console.error('the reason'); process.exit(3)";
      await script(() => programStep('Doing it', process.execPath, ['-e', noisy]));`;
    const { status, stdout, stderr } = spawnSync(process.execPath, evaluate(code), { encoding: 'utf8' });
    assert.equal(status, 1);
    assert.match(stdout, /→ Doing it/);
    assert.match(stdout, /✗ Doing it \(\d+\.\d s\)/);
    assert.match(stdout, /line 99\./);
    assert.doesNotMatch(stdout, /line 20\./);
    assert.match(`${stdout}${stderr}`, /the reason/);
    assert.match(stderr, /Doing it failed \(exit code 3\)/);
  });

  it('is silent about the output of a step that works', () => {
    const code = `
      import { programStep } from ${lib('step.mjs')};
      await programStep('Doing it', process.execPath, ['-e', 'console.log("chatter")']);`;
    const { status, stdout } = spawnSync(process.execPath, evaluate(code), { encoding: 'utf8' });
    assert.equal(status, 0);
    assert.match(stdout, /✓ Doing it/);
    assert.doesNotMatch(stdout, /chatter/);
  });

  it('takes its children along, and their children', { skip: process.platform === 'win32' }, async () => {
    const grandchild = "console.log('pid ' + process.pid); setInterval(() => {}, 1000)";
    const code = `
      import { script } from ${lib('script.mjs')};
      import { run } from ${lib('step.mjs')};
      await script(() => run('sh', ['-c', '"$0" -e "$1"; true', process.execPath, ${JSON.stringify(grandchild)}]));`;
    const parent = spawn(process.execPath, evaluate(code), { stdio: ['ignore', 'pipe', 'inherit'] });
    const pid = await new Promise((resolve) => {
      parent.stdout.on('data', (chunk) => resolve(Number(String(chunk).match(/pid (\d+)/)?.[1])));
    });
    assert.ok(isAlive(pid));
    parent.kill('SIGTERM');
    const exitCode = await new Promise((resolve) => parent.once('exit', resolve));
    assert.equal(exitCode, 143);
    for (let waited = 0; isAlive(pid) && waited < 600; waited += 1) await sleep(100);
    assert.equal(isAlive(pid), false);
  });

  it('gets the signal that npm gives only to its shell', { skip: process.platform === 'win32' }, async () => {
    const code = `
      import { endWithParent } from ${lib('parent.mjs')};
      process.on('SIGTERM', () => { console.log('goodbye'); process.exit(0); });
      setInterval(() => {}, 1000);
      endWithParent();
      console.log('pid ' + process.pid);`;
    const shell = spawn('sh', ['-c', '"$0" --input-type=module --eval "$1"; true', process.execPath, code], {
      env: { ...process.env, npm_lifecycle_event: 'start' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    shell.stdout.on('data', (chunk) => {
      said += chunk;
      if (said.includes('pid')) shell.kill('SIGKILL');
    });
    await new Promise((resolve) => shell.stdout.once('end', resolve));
    assert.match(said, /goodbye/);
  });

  it('lets only one process build, and takes over from a dead one', async () => {
    const code = (name) => `
      import { appendFileSync } from 'node:fs';
      import { alone } from ${lib('lock.mjs')};
      const say = (word) => appendFileSync(${JSON.stringify(path.join(folder, 'trail'))}, word + ' ');
      await alone(async () => { say('${name}<'); await new Promise((done) => setTimeout(done, 300)); say('>${name}'); }, ${JSON.stringify(folder)});`;
    const lockFile = path.join(folder, 'lock');
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    writeFileSync(lockFile, String(dead));
    const both = ['a', 'b'].map((name) => spawn(process.execPath, evaluate(code(name)), { stdio: 'ignore' }));
    const codes = await Promise.all(both.map((child) => new Promise((resolve) => child.once('exit', resolve))));
    assert.deepEqual(codes, [0, 0]);
    assert.match(readFileSync(path.join(folder, 'trail'), 'utf8'), /^(a< >a b< >b|b< >b a< >a) $/);
    assert.equal(existsSync(lockFile), false);
  });
});

describe('what decides whether to build again', () => {
  const file = (name) => path.join(folder, name);

  it('is names and contents, not times; tests do not matter', () => {
    writeFileSync(file('a.ts'), '1');
    writeFileSync(file('a.test.ts'), '1');
    const files = () => sourceFiles(folder).filter((name) => name.endsWith('.ts'));
    const before = hashOf(files());
    writeFileSync(file('a.ts'), '1');
    writeFileSync(file('a.test.ts'), '2');
    assert.equal(hashOf(files()), before);
    writeFileSync(file('a.ts'), '2');
    assert.notEqual(hashOf(files()), before);
    writeFileSync(file('a.ts'), '1');
    writeFileSync(file('b.ts'), '');
    assert.notEqual(hashOf(files()), before);
    assert.notEqual(hashOf([], 'one'), hashOf([], 'two'));
  });
});
