import { checkInQuietly, type Guest, joinQuietly } from './crowd.js';
import { button, type Device, goTo, link, look, openDevice, tap, turnPage } from './device.js';
import { journey } from './journey.js';
import { openDesk } from './organizer.js';
import { contact, shown, walkTo, write } from './people.js';
import { fetchedByWall, openProjector } from './wall.js';

const HEADERS = { 'x-teabreak': '1' };
const ASK = 'Who knows a landlord with 80 m² near Jing’an?';
const OFFER = '<b>免费</b>看办公室装修方案，javascript:alert(1)';
const LINE = '我表哥有一层，下周空出来。';
const THANKS = 'You saved our move. 谢谢！';

journey('an ask, its answer, and an offer that does not belong here', 'asks', (stage, step) => {
  let organizer: Device;
  let projector: Device;
  let lena: Device;
  let ming: Device;
  let eventId: string;
  let slug: string;

  const card = ({ page }: Device, text: string) => page.getByRole('listitem').filter({ hasText: text });
  const badge = ({ page, say }: Device) =>
    page.getByRole('navigation').getByRole('link', { name: new RegExp(`^\\d+ ?${say('common:nav.asks')}`, 'u') });
  const openAsk = (device: Device, text: string) =>
    tap(device, device.page.getByRole('link', { name: text, exact: true }));

  /** People and asks take turns on the wall: what it is told is there at once, what it shows only later. */
  const wall = async (isTold: boolean) => {
    for (let tries = 0; (await fetchedByWall(projector)).includes(ASK) !== isTold; tries += 1) {
      if (tries === 600) throw new Error(`The wall is ${isTold ? 'not ' : ''}told of the ask`);
      await projector.page.waitForTimeout(100);
    }
  };

  /** What the pages of other journeys have shown: an event, and who is here. */
  const begin = async () => {
    const { origin, setupLink } = stage.server;
    const send = async (path: string, data: object) => {
      const answer = await organizer.context.request.post(origin + path, { headers: HEADERS, data });
      expect(answer.ok()).toBe(true);
      return answer.json();
    };
    const token = new URL(setupLink).hash.slice(1);
    await send('/api/setup', { token, name: 'Grace Hopper', email: 'grace@example.org', locale: 'en' });
    const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
    const event = {
      title: 'Founders’ tea',
      timeZone: 'Asia/Shanghai',
      startsAt: at(-1),
      endsAt: at(3),
      venue: 'Courtyard 27',
    };
    ({ id: eventId, slug } = await send('/api/events', event));
    const guests: [Device, string][] = [
      [lena, 'Lena Fischer'],
      [ming, '王晓明'],
    ];
    for (const [number, [phone, name]] of guests.entries()) {
      const guest: Guest = await joinQuietly(phone.context.request, { origin, slug }, { name, number });
      await checkInQuietly(organizer, eventId, guest);
    }
  };

  step('A1: Lena asks the room; it is on another phone without a reload, and the wall is told', async () => {
    [organizer, lena, ming] = await Promise.all([
      openDevice(stage, 'organizer', 'laptop'),
      openDevice(stage, 'lena', 'phone'),
      openDevice(stage, 'ming', 'wechat', 'zh-CN'),
    ]);
    await begin();
    projector = await openProjector(stage, organizer, eventId);
    await Promise.all([goTo(lena, `/e/${slug}/home`), goTo(ming, `/e/${slug}/asks`)]);
    await walkTo(lena, 'asks');
    await lena.page.getByText(lena.say('asks:empty.title')).waitFor();
    await look(lena, '01-nothing-yet');
    await tap(lena, button(lena, lena.say('asks:form.title')));
    await write(lena, lena.say('asks:form.text.ask'), ASK);
    await tap(lena, lena.page.getByRole('checkbox', { name: lena.say('asks:form.onScreen') }));
    await look(lena, '02-writing');
    await tap(lena, button(lena, lena.say('asks:form.submit')));
    await card(ming, ASK).waitFor();
    await wall(true);
    await look(ming, '03-an-ask');
  });

  step('A1: Ming can help; Lena sees it at once and agrees; both have each other’s contacts', async () => {
    await tap(ming, card(ming, ASK).getByRole('button', { name: ming.say('asks:help.do.ask') }));
    await write(ming, ming.say('asks:help.line'), LINE);
    await look(ming, '04-can-help');
    await tap(ming, button(ming, ming.say('asks:help.send')));
    await badge(lena).waitFor();
    await openAsk(lena, ASK);
    await lena.page.getByText(LINE).waitFor();
    await look(lena, '05-somebody-can');
    expect(await shown(ming)).not.toContain('guest_0');
    await tap(lena, button(lena, lena.say('asks:own.accept')));
    await badge(ming).waitFor();
    await tap(ming, link(ming, ming.say('asks:help.write')));
    await contact(ming, 'guest_0').waitFor();
    await look(ming, '06-introduced');
  });

  step('A1: they write to each other, also out of a tunnel, and nothing comes twice', async () => {
    await write(ming, ming.say('asks:thread.write', { name: 'Lena Fischer' }), '三点在门口见？');
    await tap(ming, button(ming, ming.say('common:send')));
    const latest = lena.page.getByRole('link').filter({ hasText: '王晓明' }).filter({ hasText: '三点在门口见' });
    await turnPage(lena, () => tap(lena, latest));
    await lena.page.getByRole('listitem').filter({ hasText: '三点在门口见？' }).waitFor();
    lena.tolerate = /ERR_INTERNET_DISCONNECTED|WebSocket/u;
    await lena.context.setOffline(true);
    await write(lena, lena.say('asks:thread.write', { name: '王晓明' }), 'I come from the tunnel.');
    await tap(lena, button(lena, lena.say('common:send')));
    await button(lena, lena.say('asks:thread.again')).waitFor();
    await look(lena, '07-in-a-tunnel');
    await lena.context.setOffline(false);
    await tap(lena, button(lena, lena.say('asks:thread.again')));
    const arrived = ming.page.getByRole('listitem').filter({ hasText: 'I come from the tunnel.' });
    await arrived.waitFor();
    expect(await arrived.count()).toBe(1);
    lena.tolerate = null;
  });

  step('A1, A2: Lena says who helped; Ming keeps the thanks, the wall and the list are done with it', async () => {
    await goTo(lena, `/e/${slug}/asks`);
    await openAsk(lena, ASK);
    await tap(lena, button(lena, lena.say('asks:own.answered')));
    const sheet = lena.page.getByRole('dialog');
    await write(lena, lena.say('asks:answered.thanks'), THANKS);
    await tap(lena, sheet.getByRole('button', { name: lena.say('asks:answered.submit') }));
    await lena.page.getByText(lena.say('asks:own.answeredBy', { name: '王晓明' })).waitFor();
    await ming.page.getByText(ming.say('asks:thread.thanks', { thanks: THANKS })).waitFor();
    await wall(false);
    await look(ming, '08-thanks');
    await goTo(organizer, `/organize/${eventId}/overview`);
    await organizer.page.getByText(organizer.say('overview:asks.answered')).waitFor();
  });

  step('A1: what people write stays text; what a host hides is gone at once, and its author reads why', async () => {
    await walkTo(ming, 'asks');
    await tap(ming, button(ming, ming.say('asks:form.title')));
    await tap(ming, ming.page.locator('label').filter({ hasText: ming.say('asks:form.offer') }));
    await write(ming, ming.say('asks:form.text.offer'), OFFER);
    await tap(ming, button(ming, ming.say('asks:form.submit')));
    await card(ming, OFFER).waitFor();
    await walkTo(lena, 'asks');
    await card(lena, OFFER).waitFor();
    expect(await lena.page.locator('b, a[href^="javascript"]').count()).toBe(0);
    await look(lena, '09-an-offer');
    await openDesk(organizer, 'asks');
    await tap(organizer, card(organizer, OFFER).getByRole('button', { name: organizer.say('asks:desk.hide') }));
    await organizer.page.getByRole('dialog').getByLabel(organizer.say('asks:desk.reason')).fill('No code, please');
    await look(organizer, '10-desk');
    await tap(
      organizer,
      organizer.page.getByRole('dialog').getByRole('button', { name: organizer.say('asks:desk.hide') }),
    );
    await card(lena, OFFER).waitFor({ state: 'detached' });
    await openAsk(ming, OFFER);
    await ming.page.getByText(ming.say('asks:own.hidden', { reason: 'No code, please' })).waitFor();
    await look(ming, '11-hidden');
  });
});
