import path from 'node:path';
import type { Locator } from 'playwright-core';
import { button, type Device, goTo, link, tap, turnPage } from './device.js';
import { write } from './people.js';

export async function setUp(laptop: Device, setupLink: string, name: string, email: string): Promise<void> {
  const { page, say } = laptop;
  await goTo(laptop, setupLink);
  expect(page.url()).not.toContain('#');
  await write(laptop, say('accounts:setup.name'), name);
  await write(laptop, say('accounts:email'), email);
  await tap(laptop, button(laptop, say('accounts:setup.submit')));
  await page.waitForURL('**/organize');
}

export interface EventWords {
  title: string;
  description: string;
  venue: string;
  address: string;
  session: string;
  /** How to find the first tables. */
  hints: string[];
}

/** E1: an event that began an hour ago, with a talk, a tea break in the middle and five tables. Not sent yet. */
export async function planEvent(laptop: Device, words: EventWords): Promise<void> {
  const { page, say } = laptop;
  await tap(laptop, link(laptop, say('organizer:nav.new')).first());
  await write(laptop, say('event-form:title'), words.title);
  await write(laptop, say('event-form:description'), words.description);
  await page.getByLabel(say('event-form:starts'), { exact: true }).fill(anHourAgo());
  await write(laptop, say('event-form:venue'), words.venue);
  await write(laptop, say('event-form:address'), words.address);
  await tap(laptop, button(laptop, say('event-form:addSession')));
  await page.locator('[name="agenda.0.title"]').fill(words.session);
  await tap(laptop, button(laptop, say('event-form:addBreak')));
  await tap(laptop, button(laptop, say('event-form:addPlaces')));
  for (const [index, hint] of words.hints.entries()) await page.locator(`[name="places.${index}.hint"]`).fill(hint);
}

/** Answers what the addresses of its pages are made of. */
export async function finishEvent(laptop: Device): Promise<{ eventId: string; slug: string }> {
  const { page, say } = laptop;
  await tap(laptop, button(laptop, say('event-form:create')));
  await page.waitForURL(/\/organize\/[\w-]{36}\/overview$/u);
  const eventId = page.url().split('/').at(-2) ?? '';
  const address = await page.getByLabel(say('overview:share.link'), { exact: true }).inputValue();
  return { eventId, slug: address.split('/e/')[1] ?? '' };
}

/** As a clock on a wall in Shanghai shows it: "2026-05-01T14:00". */
function anHourAgo(): string {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });
  return parts.format(new Date(Date.now() - 3_600_000)).replace(' ', 'T');
}

export type DeskPage =
  | 'overview'
  | 'guests'
  | 'import'
  | 'door'
  | 'group'
  | 'introductions'
  | 'reports'
  | 'asks'
  | 'rounds'
  | 'team'
  | 'settings';

/** By the column at the left. */
export async function openDesk(laptop: Device, name: DeskPage): Promise<void> {
  const { page, say } = laptop;
  const entry = page.getByRole('navigation').getByRole('link', { name: say(`organizer:nav.${name}`), exact: true });
  await (page.url().endsWith(`/${name}`) ? tap(laptop, entry) : turnPage(laptop, () => tap(laptop, entry)));
  await page.waitForURL(`**/${name}`);
}

/** E5: answers the report as it stands on the screen: the five numbers, and each line that needs a look. */
export async function importGuests(laptop: Device, file: string): Promise<{ numbers: string[]; remarks: string[] }> {
  const { page, say } = laptop;
  await openDesk(laptop, 'import');
  await page.locator('input[type="file"]').setInputFiles(file);
  await page.getByText(say('import:latest', { file: path.basename(file) })).waitFor();
  const numbers = ['read', 'created', 'updated', 'unchanged', 'rejected'].map(async (name) => {
    const label = page.getByRole('term').filter({ hasText: say(`import:${name}`) });
    return (await label.locator('+ dd').innerText()).trim();
  });
  const lines = page.getByRole('listitem').filter({ hasText: /^Line \d+/u });
  return { numbers: await Promise.all(numbers), remarks: await lines.allInnerTexts() };
}

export const guestRow = ({ page }: Device, name: string): Locator =>
  page.getByRole('listitem').filter({ hasText: name });

/** Searches among the guests as people at a desk do, and answers who is left. */
export async function findGuest(laptop: Device, typed: string, name: string): Promise<void> {
  const { page, say } = laptop;
  await page.getByRole('searchbox', { name: say('guests:search') }).fill(typed);
  await guestRow(laptop, name).waitFor();
}

export async function personalLinkOf(laptop: Device, name: string): Promise<string> {
  const { page, say } = laptop;
  await tap(laptop, guestRow(laptop, name).getByRole('button', { name: say('guests:open', { name }) }));
  const address = await page.getByLabel(say('guests:personalLink'), { exact: true }).inputValue();
  await tap(laptop, page.getByRole('dialog').getByRole('button', { name: say('common:close'), exact: true }));
  return address;
}

export type DoorWay = 'scan' | 'search';

export async function atDoorBy(laptop: Device, way: DoorWay): Promise<void> {
  const { page, say } = laptop;
  if (!page.url().endsWith('/door')) await openDesk(laptop, 'door');
  await tap(laptop, button(laptop, say(`door:way.${way}`)));
}

/** What the door says about the last one, large. */
export async function doorSays(laptop: Device, result: 'checked-in' | 'already' | 'unknown', name = ''): Promise<void> {
  const { page, say } = laptop;
  await page
    .getByRole('status')
    .filter({ hasText: say(`door:result.${result}`) })
    .filter({ hasText: name })
    .waitFor();
}

/** E4: by a few letters of the name. */
export async function checkInByName(laptop: Device, typed: string, name: string): Promise<void> {
  const { page, say } = laptop;
  await atDoorBy(laptop, 'search');
  await page.getByRole('searchbox', { name: say('door:search') }).fill(typed);
  await tap(laptop, button(laptop, say('door:checkInName', { name })));
  await doorSays(laptop, 'checked-in', name);
}

/** E4: by what a hand scanner types. */
export async function checkInByText(laptop: Device, ticket: string): Promise<void> {
  await atDoorBy(laptop, 'scan');
  await write(laptop, laptop.say('door:ticketText'), ticket);
  await tap(laptop, button(laptop, laptop.say('door:checkIn')));
}

/** E4: by a photo of the ticket, where a browser lends no camera. */
export async function checkInByPhoto(laptop: Device, photo: Buffer): Promise<void> {
  await atDoorBy(laptop, 'scan');
  await laptop.page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'ticket.png', mimeType: 'image/png', buffer: photo });
}
