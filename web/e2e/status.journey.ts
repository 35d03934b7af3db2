import { randomUUID } from 'node:crypto';
import type { IntroductionView, Presence } from '@teabreak/shared';
import { checkInQuietly, type Guest, joinQuietly } from './crowd.js';
import { button, type Device, goTo, look, openDevice, tap } from './device.js';
import { journey } from './journey.js';
import { setUp } from './organizer.js';
import { onBoard } from './people.js';

const MINUTE = 60_000;
/** Longer than a killed server takes to come back, and a phone to find it. */
const PATIENCE = { timeout: 60_000 };
/** More than a first talk, and more than a silence that is believed. */
const LATER_MINUTES = 50;
const PRESENCES: readonly Presence[] = ['talking', 'away', 'at-place', 'free'];

/** Yue looks at her board all the time; nobody loads it anew for her. */
const PEOPLE = [
  { key: 'yue', name: '陈悦', language: 'zh-CN' },
  { key: 'lena', name: 'Lena Fischer', language: 'en' },
  { key: 'xiaoming', name: '王晓明', language: 'zh-CN' },
  { key: 'omar', name: 'Omar Haddad', language: 'en' },
] as const;

journey('how people are, said by taps, by the door, by a meeting and by silence', 'status', (stage, step) => {
  let organizer: Device;
  let slug: string;
  let eventId: string;
  const people = {} as Record<(typeof PEOPLE)[number]['key'], Guest & { phone: Device }>;

  const send = async (device: Device, path: string, data: object) => {
    const headers = { 'x-teabreak': '1', origin: device.origin };
    const answer = await device.context.request.post(`${device.origin}/api/events${path}`, { headers, data });
    expect([path, answer.ok()]).toEqual([path, true]);
    return answer.json();
  };
  /** On the phone of whom it is about. */
  const says = ({ phone }: { phone: Device }, presence: Presence) =>
    phone.page
      .getByRole('button', { name: phone.say(`home:presence.${presence}`), exact: true, pressed: true })
      .waitFor(PATIENCE);
  /** On the phone of somebody else. */
  const seen = ({ name }: Guest, words: string) => onBoard(people.yue.phone, name).getByText(words).waitFor(PATIENCE);
  const seenAs = (who: Guest, presence: Presence) =>
    seen(who, people.yue.phone.say(`common:status.${presence.replace('-', '_')}`));

  step('a tea break is on; one is in the room and looks at the board, three are on their way', async () => {
    organizer = await openDevice(stage, 'organizer', 'laptop');
    await setUp(organizer, stage.server.setupLink, 'Grace Hopper', 'grace@example.org');
    const at = (minutes: number) => new Date(Date.now() + minutes * MINUTE).toISOString();
    ({ id: eventId, slug } = await send(organizer, '', {
      title: 'An afternoon of tea 午后茶叙',
      timeZone: 'Asia/Shanghai',
      startsAt: at(-60),
      endsAt: at(360),
      venue: 'Courtyard 27',
      agenda: [{ kind: 'break', title: 'Tea', startsAt: at(-40), endsAt: at(300) }],
      places: [{ name: 'Table 1', seats: 3, hint: '' }],
    }));
    for (const [number, { key, name, language }] of PEOPLE.entries()) {
      const phone = await openDevice(stage, key, 'phone', language);
      const guest = await joinQuietly(phone.context.request, { origin: phone.origin, slug }, { name, number });
      people[key] = { ...guest, phone };
      await goTo(phone, `/e/${slug}/home`);
    }
    await checkInQuietly(organizer, eventId, people.yue);
    await goTo(people.yue.phone, `/e/${slug}/board`);
    const { page, say } = people.yue.phone;
    await page.getByText(say('board:empty.title')).waitFor();
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  });

  step('B1: whoever is checked in at the door is free, on the own phone and on the board of another', async () => {
    for (const guest of [people.lena, people.xiaoming, people.omar]) {
      await checkInQuietly(organizer, eventId, guest);
      await seenAs(guest, 'free');
      await says(guest, 'free');
    }
  });

  step('B1: one tap sets each status, and another phone shows it; a second one says at which place', async () => {
    const { lena } = people;
    for (const presence of PRESENCES) {
      await tap(lena.phone, button(lena.phone, lena.phone.say(`home:presence.${presence}`)));
      if (presence === 'at-place')
        await tap(lena.phone, lena.phone.page.getByRole('dialog').getByRole('button', { name: 'Table 1' }));
      await says(lena, presence);
      if (presence === 'at-place') await seen(lena, 'Table 1');
      else await seenAs(lena, presence);
    }
    await look(lena.phone, '01-free-again');
  });

  step('B1, I7: two whom somebody brought together have met: both are talking, without a tap for it', async () => {
    const { yue, lena, xiaoming } = people;
    for (const other of [lena, xiaoming]) {
      await send(yue.phone, `/${eventId}/people/${other.registrationId}/acquaintance`, {});
      await send(other.phone, `/${eventId}/people/${yue.registrationId}/acquaintance`, {});
    }
    const { id } = (await send(yue.phone, `/${eventId}/introductions/offers`, {
      requestId: randomUUID(),
      oneId: lena.registrationId,
      otherId: xiaoming.registrationId,
    })) as IntroductionView;
    for (const { phone } of [lena, xiaoming]) await send(phone, `/${eventId}/introductions/${id}/agree`, {});
    await goTo(lena.phone, `/e/${slug}/introductions/${id}`);
    await tap(lena.phone, button(lena.phone, lena.phone.say('introductions:step.met')));
    for (const guest of [lena, xiaoming]) await seenAs(guest, 'talking');
    await says(xiaoming, 'talking');
    await look(yue.phone, '02-talking');
  });

  step('B1: half an hour later their talk is over, and whose phone was closed all the time is away', async () => {
    const { yue, lena, xiaoming, omar } = people;
    await omar.phone.page.close();
    for (const { phone } of Object.values(people)) phone.tolerate = /./u;
    await stage.server.restart({ minutes: LATER_MINUTES });
    await seenAs(omar, 'away');
    for (const guest of [lena, xiaoming]) await seenAs(guest, 'free');
    await says(xiaoming, 'free');
    for (const { phone } of Object.values(people)) phone.tolerate = null;
    await look(yue.phone, '03-one-is-away');
  });

  step('B1: who opens the phone again is there at once', async () => {
    const { yue, omar } = people;
    omar.phone.page = await omar.phone.context.newPage();
    await goTo(omar.phone, `/e/${slug}/home`);
    await seenAs(omar, 'free');
    await says(omar, 'free');
    expect(await yue.phone.page.evaluate(() => 'sameDocument' in window)).toBe(true);
  });
});
