import { readFile } from 'node:fs/promises';
import { inflateRawSync } from 'node:zlib';
import { checkInQuietly, type Guest, joinQuietly } from './crowd.js';
import { button, type Device, goTo, link, look, openDevice, tap, turnPage } from './device.js';
import { journey } from './journey.js';
import { setUp } from './organizer.js';
import { onBoard, write } from './people.js';

const MINUTE = 60_000;
const PATIENCE = { timeout: 60_000 };

journey('somebody takes everything along, and goes', 'my-data', (stage, step) => {
  let slug: string;
  let eventId: string;
  let organizer: Device;
  let lena: Guest & { phone: Device; tablet: Device };
  let yue: Guest & { phone: Device };

  step('two are in the room and see each other on the board; one of them has a second device', async () => {
    organizer = await openDevice(stage, 'organizer', 'laptop');
    await setUp(organizer, stage.server.setupLink, 'Grace Hopper', 'grace@example.org');
    const at = (minutes: number) => new Date(Date.now() + minutes * MINUTE).toISOString();
    const answer = await organizer.context.request.post(`${organizer.origin}/api/events`, {
      headers: { 'x-teabreak': '1', origin: organizer.origin },
      data: {
        ...{ title: 'An afternoon of tea 午后茶叙', timeZone: 'Asia/Shanghai', startsAt: at(-60), endsAt: at(360) },
        ...{ venue: 'Courtyard 27', agenda: [], places: [] },
      },
    });
    ({ id: eventId, slug } = await answer.json());
    const come = async (key: string, name: string, number: number, language: 'en' | 'zh-CN') => {
      const phone = await openDevice(stage, key, 'phone', language);
      const guest = await joinQuietly(phone.context.request, { origin: phone.origin, slug }, { name, number });
      await checkInQuietly(organizer, eventId, guest);
      return { ...guest, phone };
    };
    yue = await come('yue', '陈悦', 1, 'zh-CN');
    const tablet = await openDevice(stage, 'tablet', 'laptop');
    lena = { ...(await come('lena', 'Lena Fischer', 2, 'en')), tablet };
    await tablet.context.addCookies(await lena.phone.context.cookies());
    await goTo(tablet, `/e/${slug}/home`);
    await goTo(yue.phone, `/e/${slug}/board`);
    await onBoard(yue.phone, lena.name).waitFor(PATIENCE);
  });

  step('P2: on the page about herself she finds everything of hers as one file', async () => {
    const { phone } = lena;
    await goTo(phone, `/e/${slug}/me`);
    await turnPage(phone, () => tap(phone, link(phone, phone.say('me:leave.myData'))));
    await button(phone, phone.say('my-data:delete.button')).waitFor(PATIENCE);
    await look(phone, '01-my-data');
    const [download] = await Promise.all([
      phone.page.waitForEvent('download', PATIENCE),
      tap(phone, link(phone, phone.say('my-data:export.download'))),
    ]);
    expect(download.suggestedFilename()).toMatch(/^teabreak-my-data-.*\.zip$/u);
    const { account, goals } = JSON.parse(firstFileIn(await readFile(await download.path())));
    expect([account.name, goals.length]).toEqual([lena.name, 1]);
  });

  step(
    'P2: she types her name and is gone: here, on her other device, and from the board of the other, who loads nothing anew',
    async () => {
      const { phone, tablet, name } = lena;
      await write(phone, phone.say('my-data:delete.name', { name }), name);
      await tap(phone, button(phone, phone.say('my-data:delete.button')));
      await phone.page.getByRole('heading', { level: 1, name: phone.say('my-data:gone.title') }).waitFor(PATIENCE);
      await look(phone, '02-gone');
      await onBoard(yue.phone, name).waitFor({ ...PATIENCE, state: 'detached' });
      // What its page asks from now on is refused, and its console says so.
      tablet.tolerate = /401/u;
      await goTo(tablet, '/my-data');
      await tablet.page.waitForURL('**/sign-in?**', PATIENCE);
      tablet.tolerate = null;
    },
  );

  step('the organizer’s list holds nobody of her name', async () => {
    await goTo(organizer, `/organize/${eventId}/guests`);
    await organizer.page.getByText(yue.name).first().waitFor(PATIENCE);
    expect(await organizer.page.getByText(lena.name).count()).toBe(0);
    await look(organizer, '03-guests');
  });
});

/** The text of an archive's first file: a header of 30 bytes and two texts, then the shrunk bytes. */
function firstFileIn(zip: Buffer): string {
  const start = 30 + zip.readUInt16LE(26) + zip.readUInt16LE(28);
  return inflateRawSync(zip.subarray(start)).toString('utf8');
}
