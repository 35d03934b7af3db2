import { button, type Device, goTo, look, openDevice, tap } from './device.js';
import { journey } from './journey.js';
import { checkInByName, finishEvent, openDesk, planEvent, setUp } from './organizer.js';
import { ALL_CONSENTS, type Attendee, join, onBoard, shown, walkTo } from './people.js';

const attendee = (name: string): Attendee => ({
  name,
  wechat: 'tea_friend_88',
  goal: { kind: 'friends', seeks: ['hiking'], offers: ['photography'], sentence: '' },
  consents: ALL_CONSENTS,
});
const STATUSES = ['free', 'talking', 'away'] as const;

journey('languages, and a phone in a tunnel', 'languages-and-tunnel', (stage, step) => {
  let organizer: Device;
  let ada: Device;
  let bo: Device;
  let slug: string;

  step('an evening with two people', async () => {
    organizer = await openDevice(stage, 'organizer', 'laptop', 'zh-CN');
    await setUp(organizer, stage.server.setupLink, '梅岚', 'mei@example.org');
    const words = { title: '周三茶会', description: '', venue: '27 号院', address: '上海永福路', session: '开场' };
    await planEvent(organizer, { ...words, hints: [] });
    await look(organizer, '01-new-event');
    ({ slug } = await finishEvent(organizer));
    await look(organizer, '02-overview');
    ada = await openDevice(stage, 'ada', 'phone');
    bo = await openDevice(stage, 'bo', 'phone');
    await join(ada, slug, attendee('Ada Obi'));
    await join(bo, slug, attendee('Bo Lind'));
    await openDesk(organizer, 'door');
    await checkInByName(organizer, 'ada', 'Ada Obi');
    await checkInByName(organizer, 'bo', 'Bo Lind');
    await look(organizer, '03-door');
  });

  step('one tap changes the language, and it stays: on other pages, after a reload, in a new tab', async () => {
    const { page } = ada;
    const chinese = { ...ada, language: 'zh-CN' as const, say: organizer.say };
    const inChinese = async () => {
      await page.getByRole('link', { name: organizer.say('common:nav.board') }).waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
      expect(await shown(ada)).not.toContain(ada.say('common:nav.board'));
    };
    await tap(ada, button(ada, '中文'));
    await inChinese();
    await look(chinese, '04-switched');
    await walkTo(chinese, 'board');
    await inChinese();
    await page.reload();
    await inChinese();
    const tab = await ada.context.newPage();
    await tab.goto(`${ada.origin}/e/${slug}`);
    await tab.getByRole('link', { name: organizer.say('event:openMine') }).waitFor();
    await tab.close();
    await tap(ada, button(ada, 'English'));
    await page.getByRole('link', { name: ada.say('common:nav.board') }).waitFor();
    await page.reload();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });

  step('the theme is chosen on the phone, whatever the system says, and stays', async () => {
    const paper = () => bo.page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
    const before = await paper();
    await tap(bo, button(bo, bo.say('common:theme.auto')));
    await tap(bo, button(bo, bo.say('common:theme.light')));
    await button(bo, bo.say('common:theme.dark')).waitFor();
    expect(await paper()).toContain('dark');
    await bo.page.reload();
    await button(bo, bo.say('common:theme.dark')).waitFor();
    expect(await paper()).toContain('dark');
    await tap(bo, button(bo, bo.say('common:theme.dark')));
    expect(await paper()).toBe(before);
  });

  step('B3: in a tunnel the phone says since when; at its end it catches up exactly', async () => {
    await goTo(ada, `/e/${slug}/home`);
    await walkTo(bo, 'board');
    await statusOf(bo, 'Ada Obi', 'free').waitFor();
    await bo.page.evaluate(() => Object.assign(window, { sameDocument: true }));

    bo.tolerate = /ERR_INTERNET_DISCONNECTED|WebSocket/u;
    await bo.context.setOffline(true);
    await bo.page
      .getByRole('status')
      .filter({ hasText: sinceWords(bo) })
      .waitFor();
    for (const status of ['talking', 'away', 'talking'] as const) {
      await tap(ada, button(ada, ada.say(`home:presence.${status}`)));
      await ada.page.getByRole('button', { name: ada.say(`home:presence.${status}`), pressed: true }).waitFor();
    }
    const cleo = await openDevice(stage, 'cleo', 'phone');
    await join(cleo, slug, attendee('Cleo Park'));
    await checkInByName(organizer, 'cleo', 'Cleo Park');
    expect(await statusOf(bo, 'Ada Obi', 'free').count()).toBe(1);
    expect(await onBoard(bo, 'Cleo Park').count()).toBe(0);
    await look(bo, '05-tunnel');

    await bo.context.setOffline(false);
    await statusOf(bo, 'Ada Obi', 'talking').waitFor();
    await onBoard(bo, 'Cleo Park').waitFor();
    await bo.page.getByText(sinceWords(bo)).waitFor({ state: 'detached' });
    bo.tolerate = null;
    expect(await bo.page.evaluate(() => 'sameDocument' in window)).toBe(true);
    await look(bo, '06-caught-up');

    // From here on it is live again.
    await tap(ada, button(ada, ada.say('home:presence.free')));
    await statusOf(bo, 'Ada Obi', 'free').waitFor();
    expect(await onBoard(bo, 'Ada Obi').count()).toBe(1);
  });
});

const statusOf = (phone: Device, name: string, status: (typeof STATUSES)[number]) =>
  onBoard(phone, name).getByText(phone.say(`common:status.${status}`), { exact: true });

/** The banner's words before the time. */
const sinceWords = ({ say }: Device): string => say('common:offlineSince', { time: '|' }).split('|')[0]!;
