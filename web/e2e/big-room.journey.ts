import type { Page } from 'playwright-core';
import { type BigRoom, enter, openBigRoom, scrollFor } from './big-room.js';
import { button, type Device, look, openDevice, tap, turnPage } from './device.js';
import { type Smoothness, smoothnessOf } from './frames.js';
import { journey } from './journey.js';

const PEOPLE = 10_000;
/** 50 frames a second. */
const SMOOTH_GAP_MS = 20;
const CHANGES_PER_SECOND = 55;
/** On a machine that shares its processors with others, what draws something suffers more than what draws nothing. */
const SLOWER_THAN_EMPTY = process.env.CI ? 3 : 1.25;

journey<BigRoom>(
  'ten thousand people on one phone',
  'big-room',
  (stage, step) => {
    let phone: Device;

    step('B5: the whole board arrives once, and little of it is drawn', async () => {
      phone = await openDevice(stage, 'ada', 'phone');
      await enter(stage.server, phone.context);
      await phone.page.goto(`${phone.origin}/e/${stage.server.slug}/board`);
      await rows(phone).first().waitFor({ timeout: 180_000 });
      await phone.page.getByText(phone.say('board:count_other', { count: '9,999' })).waitFor();
      expect(await rows(phone).count()).toBeLessThan(40);
      expect(await rows(phone).first().getAttribute('aria-setsize')).toBe(String(PEOPLE - 1));
      await look(phone, '01-ten-thousand');
    });

    step('B5: it scrolls at 50 frames a second while 55 people a second change', async () => {
      const board = await watched(phone.page);
      stage.server.stir(CHANGES_PER_SECOND);
      // A machine that does something else at the moment gets further chances; it cannot be asked for more than an empty page gets.
      let seen = await board();
      let possible = SMOOTH_GAP_MS;
      for (let chance = 0; chance < 4 && seen.medianGap > possible; chance += 1) {
        const page = await emptyPage(phone);
        possible = Math.max(SMOOTH_GAP_MS, (await (await watched(page))()).medianGap * SLOWER_THAN_EMPTY);
        await page.close();
        await phone.page.bringToFront();
        seen = await board();
      }
      process.stdout.write(sentence(seen, possible));
      expect(seen.medianGap).toBeLessThanOrEqual(possible);
      expect(await phone.page.evaluate(() => window.scrollY)).toBeGreaterThan(5000);
      stage.server.stir(0);
    });

    step('coming back from somebody, their row stands where it stood', async () => {
      const { page } = phone;
      const id = await rows(phone).nth(8).getAttribute('id');
      const row = page.locator(`[id="${id}"]`);
      const topOf = () => page.evaluate((of) => document.getElementById(of)?.getBoundingClientRect().top, id ?? '');
      await row.evaluate((element) => element.scrollIntoView({ block: 'center' }));
      await page.waitForTimeout(300);
      const before = await topOf();
      await turnPage(phone, () => tap(phone, row.getByRole('link')));
      await turnPage(phone, () => page.goBack().then(() => undefined));
      await page.waitForFunction((of) => document.getElementById(of), id ?? '');
      await page.waitForTimeout(300);
      expect(Math.abs(((await topOf()) ?? 0) - (before ?? 0))).toBeLessThan(3);
    });

    step('the focus stays with its person, however far away one scrolls', async () => {
      const { page } = phone;
      const link = rows(phone).nth(6).getByRole('link');
      await link.focus();
      const name = await page.evaluate(() => document.activeElement?.textContent);
      await page.evaluate(() => window.scrollBy(0, 60_000));
      await page.waitForTimeout(200);
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(name);
      const before = await focusedPosition(phone);
      await page.keyboard.press('Tab');
      expect(await focusedPosition(phone)).toBe(before + 1);
    });

    step(
      'B2: the search finds 中文, pinyin and initials; filters add up, stay in the address, and are cleared',
      async () => {
        const { page, say } = phone;
        const box = page.getByRole('searchbox', { name: say('board:search') });
        for (const query of ['李明辉', 'liminghui', 'lmh']) {
          await box.fill(query);
          await page.getByRole('heading', { name: '李明辉', exact: true }).first().waitFor();
        }
        await page.getByRole('combobox', { name: say('board:tag') }).selectOption('coffee');
        await tap(phone, page.getByRole('button', { name: new RegExp(`^${say('board:freeNow')}`, 'u') }));
        await page.waitForURL(/q=lmh.*tag=coffee.*free=1/u);
        await box.fill('nobody at all');
        await page.getByText(say('board:noMatch.title')).waitFor();
        await look(phone, '02-no-match');
        await tap(phone, button(phone, say('common:noMatch.clear')));
        await page.getByText(say('board:count_other', { count: '9,999' })).waitFor();
      },
    );

    step('in Chinese, and without a network', async () => {
      const wechat = await openDevice(stage, 'mei', 'wechat', 'zh-CN');
      await enter(stage.server, wechat.context);
      await wechat.page.goto(`${wechat.origin}/e/${stage.server.slug}/board`);
      await rows(wechat).first().waitFor({ timeout: 180_000 });
      await look(wechat, '03-ten-thousand');
      wechat.tolerate = /ERR_INTERNET_DISCONNECTED|WebSocket/u;
      await wechat.context.setOffline(true);
      const words = wechat.say('common:offlineSince', { time: '|' }).split('|').at(-1) ?? '';
      await wechat.page.getByRole('status').filter({ hasText: words }).waitFor();
      await look(wechat, '04-offline');
      expect(await rows(wechat).count()).toBeGreaterThan(0);
    });
  },
  () => openBigRoom(PEOPLE),
);

const rows = ({ page }: Device) => page.locator('li[aria-posinset]');

const focusedPosition = ({ page }: Device): Promise<number> =>
  page.evaluate(() => Number(document.activeElement?.closest('li')?.getAttribute('aria-posinset')));

/** A page of one colour, as long as the board. */
async function emptyPage({ context }: Device): Promise<Page> {
  const page = await context.newPage();
  await page.setContent('<body style="height: 2000000px; background: linear-gradient(white, black)">');
  return page;
}

/** A measurement that may be repeated: four seconds of scrolling. */
async function watched(page: Page): Promise<() => Promise<Smoothness>> {
  const cdp = await page.context().newCDPSession(page);
  await page.bringToFront();
  return () => smoothnessOf(cdp, () => scrollFor(page, 4000));
}

const sentence = ({ framesPerSecond, medianGap, droppedShare, longestTask }: Smoothness, possible: number): string =>
  `${PEOPLE} people, ${CHANGES_PER_SECOND} changes/s: ${framesPerSecond.toFixed(1)} frames/s, median gap ${medianGap.toFixed(1)} ms (at most ${possible.toFixed(1)}), ` +
  `${(droppedShare * 100).toFixed(1)}% dropped, longest task ${longestTask.toFixed(0)} ms\n`;
