import type { Locator, Page } from 'playwright-core';
import { checkInQuietly, type Guest, joinQuietly } from './crowd.js';
import { button, type Device, fetched, goTo, look, openDevice, tap } from './device.js';
import { journey } from './journey.js';
import { openDesk, setUp } from './organizer.js';
import { atHome, knowEachOther, onBoard, openPerson, post, shown, suggestionOf, walkTo, write } from './people.js';
import { startServer } from './server.js';

/** A microphone that beeps once a second and asks nobody. */
const MICROPHONE = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
const NOTE = 'Looks for a landlord near Jing’an, knows the tea market.';
const REASON = 'He keeps asking for my phone number.';
const IN_ROOM = '有人想下周一起爬山吗？';
const ASK = '谁认识做签证的律师？';
const GREETING = 'Hello from the window.';
const MARKER = 'The kettle is on again.';

interface Person extends Guest {
  phone: Device;
}

journey(
  'three phones: a circle, a voice, and somebody kept away',
  'circle',
  (stage, step) => {
    let organizer: Device;
    let slug: string;
    let eventId: string;
    let lena: Person;
    let ming: Person;
    let yue: Person;

    const send = async ({ context, origin }: Device, path: string, data: object) => {
      const headers = { 'x-teabreak': '1', origin };
      const answer = await context.request.post(`${origin}/api/events${path}`, { headers, data });
      expect([path, answer.ok()]).toEqual([path, true]);
      return answer.json();
    };
    const item = (page: Page, text: string) => page.getByRole('listitem').filter({ hasText: text });
    const gone = (what: Locator) => what.waitFor({ state: 'detached' });
    const player = ({ page, say }: Device) =>
      page.getByRole('dialog').getByRole('button', { name: say('note:voice.play') });
    const recorder = ({ page, say }: Device) =>
      page.getByRole('dialog').getByRole('button', { name: say('note:voice.record') });

    const openNote = async ({ phone }: Person, about: Person) => {
      await goTo(phone, `/e/${slug}/people/${about.registrationId}`);
      await tap(phone, button(phone, phone.say('encounters:openNote')));
    };

    step('an event, and three who have joined it', async () => {
      organizer = await openDevice(stage, 'organizer', 'laptop');
      await setUp(organizer, stage.server.setupLink, 'Grace Hopper', 'grace@example.org');
      const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
      ({ id: eventId, slug } = await send(organizer, '', {
        title: 'Founders’ tea 创业茶叙',
        timeZone: 'Asia/Shanghai',
        startsAt: at(-1),
        endsAt: at(5),
        venue: 'Courtyard 27',
      }));
      const person = async (key: string, name: string, number: number, language: 'en' | 'zh-CN'): Promise<Person> => {
        const phone = await openDevice(stage, key, 'phone', language);
        const guest = await joinQuietly(phone.context.request, { origin: phone.origin, slug }, { name, number });
        return { ...guest, phone };
      };
      // The crowd's trades: what 0 seeks, 1 offers, and the other way round.
      lena = await person('lena', 'Lena Fischer', 0, 'en');
      ming = await person('xiaoming', '王晓明', 1, 'zh-CN');
      yue = await person('yue', '陈悦', 2, 'zh-CN');
    });

    step('K2: who of my circle comes is seen before the event by their consent, and not a moment earlier', async () => {
      await send(lena.phone, `/${eventId}/people/${yue.registrationId}/acquaintance`, {});
      await send(yue.phone, `/${eventId}/people/${lena.registrationId}/acquaintance`, {});
      const { page, say } = lena.phone;
      await goTo(lena.phone, `/e/${slug}/circle`);
      await page.getByText(say('my-circle:empty.title')).waitFor();
      await look(lena.phone, '01-nobody-yet');
      await goTo(yue.phone, `/e/${slug}/circle`);
      const coming = yue.phone.page.getByRole('checkbox', { name: yue.phone.say('my-circle:settings.coming.label') });
      expect(await coming.isChecked()).toBe(false);
      await tap(yue.phone, coming);
      await yue.phone.page.getByText(`✓ ${yue.phone.say('common:saved')}`).waitFor();
      await goTo(lena.phone, `/e/${slug}/home`);
      await tap(lena.phone, page.getByRole('link', { name: say('home:circle', { name: yue.name, count: 1 }) }));
      await item(page, yue.name).getByText(say('circle:coming')).waitFor();
      await look(lena.phone, '02-yue-comes');
      await look(yue.phone, '02-what-i-tell');
    });

    step(
      'K1: Lena and Xiaoming both say that they know each other; Lena takes it back, and he is not told',
      async () => {
        for (const guest of [lena, ming, yue]) await checkInQuietly(organizer, eventId, guest);
        for (const { phone } of [lena, ming, yue]) await goTo(phone, `/e/${slug}/home`);
        await knowEachOther([lena.phone, lena.name], [ming.phone, ming.name]);
        await look(lena.phone, '03-known');
        await tap(lena.phone, button(lena.phone, lena.phone.say('circle:notAfterAll')));
        await button(lena.phone, lena.phone.say('circle:say')).waitFor();
        await goTo(ming.phone, `/e/${slug}/people/${lena.registrationId}`);
        await button(ming.phone, ming.phone.say('circle:say')).waitFor();
      },
    );

    step('F1: Lena says her note instead of typing it; it is there after a reload, and she hears it', async () => {
      const { page, say } = lena.phone;
      await openPerson(lena.phone, yue.name);
      await tap(lena.phone, button(lena.phone, say('encounters:talked')));
      await write(lena.phone, say('note:text'), NOTE);
      await tap(lena.phone, recorder(lena.phone));
      const timer = page.getByRole('timer', { name: say('note:voice.left') });
      const full = await timer.innerText();
      await page.waitForFunction((before) => document.querySelector('[role="timer"]')?.textContent !== before, full);
      await look(lena.phone, '04-recording');
      const stored = page.waitForResponse((answer) => answer.url().includes('/voice') && answer.ok());
      await tap(lena.phone, button(lena.phone, say('note:voice.stop')));
      await player(lena.phone).waitFor();
      await stored;
      await tap(lena.phone, button(lena.phone, say('note:save')));
      await gone(page.getByRole('dialog'));
      await openNote(lena, yue);
      await tap(lena.phone, player(lena.phone));
      await page.waitForFunction(() => (document.querySelector('audio')?.played.length ?? 0) > 0);
      expect(await page.evaluate(() => document.querySelector('audio')?.error)).toBeNull();
      await look(lena.phone, '05-my-voice');
      expect(await fetched(yue.phone, '/api/me/conversations')).not.toContain(NOTE);
    });

    step('F1: a word of the note finds it; the voice is deleted for good, the words stay', async () => {
      const { page, say } = lena.phone;
      await goTo(lena.phone, `/e/${slug}/conversations`);
      const search = page.getByRole('searchbox', { name: say('encounters:search') });
      await search.fill('zeppelin');
      await page.getByText(say('common:noMatch.title')).waitFor();
      await search.fill('landlord');
      await item(page, yue.name).getByText(NOTE).waitFor();
      await item(page, yue.name)
        .getByText(/^Voice 0:\d\d$/u)
        .waitFor();
      await look(lena.phone, '06-found');
      await openNote(lena, yue);
      await tap(lena.phone, page.getByRole('dialog').getByRole('button', { name: say('note:voice.remove') }));
      await recorder(lena.phone).waitFor();
      await openNote(lena, yue);
      await recorder(lena.phone).waitFor();
      expect(await page.getByRole('textbox', { name: say('note:text') }).inputValue()).toBe(NOTE);
    });

    step('I6: Lena blocks Xiaoming from the board; at once he is nowhere on any of her pages', async () => {
      await send(ming.phone, `/${eventId}/messages`, { clientId: crypto.randomUUID(), text: IN_ROOM });
      await send(lena.phone, `/${eventId}/messages`, { clientId: crypto.randomUUID(), text: GREETING });
      await send(ming.phone, `/${eventId}/asks`, { requestId: crypto.randomUUID(), kind: 'ask', text: ASK });
      const tab = async ({ phone }: Person, path: string) => {
        const page = await phone.context.newPage();
        await page.goto(`${phone.origin}/e/${slug}/${path}`);
        return page;
      };
      const [home, room, asks] = [await tab(lena, 'home'), await tab(lena, 'room'), await tab(lena, 'asks')];
      const nowhere = [
        suggestionOf({ ...lena.phone, page: home }, ming.name),
        item(room, IN_ROOM),
        // Also among those she may be able to help with.
        item(asks, ASK).first(),
        onBoard(ming.phone, lena.name),
      ];
      await walkTo(ming.phone, 'board');
      for (const one of nowhere) await one.waitFor();

      const { say } = lena.phone;
      await goTo(lena.phone, `/e/${slug}/home`);
      await openPerson(lena.phone, ming.name);
      await tap(lena.phone, button(lena.phone, say('away:open')));
      await look(lena.phone, '07-block-or-report');
      // Her page of him may ask for him once more before it makes room for the board.
      lena.phone.tolerate = /status of 404/u;
      await tap(lena.phone, button(lena.phone, say('away:blockNow')));
      await lena.phone.page.waitForURL('**/board');
      await onBoard(lena.phone, yue.name).waitFor();
      for (const one of [onBoard(lena.phone, ming.name), ...nowhere]) await gone(one);
      lena.phone.tolerate = null;
      await look(lena.phone, '08-not-on-my-board');
      for (const page of [home, room, asks]) await page.close();
    });

    step('I6: his phone shows nothing unusual, and what he wrote is there for everybody else', async () => {
      const { page, say } = ming.phone;
      await onBoard(ming.phone, yue.name).waitFor();
      expect(await page.getByRole('alert').count()).toBe(0);
      await look(ming.phone, '09-as-if-she-had-left');
      ming.phone.tolerate = /status of 404/u;
      await goTo(ming.phone, `/e/${slug}/people/${lena.registrationId}`);
      await page.getByRole('heading', { level: 1, name: say('person:unknown.title') }).waitFor();
      ming.phone.tolerate = null;
      await goTo(ming.phone, `/e/${slug}/asks`);
      await item(page, ASK).waitFor();
      await goTo(ming.phone, `/e/${slug}/room`);
      await item(page, IN_ROOM).waitFor();
      await post(ming.phone, '周日也可以。');
      await item(page, '周日也可以。').waitFor();
      // The room is everybody's: what she wrote before stays, as it would if she had gone home.
      await item(page, GREETING).waitFor();
      expect(await fetched(ming.phone, `/api/events/${eventId}/inbox`)).not.toContain(lena.name);
      await goTo(yue.phone, `/e/${slug}/room`);
      await item(yue.phone.page, IN_ROOM).waitFor();
    });

    step('I6: Yue reports what he wrote; the hosts read it at once and handle it, he learns nothing', async () => {
      const { page: desk, say } = organizer;
      await goTo(organizer, `/organize/${eventId}/overview`);
      await openDesk(organizer, 'reports');
      await desk.getByText(say('reports:empty')).waitFor();
      const { phone } = yue;
      const report = phone.page.getByRole('button', { name: phone.say('away:openFor', { name: ming.name }) });
      await tap(phone, item(phone.page, IN_ROOM).locator(report));
      await write(phone, phone.say('away:reason'), REASON);
      await look(phone, '10-report');
      await tap(phone, button(phone, phone.say('away:report')));
      await phone.page.getByText(phone.say('away:reported')).waitFor();
      const card = item(desk, REASON);
      await card.getByText(IN_ROOM).waitFor();
      await look(organizer, '11-reported');
      await tap(organizer, card.getByRole('button', { name: say('reports:handle') }));
      await desk.getByRole('heading', { name: say('reports:handled') }).waitFor();
      await card.getByRole('button', { name: say('reports:reopen') }).waitFor();
      await look(organizer, '12-handled');
      // What comes after it is on his phone; so would have been a word of the report.
      await post(phone, MARKER);
      await item(ming.phone.page, MARKER).waitFor();
      expect(await shown(ming.phone)).not.toContain(REASON);
    });

    step('I6: Lena takes the block back under "me", and he is on her board again', async () => {
      const { page, say } = lena.phone;
      await goTo(lena.phone, `/e/${slug}/me#blocked`);
      await tap(lena.phone, item(page, ming.name).getByRole('button', { name: say('away:people.undo') }));
      await page.getByText(say('away:people.none')).waitFor();
      await look(lena.phone, '13-nobody-blocked');
      await goTo(lena.phone, `/e/${slug}/home`);
      await atHome(lena.phone, lena.name);
      await walkTo(lena.phone, 'board');
      await onBoard(lena.phone, ming.name).waitFor();
    });
  },
  startServer,
  MICROPHONE,
);
