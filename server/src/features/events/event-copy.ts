import { DateTime } from 'luxon';
import type { AgendaItemEntity, EventEntity, PlaceEntity } from './event.entity.js';
import type { EventFields } from './events.repository.js';

/**
 * The event's own fields, moved to another start. Items keep their wall-clock distance to the event's start: a break at
 * 15:00 stays at 15:00 when the clocks change between the two dates.
 */
export function shiftedCopy(
  event: EventEntity,
  { agenda, places }: { agenda: AgendaItemEntity[]; places: PlaceEntity[] },
  startsAt: Date,
): EventFields {
  const wallClock = (date: Date) =>
    DateTime.fromJSDate(date, { zone: event.timeZone }).setZone('utc', { keepLocalTime: true });
  const distance = wallClock(startsAt).diff(wallClock(event.startsAt));
  const move = (date: Date) =>
    wallClock(date).plus(distance).setZone(event.timeZone, { keepLocalTime: true }).toUTC().toISO() as string;
  return {
    title: event.title,
    description: event.description,
    timeZone: event.timeZone,
    startsAt: startsAt.toISOString(),
    endsAt: move(event.endsAt),
    venue: event.venue,
    address: event.address,
    capacity: event.capacity,
    requiresApproval: event.requiresApproval,
    languages: event.languages,
    agenda: agenda.map(({ kind, title, startsAt: from, endsAt }) => ({
      kind,
      title,
      startsAt: move(from),
      endsAt: move(endsAt),
    })),
    places: places.map(({ name, seats, hint }) => ({ name, seats, hint })),
  };
}
