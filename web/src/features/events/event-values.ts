import type { AgendaKind, EventInput, Locale, OrganizerEvent } from '@teabreak/shared';
import { newId } from '../../lib/new-id.js';
import { instantOf, wallTimeOf } from '../../lib/time.js';
import { dayMinutes, timeOfDay, wallAt, wallMinutes } from '../../lib/wall-time.js';

const DAY = 1440;
const USUAL_LENGTH = 180;
const LONGEST = 14 * DAY;

/**
 * One row of the programme. `from` and `to` are minutes after the event's start on day `day`, so that moving the event moves its
 * programme; null is a time not entered yet.
 */
export type AgendaRow = {
  key: string;
  id?: string;
  kind: AgendaKind;
  title: string;
  day: number;
  from: number | null;
  to: number | null;
};
export type PlaceRow = { key: string; id?: string; name: string; seats: string; hint: string };

/** What the form's fields hold. Start and end are wall times in `timeZone`. */
export type EventValues = {
  title: string;
  description: string;
  timeZone: string;
  startsAt: string;
  endsAt: string;
  venue: string;
  address: string;
  /** Empty: no limit. */
  capacity: string;
  requiresApproval: boolean;
  languages: Locale[];
  agenda: AgendaRow[];
  places: PlaceRow[];
};

/** An evening a week from `now` (ms). */
export function newEventValues(timeZone: string, now: number): EventValues {
  const evening = `${wallTimeOf(new Date(now + 7 * 86_400_000).toISOString(), timeZone).slice(0, 10)}T19:00`;
  return {
    title: '',
    description: '',
    timeZone,
    startsAt: evening,
    endsAt: wallAt(wallMinutes(evening) + USUAL_LENGTH),
    venue: '',
    address: '',
    capacity: '',
    requiresApproval: false,
    languages: ['en', 'zh-CN'],
    agenda: [],
    places: [],
  };
}

export function valuesOf(event: OrganizerEvent): EventValues {
  const { title, description, timeZone, venue, address, capacity, requiresApproval } = event;
  const [startsAt, endsAt] = [wallTimeOf(event.startsAt, timeZone), wallTimeOf(event.endsAt, timeZone)];
  const severalDays = wallMinutes(endsAt) - wallMinutes(startsAt) > DAY;
  return {
    ...{ title, description, timeZone, startsAt, endsAt, venue, address, requiresApproval },
    capacity: capacity === null ? '' : String(capacity),
    languages: event.languages as Locale[],
    agenda: event.agenda.map((item) => {
      const from = wallMinutes(wallTimeOf(item.startsAt, timeZone));
      const to = wallMinutes(wallTimeOf(item.endsAt, timeZone));
      const start = wallMinutes(startsAt);
      const day = severalDays ? Math.floor(from / DAY) - Math.floor(start / DAY) : 0;
      const origin = start + day * DAY;
      return {
        key: item.id,
        id: item.id,
        kind: item.kind,
        title: item.title,
        day,
        from: from - origin,
        to: to - origin,
      };
    }),
    places: event.places.map(({ id, name, seats, hint }) => ({ key: id, id, name, seats: String(seats), hint })),
  };
}

/** What the server takes. A half-typed time or number is handed on as it is, for the schema to name the field. */
export function inputOf(values: EventValues): EventInput {
  const { timeZone, agenda, places, capacity, ...rest } = values;
  const instant = (wall: string) => (Number.isNaN(wallMinutes(wall)) ? '' : instantOf(wall, timeZone));
  const start = wallMinutes(values.startsAt);
  const at = (day: number, offset: number | null) =>
    offset === null || Number.isNaN(start) ? '' : instant(wallAt(start + day * DAY + offset));
  return {
    ...rest,
    timeZone,
    startsAt: instant(values.startsAt),
    endsAt: instant(values.endsAt),
    capacity: capacity.trim() === '' ? null : wholeNumber(capacity),
    agenda: agenda.map(({ id, kind, title, day, from, to }) => ({
      ...(id && { id }),
      ...{ kind, title, startsAt: at(day, from), endsAt: at(day, to) },
    })),
    places: places.map(({ id, name, seats, hint }) => ({ ...(id && { id }), name, seats: wholeNumber(seats), hint })),
  };
}

