import type { Locale } from '@teabreak/shared';
import { DateTime } from 'luxon';

/** Spelled out, because Node's versions disagree about commas. */
const DAY = { en: 'cccc, d LLLL yyyy,', 'zh-CN': 'yyyy年M月d日cccc' } satisfies Record<Locale, string>;

export interface TimeSpan {
  startsAt: string;
  endsAt: string;
  timeZone: string;
}

/** "Saturday, 6 June 2026, 14:00 – 18:00 (UTC+8)" in the event's own zone, whatever the reader's. */
export function eventTimes({ startsAt, endsAt, timeZone }: TimeSpan, locale: Locale): string {
  const zone = { zone: timeZone };
  const start = DateTime.fromISO(startsAt, zone).setLocale(locale);
  const end = DateTime.fromISO(endsAt, zone).setLocale(locale);
  const day = (time: DateTime) => time.toFormat(DAY[locale]);
  const until = end.hasSame(start, 'day') ? clock(end) : `${day(end)} ${clock(end)}`;
  const offset = start.offset === 0 ? 'UTC' : `UTC${start.toFormat('Z').replace(/^([+-])0?(\d+)$/u, '$1$2')}`;
  return `${day(start)} ${clock(start)} – ${until} (${offset})`;
}

function clock(time: DateTime): string {
  return time.toFormat('HH:mm');
}
