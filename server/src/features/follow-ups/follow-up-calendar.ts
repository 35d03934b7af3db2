import type { Locale } from '@teabreak/shared';
import { contentLines, escapeText } from '../../common/content-lines.js';
import { addDays, type Day } from './follow-up-schedule.js';

const SAYS: Record<Locale, (name: string) => string> = {
  en: (name) => `Keep in touch with ${name}`,
  'zh-CN': (name) => `联系一下${name}`,
};

/**
 * RFC 5545: a reminder for a whole day that takes nobody's time, with an alarm at nine. The id stays: opening the file of the next date
 * moves the entry and adds none. Nothing of a note is in it: calendars are shared.
 */
export function followUpCalendar(
  followUp: { id: string; name: string; eventTitle: string; dueOn: Day },
  { now, url, locale }: { now: Date; url: string; locale: Locale },
): string {
  return contentLines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Teabreak//Teabreak//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${followUp.id}@teabreak`,
    `DTSTAMP:${now.toISOString().replace(/[-:]|\.\d+/gu, '')}`,
    // A newer file of the same entry counts only with a higher number.
    `SEQUENCE:${Math.floor(now.getTime() / 1000)}`,
    `DTSTART;VALUE=DATE:${compact(followUp.dueOn)}`,
    `DTEND;VALUE=DATE:${compact(addDays(followUp.dueOn, 1))}`,
    `SUMMARY:${escapeText(SAYS[locale](followUp.name))}`,
    `DESCRIPTION:${escapeText(`${followUp.eventTitle}\n${url}`)}`,
    `URL:${url}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escapeText(SAYS[locale](followUp.name))}`,
    'TRIGGER:PT9H',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ]);
}

const compact = (day: Day): string => day.replaceAll('-', '');