const wholeNumber = (text: string): number => (/^\s*\d+\s*$/u.test(text) ? Number(text) : Number.NaN);

/** Moving the start keeps the event's length; three hours where there was no sensible one. */
export function endAfter(values: Pick<EventValues, 'startsAt' | 'endsAt'>, startsAt: string): string {
  const start = wallMinutes(startsAt);
  if (Number.isNaN(start)) return values.endsAt;
  const length = wallMinutes(values.endsAt) - wallMinutes(values.startsAt);
  if (length > 0 && length <= LONGEST) return wallAt(start + length);
  const kept = wallMinutes(values.endsAt) - start;
  return kept > 0 && kept <= LONGEST ? values.endsAt : wallAt(start + USUAL_LENGTH);
}

/** The dates an event of several days has, "2026-05-01"; empty within one day and night. */
export function daysOf({ startsAt, endsAt }: Pick<EventValues, 'startsAt' | 'endsAt'>): string[] {
  const [start, end] = [wallMinutes(startsAt), wallMinutes(endsAt)];
  if (!(end - start > DAY && end - start <= LONGEST)) return [];
  const count = Math.floor(end / DAY) - Math.floor(start / DAY) + 1;
  return Array.from({ length: count }, (_, day) => wallAt(start + day * DAY).slice(0, 10));
}

/** "20:15" for a row's minutes after the start; empty where there is none. */
export function timeOf(offset: number | null, startsAt: string): string {
  const start = wallMinutes(startsAt);
  return offset === null || Number.isNaN(start) ? '' : timeOfDay(start + offset);
}

/**
 * The other way round. On one evening the nearest time is meant: 18:30 is before a start at 19:00, 00:15 is after midnight. On several
 * days a time belongs to its row's date.
 */
export function offsetOf(time: string, { startsAt, endsAt }: Pick<EventValues, 'startsAt' | 'endsAt'>): number | null {
  const [start, minutes] = [wallMinutes(startsAt), dayMinutes(time)];
  if (Number.isNaN(start) || Number.isNaN(minutes)) return null;
  const opening = dayMinutes(startsAt.slice(11));
  const length = wallMinutes(endsAt) - start;
  const earliest = length > DAY ? -opening : Math.max(length || 0, DAY / 2) - DAY;
  return ((((minutes - opening - earliest) % DAY) + DAY) % DAY) + earliest;
}

const round = (minutes: number): number => Math.round(minutes / 15) * 15;

/** Half an hour in the middle of the event; a second one goes an hour after the last, as long as the event lasts. */
export function nextTeaBreak(values: EventValues, title: string): AgendaRow {
  const length = Math.min(wallMinutes(values.endsAt) - wallMinutes(values.startsAt), DAY) || USUAL_LENGTH;
  const breaks = values.agenda.filter((row) => row.kind === 'break' && row.to !== null);
  const last = breaks.at(-1);
  const wanted = last?.to ? last.to + 60 : round(length / 2 - 15);
  const from = Math.max(0, Math.min(wanted, length - 30));
  return {
    key: newId(),
    kind: 'break',
    title,
    day: last?.day ?? 0,
    from,
    to: Math.min(from + 30, Math.max(length, 15)),
  };
}

/** After the row before it, for three quarters of an hour. */
export function nextSession(values: EventValues): AgendaRow {
  const last = values.agenda.at(-1);
  const from = last?.to ?? 0;
  return { key: newId(), kind: 'session', title: '', day: last?.day ?? 0, from, to: from + 45 };
}

export const newPlace = (name: string): PlaceRow => ({ key: newId(), name, seats: '4', hint: '' });
