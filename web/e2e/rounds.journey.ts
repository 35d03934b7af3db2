import type { RoundsDesk } from '@teabreak/shared';
import { request as requests } from 'playwright-core';
import { checkInQuietly, type Guest, joinQuietly } from './crowd.js';
import { button, type Device, fetched, goTo, look, openDevice, tap } from './device.js';
import { journey } from './journey.js';
import { finishEvent, openDesk, planEvent, setUp } from './organizer.js';
import { type Consent, shown, walkTo } from './people.js';
import { fetchedByWall, openProjector } from './wall.js';

const CROWD = 24;
const ROUNDS = 4;
const CHANGEOVER = '15';
/** Longer than the changeover, the restart of a server, and a phone's way back to it. */
const PATIENCE = { timeout: 60_000 };
const UNSEEN: readonly Consent[] = ['takePart', 'board', 'suggestions'];

journey('a break with 24 people in four rounds', 'rounds', (stage, step) => {
  let organizer: Device;
  let projector: Device;
  const phones: Device[] = [];
  const guests: Guest[] = [];
  let eventId: string;
  let slug: string;
  /** Everybody who has sat with somebody, round by round. */
  const met: string[] = [];

  const desk = async () => JSON.parse(await fetched(organizer, `/api/events/${eventId}/rounds`)) as RoundsDesk;
  const round = (device: Device, number: number) =>
    device.page
      .getByText(device.say('rounds:round', { number, of: ROUNDS }))
      .first()
      .waitFor(PATIENCE);

  /** All sit at one table, nobody twice, and the phones say the same as the desk. Notes who meets whom. */
  const seated = async (number: number, people: number): Promise<RoundsDesk> => {
    const now = await desk();
    expect(now.clock?.number).toBe(number);
    const sitting = now.tables.flatMap(({ people: seats }) => seats.map(({ name }) => name));
    expect(new Set(sitting).size).toBe(sitting.length);
    expect(sitting.length).toBe(people);
    for (const { people: seats } of now.tables) {
      const names = seats.map(({ name }) => name).sort();
      for (const [index, one] of names.entries())
        for (const other of names.slice(index + 1)) met.push(`${one} + ${other}`);
    }
    expect(new Set(met).size).toBe(met.length);
    return now;
  };

  const tableOf = ({ tables }: RoundsDesk, { name }: Guest) =>
    tables.find(({ people }) => people.some((person) => person.name === name));

  const phoneShows = async (index: number, now: RoundsDesk) => {
    const [phone, guest] = [phones[index]!, guests[index]!];
    await round(phone, now.clock!.number);
    const table = tableOf(now, guest)!;
    for (const { name } of table.people)
      if (name !== guest.name) await phone.page.getByRole('heading', { level: 2, name, exact: true }).waitFor(PATIENCE);
    expect((await shown(phone)).replace(/\s/gu, '')).toContain(`${phone.say('rounds:table')}${table.table}`);
  };

  /** Once people talk: before that there is no round to go on from. */
  const nextRound = async () => {
    await organizer.page.getByText(organizer.say('rounds-desk:running')).waitFor(PATIENCE);
    await tap(organizer, button(organizer, organizer.say('rounds-desk:next')));
    const dialog = organizer.page.getByRole('dialog');
    await tap(organizer, dialog.getByRole('button', { name: organizer.say('rounds-desk:next') }));
    await dialog.waitFor({ state: 'detached' });
  };

  step('24 people are checked in, and the break is open', async () => {
    organizer = await openDevice(stage, 'organizer', 'laptop');
    await setUp(organizer, stage.server.setupLink, 'Grace Hopper', 'grace@example.org');
    await planEvent(organizer, {
      title: 'Founders’ tea 创业者茶会',
      description: 'Four conversations in one break.',
      venue: 'Courtyard 27',
      address: '27 Yongfu Road, Shanghai',
      session: 'Welcome',
      hints: [],
    });
    ({ eventId, slug } = await finishEvent(organizer));
    const place = { origin: stage.server.origin, slug };
    const names = ['Lena Fischer', '王晓明', '陈悦'];
    for (const [index, name] of names.entries()) {
      const phone = await openDevice(
        stage,
        `phone-${index + 1}`,
        index === 2 ? 'wechat' : 'phone',
        index === 0 ? 'en' : 'zh-CN',
      );
      phones.push(phone);
      const consents = index === 2 ? { consents: UNSEEN } : {};
      guests.push(await joinQuietly(phone.context.request, place, { name, number: index, ...consents }));
    }
    for (let number = names.length; number < CROWD; number += 1) {
      const someone = await requests.newContext();
      const name = number % 4 === 0 ? `Maximiliane von Hohenstein-Grünewald ${number}` : `客人${number} Guest`;
      guests.push(await joinQuietly(someone, place, { name, number }));
      await someone.dispose();
    }
    for (const guest of guests) await checkInQuietly(organizer, eventId, guest);
    await openDesk(organizer, 'rounds');
    await organizer.page.getByText(organizer.say('rounds-desk:noBreak')).waitFor();
    await look(organizer, '01-no-break');
    await openDesk(organizer, 'overview');
    await tap(organizer, button(organizer, organizer.say('overview:break.openIt')));
    await button(organizer, organizer.say('overview:break.close')).waitFor();
  });

  step(
    'R1, R5: the organizer starts four rounds, and every phone shows its table, partner, reasons and the time',
    async () => {
      for (const phone of phones) await goTo(phone, `/e/${slug}/home`);
      await openDesk(organizer, 'rounds');
      await organizer.page.getByText(organizer.say('rounds-desk:ready', { count: CROWD })).waitFor();
      await organizer.page.locator('[name="rounds"]').selectOption(String(ROUNDS));
      await organizer.page.locator('[name="changeover"]').selectOption(CHANGEOVER);
      await look(organizer, '02-start');
      await tap(organizer, button(organizer, organizer.say('rounds-desk:start')));
      await round(organizer, 1);
      const now = await seated(1, CROWD);
      for (const [index, phone] of phones.entries()) {
        await tap(
          phone,
          phone.page.getByRole('link').filter({ hasText: phone.say('rounds:round', { number: 1, of: ROUNDS }) }),
        );
        await phoneShows(index, now);
        expect(await phone.page.getByRole('timer').innerText()).toMatch(/^0:\d\d$/u);
      }
      await look(phones[0]!, '03-find-your-table');
      await look(phones[2]!, '03-find-your-table');
      await look(organizer, '03-tables');
    },
  );

  step('R5: the projector shows all tables and the countdown, and no name of who did not agree to it', async () => {
    projector = await openProjector(stage, organizer, eventId);
    await projector.page.getByRole('timer').waitFor();
    await projector.page.getByText('Lena Fischer').waitFor();
    expect(await shown(projector)).not.toContain('陈悦');
    expect(await fetchedByWall(projector)).not.toContain('陈悦');
    await look(projector, '04-projector');
  });

  step('the server’s time starts the round on all of them, without a tap', async () => {
    for (const phone of phones) await phone.page.getByText(phone.say('rounds:talk')).waitFor(PATIENCE);
    await organizer.page.getByText(organizer.say('rounds-desk:running')).waitFor(PATIENCE);
    await look(phones[1]!, '05-talk');
    await look(projector, '05-talk');
  });

  step('R4: one leaves and one arrives; the next round knows both, and the others were not disturbed', async () => {
    const leaving = phones[2]!;
    const before = await desk();
    await tap(leaving, button(leaving, leaving.say('rounds:leave')));
    await button(leaving, leaving.say('rounds:comeBack')).waitFor();
    const someone = await requests.newContext();
    const late = await joinQuietly(someone, { origin: stage.server.origin, slug }, { name: 'Late Larry', number: 99 });
    await someone.dispose();
    await checkInQuietly(organizer, eventId, late);
    const undisturbed = await desk();
    expect(undisturbed.tables.map(({ people }) => people.map(({ name }) => name))).toEqual(
      before.tables.map(({ people }) => people.map(({ name }) => name)),
    );
    await organizer.page.getByText('Late Larry').waitFor();
    await look(organizer, '06-one-left-one-waits');
    await nextRound();
    await round(organizer, 2);
    const now = await seated(2, CROWD);
    expect(tableOf(now, late)).toBeDefined();
    expect(tableOf(now, guests[2]!)).toBeUndefined();
    for (const index of [0, 1]) await phoneShows(index, now);
    await leaving.page.getByText(leaving.say('rounds:state.out')).waitFor();
    await look(leaving, '06-out');
  });

  step('a running round survives a restart of the server: the same tables, on phones nobody touched', async () => {
    const before = await desk();
    for (const device of [...phones, organizer, projector]) device.tolerate = /./u;
    await stage.server.restart();
    const after = await desk();
    expect(after.tables).toEqual(before.tables);
    expect(after.clock).toMatchObject({ roundId: before.clock!.roundId, endsAt: before.clock!.endsAt });
    for (const index of [0, 1]) await phoneShows(index, after);
    for (const phone of phones.slice(0, 2)) await phone.page.getByText(phone.say('rounds:talk')).waitFor(PATIENCE);
    for (const device of [...phones, organizer, projector]) device.tolerate = null;
  });

  step('R3: four rounds, and nobody has met the same person twice', async () => {
    for (const number of [3, 4]) {
      await nextRound();
      await round(organizer, number);
      const now = await seated(number, CROWD);
      for (const index of [0, 1]) await phoneShows(index, now);
    }
    expect(met).toHaveLength(ROUNDS * (CROWD / 2));
  });

  step('the break is closed: the phones say that it is over, and who was met stays', async () => {
    const [lena] = phones as [Device];
    await organizer.page.getByText(organizer.say('rounds-desk:running')).waitFor(PATIENCE);
    await openDesk(organizer, 'overview');
    await tap(organizer, button(organizer, organizer.say('overview:break.close')));
    await lena.page.getByText(lena.say('rounds:over')).waitFor(PATIENCE);
    await look(lena, '07-over');
    await walkTo(lena, 'introductions');
    for (const pair of met.slice(0, (3 * CROWD) / 2).filter((names) => names.includes('Lena Fischer'))) {
      const other = pair.split(' + ').find((name) => name !== 'Lena Fischer')!;
      await lena.page.getByText(other, { exact: true }).first().waitFor();
    }
    await look(lena, '08-people-i-met');
  });
});
