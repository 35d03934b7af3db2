import type { BoardPerson, BoardSnapshot, OrganizerEvent, Presence, ScreenAsk } from '@teabreak/shared';
import { request as requests } from 'playwright-core';
import { checkInQuietly, type Guest, joinQuietly } from './crowd.js';
import { button, type Device, fetched, goTo, look, openDevice, tap } from './device.js';
import { journey } from './journey.js';
import { lettersOn, overflowing } from './legibility.js';
import { finishEvent, openDesk, planEvent, setUp } from './organizer.js';
import { type Consent, onBoard, shown, walkTo } from './people.js';
import { holdingsOf, letTimeLapse, live } from './time-lapse.js';
import { fetchedByWall, makeScreenLink, viewOfWall } from './wall.js';
import { wordsIn } from './words.js';

const UNSEEN: readonly Consent[] = ['takePart', 'board', 'suggestions'];
const PATIENCE = { timeout: 60_000 };
const PRESENCES: readonly Presence[] = ['free', 'talking', 'at-place', 'away'];
const TUNNEL = /ERR_INTERNET_DISCONNECTED|WebSocket|Failed to load resource/u;
const [english, chinese] = [wordsIn('en'), wordsIn('zh-CN')];

journey('three phones and the projector', 'board', (stage, step) => {
  let organizer: Device;
  let wall: Device;
  /** English; Chinese; Chinese inside WeChat. */
  let lena: Device;
  let xiaoming: Device;
  let yue: Device;
  let eventId: string;
  let slug: string;
  const guests = new Map<Device, Guest>();
  /** All that the projector asked for, and where from. */
  const asked: string[] = [];

  const onWall = (name: string) => wall.page.getByText(name, { exact: true }).first();
  /** What `act` changes takes somebody off the wall, told live: its next look on its own might be later. */
  const vanishes = async (name: string, act: () => Promise<void>) => {
    const told = wall.page.waitForResponse(
      async (answer) => answer.url().endsWith('/api/screen') && !(await answer.text()).includes(name),
      { timeout: 30_000 },
    );
    await act();
    await told;
    await wall.page.waitForFunction((who) => !document.body.innerText.includes(who), name);
    expect(await fetchedByWall(wall)).not.toContain(name);
  };

  const says = (phone: Device, presence: Presence) =>
    phone.page.getByRole('button', { name: phone.say(`home:presence.${presence}`), pressed: true }).waitFor();
  const board = async (): Promise<BoardPerson[]> =>
    (JSON.parse(await fetched(organizer, `/api/events/${eventId}/board`)) as BoardSnapshot).people;

  const organizedEvent = async (): Promise<OrganizerEvent> =>
    JSON.parse(await fetched(organizer, `/api/events/${eventId}`)) as OrganizerEvent;

  /** Everybody but oneself, each once, with the status that the server has. The phone is long enough for all rows. */
  const allEqual = async (phone: Device) => {
    const status = (presence: Presence) => phone.say(`common:status.${presence.replace('-', '_')}`);
    await phone.page.setViewportSize({ width: 390, height: 9000 });
    const rows = phone.page.locator('li[aria-posinset]');
    const read = async () => {
      const known = PRESENCES.map(status);
      const texts = await rows.evaluateAll((all) =>
        all.map((row) => [row.querySelector('h2')?.textContent, (row as HTMLElement).innerText] as const),
      );
      return texts.map(([name, text]) => `${name}: ${known.find((words) => text.includes(words))}`).sort();
    };
    const truth = (await board())
      .filter(({ id }) => id !== guests.get(phone)?.registrationId)
      .map(({ name, presence }) => `${name}: ${status(presence)}`)
      .sort();
    for (let tries = 0; tries < 240 && (await read()).join() !== truth.join(); tries += 1)
      await phone.page.waitForTimeout(250);
    expect(await read()).toEqual(truth);
    await phone.page.setViewportSize({ width: 390, height: 844 });
  };

  step('an evening is planned, and a link for the projector is made on the overview', async () => {
    organizer = await openDevice(stage, 'organizer', 'laptop');
    await setUp(organizer, stage.server.setupLink, 'Grace Hopper', 'grace@example.org');
    await planEvent(organizer, {
      title: 'Tea & Startups 茶与创业',
      description: 'Three phones and a wall.',
      venue: 'Courtyard 27',
      address: '27 Yongfu Road, Shanghai',
      session: 'Three founders, three mistakes',
      hints: ['by the window'],
    });
    ({ eventId, slug } = await finishEvent(organizer));
    const { page, say } = organizer;
    await page.getByLabel(say('screen-links:name')).fill('Main hall');
    await tap(organizer, button(organizer, say('screen-links:make')));
    await page.getByText('Main hall').waitFor();
    await page.getByText(say('screen-links:unused')).waitFor();
    await look(organizer, '01-display-link');
  });

  step('the projector opens it; the token is in no address that a server or a log could see', async () => {
    const address = await organizer.page
      .getByLabel(organizer.say('screen-links:address'), { exact: true })
      .inputValue();
    const token = address.split('#')[1] ?? '';
    expect(token).toMatch(/^S1\./u);
    wall = await openDevice(stage, 'wall', 'projector');
    wall.context.on('request', (request) => {
      const { referer = '' } = request.headers();
      asked.push(`${request.url().split('#')[0]} ${referer}`);
    });
    await goTo(wall, address);
    await wall.page.getByText(english('screen:emptyTitle')).waitFor();
    await wall.page.getByText(chinese('screen:emptyTitle')).waitFor();
    await look(wall, '02-nobody-yet');
    expect(asked.length).toBeGreaterThan(3);
    expect(asked.filter((one) => one.includes(token))).toEqual([]);
    expect(wall.page.url()).toBe(address);
  });

  step('three phones come in: who agreed to the screen has just arrived on it, who did not has not (B4)', async () => {
    const place = { origin: stage.server.origin, slug };
    lena = await openDevice(stage, 'lena', 'phone');
    xiaoming = await openDevice(stage, 'xiaoming', 'phone', 'zh-CN');
    yue = await openDevice(stage, 'yue', 'wechat', 'zh-CN');
    const people: [Device, string, readonly Consent[] | undefined][] = [
      [lena, 'Lena Fischer', undefined],
      [xiaoming, '王晓明', undefined],
      [yue, '陈悦', UNSEEN],
    ];
    for (const [number, [phone, name, consents]] of people.entries()) {
      const guest = await joinQuietly(phone.context.request, place, { name, number, ...(consents && { consents }) });
      guests.set(phone, guest);
      await checkInQuietly(organizer, eventId, guest);
      await goTo(phone, `/e/${slug}/home`);
    }
    await onWall('Lena Fischer').waitFor();
    await onWall('王晓明').waitFor();
    expect((await viewOfWall(wall)).arrivals.map(({ name }) => name)).toEqual(['王晓明', 'Lena Fischer']);
    expect(await fetchedByWall(wall)).not.toContain('陈悦');
    for (let number = 3; number < 9; number += 1) {
      const someone = await requests.newContext();
      const name = number % 4 === 0 ? `Maximiliane von Hohenstein-Grünewald ${number}` : `客人${number} Guest`;
      await checkInQuietly(organizer, eventId, await joinQuietly(someone, place, { name, number }));
      await someone.dispose();
    }
    await look(wall, '03-arrivals');
  });

  step('the break opens: its time is on the wall, and everything reads from ten metres', async () => {
    await tap(organizer, button(organizer, organizer.say('overview:break.openIt')));
    await wall.page.getByRole('timer').waitFor();
    for (const [width, height] of [
      [1920, 1080],
      [1280, 720],
    ] as const) {
      await wall.page.setViewportSize({ width, height });
      const letters = await lettersOn(wall.page);
      expect(letters.length).toBeGreaterThan(20);
      expect(letters.filter(({ minutes }) => minutes < 10)).toEqual([]);
      expect(letters.filter(({ matters, minutes }) => matters && minutes < 13)).toEqual([]);
      expect(await overflowing(wall.page)).toEqual([]);
      await look(wall, `04-break-${height}`);
    }
    await wall.page.setViewportSize({ width: 1920, height: 1080 });
  });

  step('B1: one tap says how one is; at a place in two', async () => {
    for (const presence of ['talking', 'away', 'free'] as const) {
      await tap(xiaoming, button(xiaoming, xiaoming.say(`home:presence.${presence}`)));
      await says(xiaoming, presence);
    }
    await tap(xiaoming, button(xiaoming, xiaoming.say('home:presence.at-place')));
    await tap(xiaoming, xiaoming.page.getByRole('dialog').getByText('Table 1', { exact: false }).first());
    await says(xiaoming, 'at-place');
    await tap(xiaoming, button(xiaoming, xiaoming.say('home:presence.free')));
    await says(xiaoming, 'free');
  });

  step(
    'B3: one phone is in a tunnel while the others go on; it says since when, and keeps what it wants to say',
    async () => {
      for (const phone of [lena, xiaoming, yue]) await walkTo(phone, 'board');
      await onBoard(lena, '陈悦').waitFor();
      lena.tolerate = TUNNEL;
      await lena.context.setOffline(true);
      await lena.page
        .getByRole('status')
        .filter({ hasText: since(lena) })
        .waitFor(PATIENCE);
      await walkTo(lena, 'home');
      await tap(lena, button(lena, lena.say('home:presence.away')));
      await says(lena, 'away');
      await lena.page.getByText(lena.say('home:presence.waiting')).waitFor();
      await look(lena, '05-waits-to-be-sent');
      await walkTo(lena, 'board');
      for (const phone of [xiaoming, yue]) {
        await walkTo(phone, 'home');
        await tap(phone, button(phone, phone.say('home:presence.talking')));
        await says(phone, 'talking');
        await walkTo(phone, 'board');
      }
      const someone = await requests.newContext();
      const late = { name: 'Late Larry', number: 99 };
      const larry = await joinQuietly(someone, { origin: stage.server.origin, slug }, late);
      await someone.dispose();
      await checkInQuietly(organizer, eventId, larry);
      await onBoard(yue, 'Late Larry').waitFor();
      expect(await onBoard(lena, '陈悦').getByText(lena.say('common:status.free')).count()).toBe(1);
      expect(await onBoard(lena, 'Late Larry').count()).toBe(0);
      const { registrationId } = guests.get(lena)!;
      expect((await board()).find(({ id }) => id === registrationId)?.presence).toBe('free');
      await look(lena, '06-as-of');
    },
  );

  step(
    'B3: at the end of the tunnel its word arrives, and all three show what the server has, nobody twice',
    async () => {
      await lena.context.setOffline(false);
      await lena.page.getByText(since(lena)).waitFor({ state: 'detached', ...PATIENCE });
      lena.tolerate = null;
      await onBoard(xiaoming, 'Lena Fischer').getByText(xiaoming.say('common:status.away')).waitFor(PATIENCE);
      for (const phone of [lena, xiaoming, yue]) await allEqual(phone);
      const { checkedIn, free } = await viewOfWall(wall);
      const people = await board();
      expect([checkedIn, free]).toEqual([people.length, people.filter(({ presence }) => presence === 'free').length]);
      await look(lena, '07-caught-up');
    },
  );

  step('somebody leaves: gone from every board and from the wall, without a reload', async () => {
    await onBoard(xiaoming, 'Lena Fischer').waitFor();
    await wall.page.evaluate(() => Object.assign(window, { sameDocument: true }));
    await goTo(lena, `/e/${slug}/me`);
    await tap(lena, button(lena, lena.say('me:leave.cancel')));
    await vanishes('Lena Fischer', () =>
      tap(lena, lena.page.getByRole('dialog').getByRole('button', { name: lena.say('me:leave.confirm') })),
    );
    for (const phone of [xiaoming, yue]) await onBoard(phone, 'Lena Fischer').waitFor({ state: 'detached' });
    for (const phone of [xiaoming, yue]) await allEqual(phone);
  });

  step('P1: who takes back the consent to the screen vanishes from it, and stays on the board', async () => {
    await goTo(xiaoming, `/e/${slug}/me`);
    const consent = xiaoming.page.getByRole('checkbox', { name: xiaoming.say('join:consent.screen.label') });
    expect(await consent.isChecked()).toBe(true);
    await vanishes('王晓明', () => tap(xiaoming, consent));
    await onBoard(yue, '王晓明').waitFor();
    expect(await wall.page.evaluate(() => 'sameDocument' in window)).toBe(true);
  });

  step('B1, R5: a round says for its people that they talk, and its tables read from ten metres, too', async () => {
    const [item] = (await organizedEvent()).agenda.filter(({ kind }) => kind === 'break');
    const started = await organizer.context.request.post(
      `${organizer.origin}/api/events/${eventId}/breaks/${item?.id}/rounds`,
      { headers: { 'x-teabreak': '1' }, data: { rounds: 1, minutes: 2, changeoverSeconds: 10 } },
    );
    expect(started.ok()).toBe(true);
    await wall.page.getByText(english('screen:rounds.find')).waitFor();
    const letters = await lettersOn(wall.page);
    expect(letters.filter(({ matters, minutes }) => minutes < (matters ? 13 : 10))).toEqual([]);
    expect(await overflowing(wall.page)).toEqual([]);
    await look(wall, '08-tables');
    for (const phone of [xiaoming, yue]) {
      await goTo(phone, `/e/${slug}/home`);
      await tap(phone, button(phone, phone.say('home:presence.free')));
    }
    for (const phone of [xiaoming, yue]) await says(phone, 'talking');
    await walkTo(yue, 'board');
    await onBoard(yue, '王晓明').getByText(yue.say('common:status.talking')).waitFor(PATIENCE);
  });

  step('a new release is taken up by the wall itself, without a moment of anything else on it', async () => {
    await wall.page.addInitScript(() => {
      const headings = new Set<string>();
      Object.assign(window, { headings });
      new MutationObserver(() => {
        for (const { textContent } of document.querySelectorAll('h1')) if (textContent) headings.add(textContent);
        for (const image of document.querySelectorAll('figure'))
          if (!image.querySelector('img')) headings.add('no code');
      }).observe(document, { subtree: true, childList: true });
    });
    const itself = ({ pathname }: URL) => pathname === '/screen';
    // The page that asks is told of a newer script; what then loads is the one there is.
    await wall.page.route(itself, async (route) => {
      if (route.request().isNavigationRequest()) return route.continue();
      const page = await route.fetch();
      const newer = (await page.text()).replace(/(\/assets\/index-[\w-]+\.js)/u, '$1?newer');
      return route.fulfill({ response: page, body: newer });
    });
    const reloaded = wall.page.waitForEvent('load');
    await wall.page.evaluate(() => window.dispatchEvent(new Event('online')));
    await reloaded;
    await wall.page.getByRole('timer').waitFor();
    expect(await wall.page.evaluate(() => 'sameDocument' in window)).toBe(false);
    expect(await wall.page.evaluate(() => [...(window as never as { headings: Set<string> }).headings])).toEqual([
      'Tea & Startups 茶与创业',
    ]);
    await wall.page.unroute(itself);
    await look(wall, '09-after-a-release');
  });

  step('a link that is taken away: the wall says so calmly in both languages, and shows nobody any more', async () => {
    const { page, say } = organizer;
    await openDesk(organizer, 'overview');
    await page.getByText(say('screen-links:inUse')).waitFor();
    await look(organizer, '10-link-in-use');
    wall.tolerate = /status of 404 .*\/api\/screen$/u;
    await tap(organizer, button(organizer, say('screen-links:endNamed', { name: 'Main hall' })));
    await tap(organizer, page.getByRole('dialog').getByRole('button', { name: say('screen-links:endOne') }));
    await wall.page.getByRole('heading', { name: english('screen:gone') }).waitFor();
    await wall.page.getByText(chinese('screen:gone')).waitFor();
    expect(await shown(wall)).not.toContain('Guest');
    await look(wall, '11-link-ended');
    wall.tolerate = null;
    await page.getByText('Main hall').waitFor({ state: 'detached' });
  });

  step(
    'nobody needs to look after the wall: thousands of pictures and hundreds of cuts leave nothing behind',
    async () => {
      const { token } = await makeScreenLink(organizer, eventId);
      await goTo(wall, `/screen#${token}`);
      const view = await viewOfWall(wall);
      const clock = { seriesId: '1', roundId: '1', number: 1, of: 2, phase: 'running', now: view.now } as const;
      const rounds = {
        clock: { ...clock, startsAt: view.now, endsAt: view.now },
        tables: view.people.map(({ name }, at) => ({ table: at + 1, people: [name, null] })),
      };
      const alone = await openDevice(stage, 'alone', 'projector');
      const asks = ['1', '2', '3'].map(
        (id): ScreenAsk => ({ id, kind: 'ask', text: 'A baker?', tags: [], name: 'Lena' }),
      );
      await letTimeLapse(alone.page, { ...view, asks, rounds });
      await goTo(alone, `/screen#${token}`);
      const cdp = await alone.context.newCDPSession(alone.page);
      const grown = async (updates: number, leaking: boolean) => {
        const before = await holdingsOf(cdp);
        await live(alone.page, updates, leaking);
        const after = await holdingsOf(cdp);
        return {
          kilobytes: (after.heapBytes - before.heapBytes) / 1024,
          nodes: after.nodes - before.nodes,
          listeners: after.listeners - before.listeners,
        };
      };
      await live(alone.page, 400);
      const healthy = await grown(2000, false);
      expect(healthy.nodes).toBeLessThan(400);
      expect(healthy.listeners).toBeLessThan(50);
      expect(healthy.kilobytes).toBeLessThan(400);
      // The same measurement of a page that forgets to let go: each of the three finds it out.
      const leaking = await grown(200, true);
      expect(leaking.nodes).toBeGreaterThan(600);
      expect(leaking.listeners).toBeGreaterThan(150);
      expect(leaking.kilobytes).toBeGreaterThan(400);
      await alone.context.close();
    },
  );
});

/** The banner's words before the time. */
const since = ({ say }: Device): string => say('common:offlineSince', { time: '|' }).split('|')[0]!;
