import type { GoalKind } from '@teabreak/shared';
import type { Locator } from 'playwright-core';
import { button, type Device, goTo, link, tap, turnPage } from './device.js';

/** What somebody types when joining. */
export interface Attendee {
  name: string;
  wechat: string;
  goal: { kind: GoalKind; seeks: string[]; offers: string[]; sentence: string };
  consents: readonly Consent[];
}
export type Consent = 'takePart' | 'board' | 'screen' | 'suggestions';
export const ALL_CONSENTS: readonly Consent[] = ['takePart', 'board', 'screen', 'suggestions'];

/** E2: from the event's link to one's own home, on one page. Answers how long it took and how many taps. */
export async function join(phone: Device, slug: string, who: Attendee): Promise<{ seconds: number; taps: number }> {
  const { page, say } = phone;
  const [began, tapsBefore] = [performance.now(), phone.taps];
  await goTo(phone, `/e/${slug}`);
  await tap(phone, link(phone, say('event:join')));
  await write(phone, say('join:name'), who.name);
  await tap(phone, button(phone, say('join:contact.wechat.kind')));
  await write(phone, say('join:contact.wechat.label'), who.wechat);
  await tap(phone, page.locator('label').filter({ hasText: say(`goals:kind.${who.goal.kind}`) }));
  await writeTags(phone, say('goals:seeks'), who.goal.seeks);
  await writeTags(phone, say('goals:offers'), who.goal.offers);
  await write(phone, say('goals:sentence'), who.goal.sentence);
  await consent(phone, who.consents);
  await tap(phone, button(phone, say('join:submit')));
  await atHome(phone, who.name);
  return { seconds: (performance.now() - began) / 1000, taps: phone.taps - tapsBefore };
}

/** Nothing may be ticked beforehand (P1). */
export async function consent(phone: Device, to: readonly Consent[]): Promise<void> {
  const { page, say } = phone;
  expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(0);
  for (const name of to) await tap(phone, page.getByRole('checkbox', { name: say(`join:consent.${name}.label`) }));
}

export async function write(phone: Device, label: string, text: string): Promise<void> {
  // The word "optional" may follow the label.
  const field = phone.page.getByRole('textbox', { name: new RegExp(`^${escaped(label)}`, 'u') });
  await tap(phone, field);
  await field.fill(text);
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

async function writeTags(phone: Device, label: string, tags: readonly string[]): Promise<void> {
  const field = phone.page.getByRole('combobox', { name: label });
  await tap(phone, field);
  for (const tag of tags) {
    await field.fill(tag);
    await field.press('Enter');
  }
}

export async function atHome({ page, say }: Device, name: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: say('home:greeting', { name }) }).waitFor();
}

export type Place = 'home' | 'board' | 'introductions' | 'asks' | 'card';

/** By the bar under the thumb. */
export async function walkTo(phone: Device, place: Place): Promise<void> {
  const { page, say } = phone;
  const go = () => tap(phone, page.getByRole('navigation').getByRole('link', { name: say(`common:nav.${place}`) }));
  await (page.url().endsWith(`/${place}`) ? go() : turnPage(phone, go));
  await page.waitForURL(`**/${place}`);
}

/** Somebody's line on the board. */
export const onBoard = ({ page }: Device, name: string): Locator =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });

export async function openPerson(phone: Device, name: string): Promise<void> {
  await walkTo(phone, 'board');
  await tap(phone, onBoard(phone, name).getByRole('link'));
  await phone.page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
}

/** K1: one says it, the other confirms it, and both see it. */
export async function knowEachOther(one: [Device, string], other: [Device, string]): Promise<void> {
  const [[first, firstName], [second, secondName]] = [one, other];
  await openPerson(first, secondName);
  await tap(first, button(first, first.say('circle:say')));
  await first.page.getByText(first.say('circle:waiting', { name: secondName })).waitFor();
  await openPerson(second, firstName);
  await tap(second, button(second, second.say('circle:confirm')));
  await second.page.getByText(second.say('circle:knowEachOther')).waitFor();
  // Nobody reloads: the answer comes by itself.
  await first.page.getByText(first.say('circle:knowEachOther')).waitFor();
}

export const suggestionOf = ({ page }: Device, name: string): Locator =>
  page.getByRole('article').filter({ has: page.getByRole('heading', { name, exact: true }) });

/** I1: from the suggestion to the sent request. */
export async function askFor(phone: Device, name: string, introducer: string, line: string): Promise<void> {
  const { page, say } = phone;
  await tap(phone, suggestionOf(phone, name).getByRole('link', { name: say('home:suggestions.ask', { introducer }) }));
  await tap(phone, button(phone, say('person:ask', { name })));
  const sheet = page.getByRole('dialog');
  expect(await sheet.getByRole('radio', { name: introducer }).isChecked()).toBe(true);
  await sheet.getByLabel(say('introductions:ask.line')).fill(line);
  await tap(phone, sheet.getByRole('button', { name: say('introductions:ask.send') }));
  await page.getByRole('heading', { level: 1, name: say('introductions:heading.requester.asked') }).waitFor();
}

/** Opens what waits at home, by the sentence that stands there. */
export async function openWaiting(phone: Device, sentence: string): Promise<void> {
  await tap(phone, phone.page.getByRole('link').filter({ hasText: sentence }));
  await phone.page.waitForURL(/\/introductions\/[\w-]+$/u);
}

/** Contacts stand in fields that can be copied by hand. */
export const contact = (phone: Device, value: string): Locator =>
  phone.page.locator(`input[readonly][value="${value}"]`);

/** All that this phone shows now, in text and in fields. */
export async function shown({ page }: Device): Promise<string> {
  return page.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value);
    return [document.body.innerText, ...fields].join('\n');
  });
}

export async function post(phone: Device, text: string): Promise<void> {
  await write(phone, phone.say('room:write'), text);
  await tap(phone, button(phone, phone.say('common:send')));
}
