import { useMemo } from 'react';
import { useLanguage } from './i18n.js';

const formats = new Map<string, Intl.DateTimeFormat>();

function format(
  language: string,
  timeZone: string | undefined,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = JSON.stringify([language, timeZone, options]);
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(language, { ...options, timeZone });
  formats.set(key, made);
  return made;
}

const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const DAY = { weekday: 'short', month: 'short', day: 'numeric' } as const;
const WEEKDAY = { weekday: 'long' } as const;
const LONG_DAY = { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' } as const;

/** ISO instants in, words in the reader's language and the event's IANA zone out. */
export function timeFormats(language: string, timeZone?: string) {
  const put = (options: Intl.DateTimeFormatOptions) => (iso: string) =>
    format(language, timeZone, options).format(new Date(iso));
  const time = put(TIME);
  const day = put(DAY);
  return {
    time,
    day,
    weekday: put(WEEKDAY),
    longDay: put(LONG_DAY),
    dayTime: (iso: string) => `${day(iso)} ${time(iso)}`,
    /** "14:00–17:30" on one day, both days where it ends on another. */
    span: (from: string, to: string) =>
      day(from) === day(to) ? `${time(from)}–${time(to)}` : `${day(from)} ${time(from)} – ${day(to)} ${time(to)}`,
    /** "GMT+8" */
    zoneName: (iso: string) =>
      format(language, timeZone, { timeZoneName: 'short' })
        .formatToParts(new Date(iso))
        .find((part) => part.type === 'timeZoneName')?.value ?? '',
  };
}

/** Without a zone: the phone's own. */
export function useTime(timeZone?: string): ReturnType<typeof timeFormats> {
  const language = useLanguage();
  return useMemo(() => timeFormats(language, timeZone), [language, timeZone]);
}

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** "3 minutes ago", "in 2 days"; within a minute: "now". */
export function relativeTime(iso: string, now: number, language: string): string {
  const distance = Date.parse(iso) - now;
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const step = STEPS.find(([, size]) => Math.abs(distance) >= size);
  return step ? words.format(Math.round(distance / step[1]), step[0]) : words.format(0, 'second');
}

/** Local wall time in a zone ("2026-05-01T14:00", as <input type="datetime-local"> gives it) → ISO instant. */
export function instantOf(wall: string, timeZone: string): string {
  const asUtc = Date.parse(`${wall}:00Z`);
  // Twice, because the first guess may lie on the other side of a change of summer time.
  const first = asUtc - offsetAt(asUtc, timeZone);
  return new Date(asUtc - offsetAt(first, timeZone)).toISOString();
}

/** ISO instant → wall time in a zone, for <input type="datetime-local">. */
export const wallTimeOf = (iso: string, timeZone: string): string =>
  new Date(Date.parse(iso) + offsetAt(Date.parse(iso), timeZone)).toISOString().slice(0, 16);

function offsetAt(instant: number, timeZone: string): number {
  const parts = format('en-US', timeZone, {
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(new Date(instant));
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value ?? 0);
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return wall - Math.floor(instant / 1000) * 1000;
}
