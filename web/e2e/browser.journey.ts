import { launchBrowser } from './browser.js';

it('the browser of the journeys starts without anything installed on the system', async () => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.setContent('<meta charset="utf-8"><h1>Teabreak 茶歇</h1>');
    expect(await page.locator('h1').innerText()).toBe('Teabreak 茶歇');
    const width = await page.locator('h1').evaluate((heading) => heading.getBoundingClientRect().width);
    expect(width).toBeGreaterThan(0);
    expect((await page.screenshot()).byteLength).toBeGreaterThan(1000);
  } finally {
    await browser.close();
  }
});
