import type { Page } from 'playwright-core';
import { type BigRoom, enter, openBigRoom, scrollFor, showPlainList } from './big-room.js';
import { launchBrowser } from './browser.js';
import { longestTaskOf, type Smoothness, smoothnessOf } from './frames.js';

/** The board of a full room on a slow phone, and beside it a list of the same people that draws them all. */
export interface CrowdedBoard {
  board: () => Promise<Smoothness>;
  plainList: () => Promise<Smoothness>;
  /** The longest task in ms until the board is on the screen and can be searched; the same for an answer that is read at one go. */
  opening: (slowdown: number) => Promise<number>;
  atOneGo: (slowdown: number) => Promise<number>;
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
      opening: async (times) => opening(room, await context.newPage(), times),
      atOneGo: async (times) => atOneGo(room, await context.newPage(), times),
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

/** As long as it takes until everything was prepared for the search. */
const PREPARED_MS = 4000;

/** The page's code and its words are there: a phone that comes from another page of the event has them. */
async function opening({ origin, slug }: BigRoom, page: Page, slowdown: number): Promise<number> {
  const cdp = await page.context().newCDPSession(page);
  await page.goto(`${origin}/e/${slug}/me`);
  const board = page.locator(`a[href="/e/${slug}/board"]`).first();
  await board.waitFor();
  await page.waitForTimeout(1500);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const longest = await longestTaskOf(cdp, async () => {
    await board.click();
    await page.locator('li[aria-posinset]').first().waitFor({ timeout: 60_000 });
    await page.waitForTimeout(PREPARED_MS);
  });
  await page.close();
  return longest;
}

/** The whole answer parsed, sorted by name and made ready for the search, as one does with a hundred people. */
async function atOneGo({ origin, slug }: BigRoom, page: Page, slowdown: number): Promise<number> {
  const cdp = await page.context().newCDPSession(page);
  await page.goto(`${origin}/e/${slug}`);
  const { id } = await page.evaluate((of) => fetch(`/api/public/events/${of}`).then((answer) => answer.json()), slug);
  await page.waitForTimeout(1500);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const longest = await longestTaskOf(cdp, () =>
    page.evaluate(async (eventId) => {
      const { people } = await (await fetch(`/api/events/${eventId}/board`)).json();
      const order = new Intl.Collator('zh-u-co-pinyin', { sensitivity: 'base' });
      people.sort((a: { name: string }, b: { name: string }) => order.compare(a.name, b.name));
      for (const one of people)
        one.search = `${one.search} ${one.headline}`
          .normalize('NFD')
          .toLowerCase()
          .split(/[^\p{L}\p{N}]+/u);
      await new Promise(requestAnimationFrame);
    }, id),
  );
  await page.close();
  return longest;
}
