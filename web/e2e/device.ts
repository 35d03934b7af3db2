import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { AxeResults, RunOptions } from 'axe-core';
import type { BrowserContext, BrowserContextOptions, ConsoleMessage, Locator, Page } from 'playwright-core';
import type { Stage } from './journey.js';
import { type Language, type Say, wordsIn } from './words.js';

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** A machine that does other work as well may stand still for seconds. */
const PATIENCE_MS = 60_000;
const WECHAT =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 ' +
  'MicroMessenger/8.0.50(0x18003237) NetType/WIFI Language/zh_CN';

/** Somebody's phone or laptop: one page in a browser profile of its own, and all that went wrong on it. */
export interface Device {
  name: string;
  language: Language;
  say: Say;
  origin: string;
  /** Where its pictures are kept. */
  folder: string;
  page: Page;
  context: BrowserContext;
  /** Requests to other origins, console errors, refused scripts, findings of axe. Empty at the end of a good journey. */
  problems: string[];
  /** How often the person touched it. */
  taps: number;
  /** Console errors that are part of the story now, such as those of a phone in a tunnel. */
  tolerate: RegExp | null;
}

type Kind = 'phone' | 'wechat' | 'laptop' | 'projector';
const LOOKS: Record<Kind, BrowserContextOptions> = {
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  wechat: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  laptop: { viewport: { width: 1280, height: 800 } },
  projector: { viewport: { width: 1920, height: 1080 } },
};

export async function openDevice(stage: Stage, name: string, kind: Kind, language: Language = 'en'): Promise<Device> {
  const context = await stage.browser.newContext({
    ...LOOKS[kind],
    locale: language,
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    ...(kind === 'wechat' && { userAgent: WECHAT }),
  });
  context.setDefaultTimeout(PATIENCE_MS);
  if (kind === 'wechat') await context.addInitScript(takeAwayWhatWeChatLacks);
  const page = await context.newPage();
  const device: Device = {
    ...{ name, language, page, context, origin: stage.server.origin, folder: stage.folder, say: wordsIn(language) },
    ...{ problems: [], taps: 0, tolerate: null },
  };
  watch(device);
  stage.devices.push(device);
  return device;
}

function takeAwayWhatWeChatLacks(): void {
  for (const name of ['mediaDevices', 'clipboard', 'serviceWorker', 'share'])
    Object.defineProperty(Navigator.prototype, name, { get: () => undefined, configurable: true });
}

/** P3: nothing may load from another origin, and nothing may complain. */
function watch(device: Device): void {
  const { context, problems, origin } = device;
  const note = (text: string) => {
    if (!device.tolerate?.test(text)) problems.push(text);
  };
  context.on('request', (request) => {
    const url = request.url();
    if (!/^(data|blob):/u.test(url) && new URL(url).origin !== origin) note(`request to another origin: ${url}`);
  });
  context.on('console', (message: ConsoleMessage) => {
    if (['error', 'warning'].includes(message.type()))
      note(`console on ${message.page()?.url()}: ${message.text()} ${message.location().url}`);
  });
  // A busy server asks to come back (503), and the page does: a fault only when it is not answered then.
  context.on('response', (response) => {
    const asked = `status of 503 (Service Unavailable) ${response.url()}`;
    const at = response.ok() ? problems.findIndex((problem) => problem.endsWith(asked)) : -1;
    if (at !== -1) problems.splice(at, 1);
  });
  context.on('weberror', (error) => note(`error on ${device.page.url()}: ${error.error().stack}`));
}

/** A finger on a phone, a mouse on a laptop. */
export async function tap(device: Device, target: Locator): Promise<void> {
  device.taps += 1;
  const { hasTouch } = await target.page().evaluate(() => ({ hasTouch: navigator.maxTouchPoints > 0 }));
  await (hasTouch ? target.tap() : target.click());
}

export const button = (device: Device, name: string): Locator => device.page.getByRole('button', { name, exact: true });
export const link = (device: Device, name: string): Locator => device.page.getByRole('link', { name, exact: true });

/** Within the app, so that nothing is loaded anew. */
export async function goTo(device: Device, address: string): Promise<void> {
  await device.page.goto(address.startsWith('http') ? address : device.origin + address);
  await device.page.locator('h1').first().waitFor();
}

/**
 * Does what leads to another page of the app and waits until that one stands there: while its parts are on their way, the one before stays.
 */
export async function turnPage({ page }: Device, act: () => Promise<void>): Promise<void> {
  await page
    .locator('h1')
    .first()
    .evaluate((heading) => heading.setAttribute('data-before', ''));
  await act();
  await page.locator('h1:not([data-before])').first().waitFor();
}

/** What the person's own session may read, past the pages: the server must keep secrets, not the page. */
export async function fetched(device: Device, address: string): Promise<string> {
  return (await device.context.request.get(device.origin + address)).text();
}

/** What stands on the screen, once its pictures are there. */
export async function photo({ page }: Device): Promise<Buffer> {
  await page.locator('img').first().waitFor();
  await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
  return page.screenshot();
}

/**
 * Stops for a moment: keeps a picture and lets axe go over the page, by day and by night. What axe finds goes to the problems, so that one
 * finding does not hide the rest of the journey.
 */
export async function look(device: Device, step: string): Promise<void> {
  const { page, say } = device;
  await page.waitForFunction((loading) => {
    const waiting = [...document.querySelectorAll('[role="status"]')].some((one) => one.textContent === loading);
    return !waiting && document.querySelector('h1') !== null;
  }, say('common:loading'));
  await page.waitForFunction(() => document.fonts.status === 'loaded' && !document.querySelector('[aria-busy="true"]'));
  await settled(page);
  await inspect(device, step, {});
  await keep(device, step);
  await page.emulateMedia({ colorScheme: 'dark' });
  await settled(page);
  await inspect(device, `${step} (dark)`, { runOnly: ['color-contrast'] });
  await keep(device, `${step}-dark`);
  await page.emulateMedia({ colorScheme: null });
}

/** Colours that change softly have changed. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise(requestAnimationFrame);
    const endless = (animation: Animation) =>
      animation.effect?.getComputedTiming().iterations === Number.POSITIVE_INFINITY;
    await Promise.allSettled(
      document
        .getAnimations()
        .filter((one) => !endless(one))
        .map(({ finished }) => finished),
    );
  });
}

async function keep({ page, name, language, folder }: Device, step: string): Promise<void> {
  await page.screenshot({ path: path.join(folder, `${step}.${name}.${language}.png`) });
}

declare const axe: { run: (options: RunOptions) => Promise<AxeResults> };

async function inspect(device: Device, step: string, options: RunOptions): Promise<void> {
  const { page, problems } = device;
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  const { violations } = await page.evaluate((how) => axe.run(how), {
    ...options,
    resultTypes: ['violations' as const],
  });
  for (const { id, help, nodes } of violations) {
    const where = nodes.slice(0, 3).map(({ html, any }) => `${html.slice(0, 160)} ${any[0]?.message ?? ''}`);
    problems.push(`axe at ${step} (${new URL(page.url()).pathname}): ${id}: ${help}\n    ${where.join('\n    ')}`);
  }
}
