import type { PublicEvent } from '@teabreak/shared';
import { contentLines, escapeText } from '../../../common/content-lines.js';

type Moment = Pick<PublicEvent, 'id' | 'title' | 'startsAt' | 'endsAt'>;

/**
 * RFC 5545: the event and its breaks, which do not make one busy a second time. Moments are in UTC: they mean the same in every
 * calendar, whatever it knows about the venue's zone. The ids stay, so that opening the file again moves an entry and adds none.
 */
export function eventCalendar(
  event: PublicEvent,
  { now, url, about }: { now: Date; url: string; about: string },
): string {
  const breaks = event.agenda.filter(({ kind }) => kind === 'break');
  const where = [event.venue, event.address].filter(Boolean).join(', ');
  const entry = ({ id, title, startsAt, endsAt }: Moment, text: string, busy: boolean): string[] => [
    'BEGIN:VEVENT',
    `UID:${id}@teabreak`,
    `DTSTAMP:${utc(now.toISOString())}`,
    `DTSTART:${utc(startsAt)}`,
    `DTEND:${utc(endsAt)}`,
    `SUMMARY:${escapeText(title)}`,
    ...(where === '' ? [] : [`LOCATION:${escapeText(where)}`]),
    `DESCRIPTION:${escapeText(text)}`,
    `URL:${url}`,
    `TRANSP:${busy ? 'OPAQUE' : 'TRANSPARENT'}`,
    'END:VEVENT',
  ];
  return contentLines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Teabreak//Teabreak//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    // Not in the RFC; Apple's and Google's calendars read it when the file is subscribed to.
    `X-WR-TIMEZONE:${event.timeZone}`,
    ...entry(event, [about, url].filter(Boolean).join('\n\n'), true),
    ...breaks.flatMap((item) => entry({ ...item, title: `${item.title} · ${event.title}` }, url, false)),
    'END:VCALENDAR',
  ]);
}

/** 2026-06-06T06:00:00.000Z → 20260606T060000Z */
function utc(iso: string): string {
  return iso.replace(/[-:]|\.\d+/gu, '');
}
