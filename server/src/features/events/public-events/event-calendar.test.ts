import type { PublicEvent } from '@teabreak/shared';
import fc from 'fast-check';
import { eventCalendar } from './event-calendar.js';

const item = (id: string, kind: 'session' | 'break', title: string, from: string, to: string) => ({
  ...{ id, kind, title, openedAt: null, closedAt: null },
  startsAt: `2026-06-06T${from}:00.000Z`,
  endsAt: `2026-06-06T${to}:00.000Z`,
});
const event: PublicEvent = {
  id: 'e1',
  slug: 'tea',
  title: 'Tea; Talk',
  descriptionHtml: '',
  timeZone: 'America/New_York',
  startsAt: '2026-06-06T06:00:00.000Z',
  endsAt: '2026-06-06T10:30:00.000Z',
  venue: '茶馆',
  address: '1, Fuzhou Road',
  languages: ['en'],
  agenda: [
    item('a1', 'session', 'Opening', '06:00', '07:00'),
    item('a2', 'break', 'First break', '07:00', '07:30'),
    item('a3', 'break', 'Second break', '09:00', '09:30'),
  ],
  places: [],
  registration: 'open',
  requiresApproval: false,
  seatsLeft: null,
  hosts: [],
  isDemo: false,
};
const options = { now: new Date('2026-05-01T00:00:00Z'), url: 'https://tea.example/e/tea', about: '' };

/** As a calendar reads it: unfolded, then one list of properties per entry, values unescaped. */
function read(file: string): Map<string, string>[] {
  const entries: Map<string, string>[] = [];
  for (const line of file.replace(/\r\n[ \t]/gu, '').split('\r\n')) {
    const colon = line.indexOf(':');
    const value = line.slice(colon + 1).replace(/\\([\\;,nN])/gu, (_, what) => (/n/iu.test(what) ? '\n' : what));
    if (line === 'BEGIN:VEVENT') entries.push(new Map());
    else if (line !== 'END:VEVENT') entries.at(-1)?.set(line.slice(0, colon), value);
  }
  return entries;
}

describe('E5: the event in a calendar', () => {
  it('holds the event and its breaks at their moments, whatever the zone', () => {
    const entries = read(eventCalendar(event, { ...options, about: 'Come early.' }));
    expect(entries.map((entry) => [entry.get('SUMMARY'), entry.get('DTSTART'), entry.get('DTEND')])).toEqual([
      ['Tea; Talk', '20260606T060000Z', '20260606T103000Z'],
      ['First break · Tea; Talk', '20260606T070000Z', '20260606T073000Z'],
      ['Second break · Tea; Talk', '20260606T090000Z', '20260606T093000Z'],
    ]);
    expect(Object.fromEntries(entries[0] ?? [])).toMatchObject({
      UID: 'e1@teabreak',
      DTSTAMP: '20260501T000000Z',
      LOCATION: '茶馆, 1, Fuzhou Road',
      DESCRIPTION: 'Come early.\n\nhttps://tea.example/e/tea',
      URL: 'https://tea.example/e/tea',
    });
    expect(entries.map((entry) => entry.get('TRANSP'))).toEqual(['OPAQUE', 'TRANSPARENT', 'TRANSPARENT']);
  });

  it('opened again it is the same entries', () => {
    const ids = (file: string) => read(file).map((entry) => entry.get('UID'));
    const later = { ...event, title: 'Other', startsAt: '2026-06-07T06:00:00.000Z' };
    expect(ids(eventCalendar(later, options))).toEqual(ids(eventCalendar(event, options)));
  });

  it('no title ends a line, starts another or is torn apart', () => {
    const hostile = fc.constantFrom('\r\n', '\n', '\r', ';', ',', '\\', '\\n', 'END:VEVENT', 'BEGIN:VALARM');
    const text = fc
      .array(fc.oneof(hostile, fc.string({ unit: 'grapheme', maxLength: 40 })), { maxLength: 8 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (title, about) => {
        const file = eventCalendar({ ...event, title }, { ...options, about });
        expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
        for (const line of file.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n]/u);
        }
        const [first, ...rest] = read(file);
        expect([first?.get('SUMMARY'), rest.length]).toEqual([title.replace(/\r\n?/gu, '\n'), 2]);
      }),
    );
  });
});
