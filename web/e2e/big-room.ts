import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { BrowserContext, Page } from 'playwright-core';

/** A server with a room full of people, and the cookie of one of them. */
export interface BigRoom {
  origin: string;
  slug: string;
  cookie: { name: string; value: string };
  count: number;
  /** From now on so many people a second begin or end a talk. */
  stir: (perSecond: number) => void;
  stop: () => Promise<void>;
}

const CLOSES_WITHIN_MS = 120_000;
const serverFolder = path.resolve(import.meta.dirname, '../../server');

/** Filled by SQL, within seconds; see server/bench/big-room.ts. */
export async function openBigRoom(count: number): Promise<BigRoom> {
  const child = spawn(process.execPath, ['--import', './bench/register.mjs', 'bench/big-room.ts', String(count)], {
    cwd: serverFolder,
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const line = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line').then(([first]) => String(first)),
    ended.then(([code]) => Promise.reject(new Error(`The room could not be filled (exit ${code})`))),
  ]);
  return {
    ...(JSON.parse(line) as Pick<BigRoom, 'origin' | 'slug' | 'cookie' | 'count'>),
    stir: (perSecond) => void child.stdin.write(`${perSecond}\n`),
    stop: async () => {
      child.stdin.end();
      // What was to be seen has been seen: a room that does not close by itself spoils no journey.
      const patience = setTimeout(() => child.kill('SIGKILL'), CLOSES_WITHIN_MS);
      await ended;
      clearTimeout(patience);
    },
  };
}

/** As the one whose cookie it is. */
export async function enter({ origin, cookie }: BigRoom, context: BrowserContext): Promise<void> {
  await context.addCookies([{ ...cookie, url: origin }]);
}

/** A steady thumb: 60 pixels with each frame the page gets. */
export const scrollFor = (page: Page, milliseconds: number): Promise<void> =>
  page.evaluate(async (duration) => {
    const end = performance.now() + duration;
    await new Promise<void>((resolve) => {
      const step = () => {
        window.scrollBy(0, 60);
        if (performance.now() < end) requestAnimationFrame(step);
        else resolve();
      };
      requestAnimationFrame(step);
    });
  }, milliseconds);

/**
 * The same people as a list that draws them all, in the same look, without any framework: rows are copies of those on the page. Their
 * status changes as often as `perSecond` says, while the page has the focus.
 */
export const showPlainList = (page: Page, count: number, perSecond: number): Promise<void> =>
  page.evaluate(
    ([rows, rate]) => {
      const drawn = [...document.querySelectorAll('li[id^=person]')].map((row) => row.innerHTML);
      const list = document.createElement('ul');
      list.style.cssText = 'display: grid; gap: 12px; padding: 16px';
      list.innerHTML = Array.from({ length: rows }, (_, at) => `<li>${drawn[at % drawn.length]}</li>`).join('');
      document.body.replaceChildren(list);
      const presences = [...list.querySelectorAll('[class*=presence]')];
      setInterval(() => {
        if (!document.hasFocus()) return;
        const status = presences[Math.floor(Math.random() * presences.length)]?.lastChild;
        if (status) status.textContent = status.textContent === 'Talking' ? 'Free to talk' : 'Talking';
      }, 1000 / rate);
    },
    [count, perSecond] as const,
  );
