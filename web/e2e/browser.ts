import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

const run = promisify(execFile);
const packagePath = createRequire(import.meta.url).resolve('@sparticuz/chromium');
const webRoot = path.resolve(import.meta.dirname, '..');

/** Where a browser is, and what its process must see in its environment. */
interface BrowserBinary {
  executablePath: string;
  env: Record<string, string>;
}

/**
 * The package unpacks into the system's temporary folder of its own process, and brings shared libraries only where it
 * believes itself on Amazon Linux. A child process with both set unpacks everything where we want it; the rename
 * makes the result appear whole or not at all, so that two runs at once need no lock.
 */
async function unpack(target: string): Promise<void> {
  await mkdir(path.dirname(target), { recursive: true });
  const unfinished = await mkdtemp(`${target}-`);
  try {
    const script =
      'const { default: chromium } = await import("@sparticuz/chromium"); await chromium.executablePath();';
    await run(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: webRoot,
      env: { ...process.env, NODE_OPTIONS: '', TMPDIR: unfinished, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
    });
    await writeFile(path.join(unfinished, 'fonts.conf'), fontConfiguration(target));
    await rename(unfinished, target);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
}

/** The system's own fonts where there are any (Chinese ones are not in the package), then the packaged ones. */
function fontConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>/usr/share/fonts</dir>
  <dir>${folder}/fonts/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
}

async function starts(executablePath: string, env: Record<string, string>): Promise<boolean> {
  return run(executablePath, ['--version', '--no-sandbox'], { env: { ...process.env, ...env } }).then(
    () => true,
    () => false,
  );
}

async function findBinary(): Promise<BrowserBinary> {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) return { executablePath: chosen, env: {} };
  const manifest = path.resolve(path.dirname(packagePath), '../../package.json');
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
  const folder = path.join(webRoot, 'node_modules/.cache', `chromium-${version}`);
  if (!existsSync(folder)) await unpack(folder);
  const executablePath = path.join(folder, 'chromium');
  const fonts = { FONTCONFIG_FILE: path.join(folder, 'fonts.conf') };
  if (await starts(executablePath, fonts)) return { executablePath, env: fonts };
  return { executablePath, env: { ...fonts, LD_LIBRARY_PATH: path.join(folder, 'al2023/lib') } };
}

/**
 * A headless Chromium: `CHROMIUM_PATH`, or the one that comes from npm (Linux on x64), which needs no system package.
 * The caller closes it.
 */
export async function launchBrowser(extraArguments: string[] = []): Promise<Browser> {
  const { executablePath, env } = await findBinary();
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-dev-shm-usage',
      ...extraArguments,
    ],
    env: { ...Object.fromEntries(inherited), ...env },
  });
}
