import type { EventNow } from '@teabreak/shared';
import { checkInQuietly, type Guest, joinQuietly } from './crowd.js';
import { button, type Device, fetched, goTo, look, openDevice, tap } from './device.js';
import { journey } from './journey.js';
import { setUp } from './organizer.js';
import { askFor, openWaiting, shown, write } from './people.js';

const DAY = 86_400_000;
const WEEK = 7;
/** Longer than a killed server takes to come back, and a phone to find it. */
const PATIENCE = { timeout: 60_000 };
const ASKING = 'You know each other from the tea house; would you?';
const PASSING = 'Lena 很靠谱，聊十分钟就知道。';
const PROMISE = 'the name of the visa office';

interface Person extends Guest {
  phone: Device;
}

/** The crowd's trades: what 0 and 6 seek, 1 offers, and the other way round. */
const PEOPLE = [
  { key: 'lena', name: 'Lena Fischer', number: 0, language: 'en' },
  { key: 'xiaoming', name: '王晓明', number: 1, language: 'zh-CN' },
  { key: 'yue', name: '陈悦', number: 2, language: 'zh-CN' },
  { key: 'omar', name: 'Omar Haddad', number: 6, language: 'en' },
] as const;

journey('four phones, a warm introduction, and the week after', 'relations', (stage, step) => {
  let organizer: Device;
  let slug: string;
  let eventId: string;
  const people = {} as Record<(typeof PEOPLE)[number]['key'], Person>;

  const send = async (device: Device, path: string, data: object) => {
    const headers = { 'x-teabreak': '1', origin: device.origin };
    const answer = await device.context.request.post(`${device.origin}/api/events${path}`, { headers, data });
    expect([path, answer.ok()]).toEqual([path, true]);
    return answer.json();
  };
  const knowEachOther = async (one: Person, other: Person) => {
    await send(one.phone, `/${eventId}/people/${other.registrationId}/acquaintance`, {});
    await send(other.phone, `/${eventId}/people/${one.registrationId}/acquaintance`, {});
  };

  step('an event of two weeks, four people in the room, one of whom knows two others', async () => {
    organizer = await openDevice(stage, 'organizer', 'laptop');
    await setUp(organizer, stage.server.setupLink, 'Grace Hopper', 'grace@example.org');
    const at = (days: number, minutes = 0) => new Date(Date.now() + days * DAY + minutes * 60_000).toISOString();
    const pause = (title: string, days: number) =>
      ({ kind: 'break', title, startsAt: at(days, -10), endsAt: at(days, 110) }) as const;
    ({ id: eventId, slug } = await send(organizer, '', {
      title: 'Two weeks of tea 茶叙双周',
      timeZone: 'Asia/Shanghai',
      startsAt: at(0, -60),
      endsAt: at(14),
      venue: 'Courtyard 27',
      agenda: [pause('First tea', 0), pause('Second tea', WEEK)],
      places: [1, 2, 3].map((number) => ({ name: `Table ${number}`, seats: 3, hint: 'by the window' })),
    }));
    for (const { key, name, number, language } of PEOPLE) {
      const phone = await openDevice(stage, key, 'phone', language);
      const guest = await joinQuietly(phone.context.request, { origin: phone.origin, slug }, { name, number });
      await checkInQuietly(organizer, eventId, guest);
      people[key] = { ...guest, phone };
    }
    const { lena, xiaoming, yue, omar } = people;
    await knowEachOther(lena, yue);
    await knowEachOther(xiaoming, yue);
    await knowEachOther(lena, omar);
    for (const { phone } of Object.values(people)) await goTo(phone, `/e/${slug}/home`);
  });

  step('I1, I7: Lena asks Yue, who passes it on with a line; Xiaoming agrees; both know where', async () => {
    const { lena, xiaoming, yue } = people;
    await askFor(lena.phone, xiaoming.name, yue.name, ASKING);
    await openWaiting(yue.phone, yue.phone.say('home:waiting.passOn', { requester: lena.name, target: xiaoming.name }));
    await write(yue.phone, yue.phone.say('introductions:passOn.line', { name: xiaoming.name }), PASSING);
    await tap(yue.phone, button(yue.phone, yue.phone.say('introductions:passOn.send')));
    await openWaiting(
      xiaoming.phone,
      xiaoming.phone.say('home:waiting.agreeVia', { introducer: yue.name, other: lena.name }),
    );
    await xiaoming.phone.page.getByText(PASSING).waitFor();
    await tap(xiaoming.phone, button(xiaoming.phone, xiaoming.phone.say('introductions:step.agree')));
    for (const { phone } of [lena, xiaoming]) {
      const meeting = phone.page.getByRole('region', { name: phone.say('introductions:meeting.label') });
      await meeting.getByText(/Table \d/u).waitFor();
      await meeting.getByText('First tea').waitFor();
    }
    await look(xiaoming.phone, '01-agreed');
  });

  step('F1, O2: they met, the organizer counts it; what Lena promised stands in her own note alone', async () => {
    const { lena, xiaoming } = people;
    await goTo(lena.phone, `/e/${slug}/home`);
    await openWaiting(lena.phone, lena.phone.say('home:waiting.open'));
    await tap(lena.phone, button(lena.phone, lena.phone.say('introductions:step.met')));
    const sheet = lena.phone.page.getByRole('dialog');
    await sheet.getByRole('textbox', { name: lena.phone.say('note:iPromised') }).fill(PROMISE);
    await tap(lena.phone, sheet.getByRole('button', { name: lena.phone.say('note:save') }));
    await lena.phone.page.getByText(lena.phone.say('note:saved')).waitFor();
    expect(await fetched(xiaoming.phone, '/api/follow-ups')).not.toContain(PROMISE);
    const now = JSON.parse(await fetched(organizer, `/api/events/${eventId}/now`)) as EventNow;
    expect(now.introductions).toMatchObject({ asked: 1, agreed: 1, met: 1 });
  });

  step('F3: a week later it is time for a word, with the promise and lines in his language', async () => {
    const { lena, xiaoming } = people;
    for (const { phone } of Object.values(people)) phone.tolerate = /./u;
    await stage.server.restart({ days: WEEK });
    for (const { phone } of Object.values(people)) {
      await phone.page.goto(`${phone.origin}/follow-ups`);
      phone.tolerate = null;
    }
    const { page, say } = lena.phone;
    await page.getByText(say('follow-ups:youPromised', { what: PROMISE })).waitFor(PATIENCE);
    await look(lena.phone, '02-due');
    await xiaoming.phone.page.getByRole('heading', { name: lena.name }).waitFor();
    await look(xiaoming.phone, '02-due');
    expect(await shown(xiaoming.phone)).not.toContain(PROMISE);

    await goTo(lena.phone, `/e/${slug}/home`);
    await tap(lena.phone, page.getByRole('link', { name: say('home:followUps', { name: xiaoming.name, count: 1 }) }));
    await tap(lena.phone, page.getByRole('link', { name: say('follow-ups:write') }));
    await page.getByRole('heading', { level: 1, name: xiaoming.name }).waitFor();
    const message = page.getByRole('textbox', { name: say('follow-ups:message.text') });
    expect(await message.inputValue()).toContain(`${xiaoming.name}你好，我是${lena.name}`);
    expect(await message.inputValue()).toContain(PROMISE);
    await look(lena.phone, '03-lines');
    await tap(lena.phone, button(lena.phone, say('follow-ups:done.open')));
    await tap(lena.phone, button(lena.phone, say('follow-ups:done.save')));
    await page.getByText(say('follow-ups:kinds.message')).first().waitFor();
  });

  step('F4, I4: Lena gives first: Xiaoming and Omar fit, both say yes, both know where', async () => {
    const { lena, xiaoming, omar } = people;
    const { page, say } = lena.phone;
    await tap(lena.phone, button(lena.phone, say('follow-ups:couldMeet.here')));
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('textbox').fill('One has what the other needs.');
    await look(lena.phone, '04-give-first');
    await tap(lena.phone, sheet.getByRole('button', { name: say('introductions:offer.send') }));
    await sheet.waitFor({ state: 'detached' });
    for (const [{ phone }, other] of [
      [xiaoming, omar],
      [omar, xiaoming],
    ] as const) {
      await goTo(phone, `/e/${slug}/inbox`);
      const item = phone.say('inbox:kinds.answerOther', { name: other.name, other: lena.name });
      await phone.page.getByText(item).waitFor();
      await look(phone, '05-inbox');
      await tap(phone, phone.page.getByRole('link').filter({ hasText: item }));
      await tap(phone, button(phone, phone.say('introductions:step.agree')));
    }
    const meeting = omar.phone.page.getByRole('region', { name: omar.phone.say('introductions:meeting.label') });
    await meeting.getByText('Second tea').waitFor();
    await look(omar.phone, '06-agreed');
  });
});
