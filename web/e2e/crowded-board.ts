import type { Page } from 'playwright-core';
import { type BigRoom, enter, openBigRoom, scrollFor, showPlainList } from './big-room.js';
import { launchBrowser } from './browser.js';
import { type Smoothness, smoothnessOf } from './frames.js';

/** The board of a full room on a slow phone, and beside it a list of the same people that draws them all. */
export interface CrowdedBoard {
  board: () => Promise<Smoothness>;
  plainList: () => Promise<Smoothness>;
  close: () => Promise<void>;
}

const SCROLL_MS = 3000;
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

/** @param slowdown how many times slower than this machine the phone is */
export async function openCrowdedBoard(
  people: number,
  changesPerSecond: number,
  slowdown: number,
): Promise<CrowdedBoard> {
  const [room, browser] = await Promise.all([openBigRoom(people), launchBrowser()]);
  const close = async () => {
    await browser.close();
    await room.stop();
  };
  try {
    const context = await browser.newContext({ ...PHONE, locale: 'en' });
    await enter(room, context);
    const [board, plain] = [
      await openBoard(room, await context.newPage()),
      await openBoard(room, await context.newPage()),
    ];
    await showPlainList(plain, people, changesPerSecond);
    const ours = await measured(board, slowdown);
    return {
      board: async () => {
        room.stir(changesPerSecond);
        const seen = await ours();
        room.stir(0);
        return seen;
      },
      plainList: await measured(plain, slowdown),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openBoard({ origin, slug }: BigRoom, page: Page): Promise<Page> {
  await page.goto(`${origin}/e/${slug}/board`);
  await page.locator('li[aria-posinset]').first().waitFor({ timeout: 60_000 });
  return page;
}

async function measured(page: Page, slowdown: number): Promise<() => Promise<Smoothness>> {
  const cdp = await page.context().newCDPSession(page);
  return async () => {
    await page.bringToFront();
    await page.evaluate(() => window.scrollTo(0, 0));
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    const seen = await smoothnessOf(cdp, () => scrollFor(page, SCROLL_MS));
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    return seen;
  };
}
