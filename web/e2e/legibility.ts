import type { Page } from 'playwright-core';

/** A picture three metres wide in a room where the last row sits ten metres away. */
const PICTURE_METRES = 3;
const DISTANCE_METRES = 10;
/** Of a Latin capital, as part of the size of its letters. A Chinese character fills all of it. */
const CAPITAL = 0.7;
const ARC_MINUTES = (180 / Math.PI) * 60;

export interface Letter {
  text: string;
  /** Height of a capital as the last row sees it, in minutes of arc. 10 are just read, 13 without effort. */
  minutes: number;
  /** Whether it is one of the things one looks up for. */
  matters: boolean;
}

/** Every text that stands on the wall; what is only there for screen readers does not count. */
export async function lettersOn(page: Page): Promise<Letter[]> {
  const texts = await page.evaluate(() => {
    const found: { text: string; size: number; matters: boolean }[] = [];
    const walker = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      const parent = node.parentElement;
      if (text === '' || !parent || parent.closest('.visually-hidden, [aria-hidden="true"]')) continue;
      const matters = parent.closest('h1, h2, li, time') !== null && parent.closest('[class*="kind"]') === null;
      found.push({ text, size: Number.parseFloat(getComputedStyle(parent).fontSize) / window.innerWidth, matters });
    }
    return found;
  });
  return texts.map(({ text, size, matters }) => ({
    text,
    minutes: ((size * CAPITAL * PICTURE_METRES) / DISTANCE_METRES) * ARC_MINUTES,
    matters,
  }));
}

/** Boxes whose text is cut off though it was not meant to be: neither shortened by dots nor for screen readers only. */
export const overflowing = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const main = document.querySelector('main');
    const boxes = [document.documentElement, ...(main?.querySelectorAll('*') ?? [])];
    return boxes
      .filter((box) => {
        const { overflow, webkitLineClamp, textOverflow, flexWrap } = getComputedStyle(box);
        const shortened = webkitLineClamp !== 'none' || textOverflow === 'ellipsis' || flexWrap === 'wrap';
        const hides = overflow !== 'visible' || box === document.documentElement;
        return hides && !shortened && !box.matches('.visually-hidden') && box.scrollHeight > box.clientHeight + 2;
      })
      .map((box) => `${box.tagName}.${box.className}: ${box.scrollHeight} > ${box.clientHeight}`);
  });
