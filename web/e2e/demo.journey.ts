import { button, type Device, goTo, link, look, openDevice, tap } from './device.js';
import { journey } from './journey.js';
import { openDesk } from './organizer.js';
import { walkTo } from './people.js';
import { openProjector } from './wall.js';

/** How long the room may stand still before the board would look dead. */
const ALIVE_MS = 60_000;

journey('the demo event', 'demo', (stage, step) => {
  let host: Device;
  let guest: Device;

  const stepIn = async (device: Device) => {
    await goTo(device, '/');
    await look(device, '01-start');
    await tap(device, button(device, device.say('start:demo')));
    await device.page.waitForURL(/\/e\/[\w-]+\/home$/u, { timeout: 90_000 });
    await device.page.getByRole('article').first().waitFor();
  };

  step('a laptop and a phone step in from the start page, without an account', async () => {
    host = await openDevice(stage, 'host', 'laptop');
    guest = await openDevice(stage, 'guest', 'phone', 'zh-CN');
    await stepIn(host);
    await stepIn(guest);
  });

  step('M3: home shows one to five people, each with a reason and a first sentence', async () => {
    for (const device of [host, guest]) {
      const suggestions = device.page.getByRole('article');
      expect(await suggestions.count()).toBeGreaterThanOrEqual(1);
      expect(await suggestions.count()).toBeLessThanOrEqual(5);
      for (const card of await suggestions.all())
        await card.getByText(device.say('home:suggestions.opening')).waitFor();
    }
    await look(guest, '02-home');
    await guest.page.getByRole('article').first().scrollIntoViewIfNeeded();
    await look(guest, '03-suggestion');
  });

  step('B3: the board moves by itself within seconds', async () => {
    await walkTo(guest, 'board');
    const people = guest.page.getByRole('list').filter({ has: guest.page.getByRole('heading', { level: 2 }) });
    await people.waitFor();
    await guest.page.evaluate(() => Object.assign(window, { sameDocument: true }));
    // Only the rows in view are in the page; above them stands how many people are free.
    const board = guest.page.getByRole('main');
    const before = await board.innerText();
    await guest.page.waitForFunction(
      ([main, text]) => main instanceof HTMLElement && main.innerText !== text,
      [await board.elementHandle(), before] as const,
      { timeout: ALIVE_MS },
    );
    expect(await guest.page.evaluate(() => 'sameDocument' in window)).toBe(true);
    await look(guest, '04-board');
    await tap(guest, people.getByRole('link').first());
    await guest.page
      .getByRole('button', { name: /引荐|认识/u })
      .first()
      .waitFor();
    await look(guest, '05-person');
    for (const place of ['introductions', 'card'] as const) {
      await walkTo(guest, place);
      await look(guest, `06-${place}`);
    }
    for (const place of ['me', 'room', 'ticket', 'scan']) {
      await goTo(guest, guest.page.url().replace(/\/card$|\/(me|room|ticket)$/u, `/${place}`));
      await look(guest, `07-${place}`);
    }
  });

  step('O1: whoever started it runs it: overview, guests, introductions, projector', async () => {
    await goTo(host, '/organize');
    await tap(host, host.page.getByRole('main').getByRole('link').first());
    await host.page.waitForURL('**/overview');
    await look(host, '08-overview');
    const projector = await openProjector(stage, host, host.page.url().split('/').at(-2) ?? '');
    await projector.page.getByRole('listitem').first().waitFor();
    await look(projector, '09-projector');
    await projector.context.close();
    for (const place of ['guests', 'door', 'introductions', 'group', 'team', 'settings'] as const) {
      await openDesk(host, place);
      await look(host, `10-${place}`);
    }
  });

  step('whoever started it ends it, and everything of it is gone', async () => {
    guest.tolerate = /status of 40[14]/u;
    await goTo(host, '/');
    await tap(host, button(host, host.say('start:endDemo.open')));
    await look(host, '11-end');
    await tap(host, host.page.getByRole('dialog').getByRole('button', { name: host.say('start:endDemo.open') }));
    await host.page.getByText(host.say('start:endDemo.done')).waitFor();
    expect(await (await host.context.request.get(`${host.origin}/api/demo`)).json()).toMatchObject({ state: 'none' });
    await goTo(guest, guest.page.url().replace(/\w+$/u, 'home'));
    await link(guest, guest.say('common:notFound.home')).waitFor();
  });
});
