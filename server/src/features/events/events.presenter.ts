import type { AgendaItem, EventRole, EventSummary, OrganizerEvent, Place, PublicEvent } from '@teabreak/shared';
import type { AgendaItemEntity, EventEntity, PlaceEntity } from './event.entity.js';
import type { SummaryRow } from './events.repository.js';

export interface EventParts {
  agenda: AgendaItemEntity[];
  places: PlaceEntity[];
}

export function presentAgendaItem(item: AgendaItemEntity): AgendaItem {
  return {
    id: item.id,
    kind: item.kind,
    title: item.title,
    startsAt: item.startsAt.toISOString(),
    endsAt: item.endsAt.toISOString(),
    openedAt: item.openedAt?.toISOString() ?? null,
    closedAt: item.closedAt?.toISOString() ?? null,
  };
}

function presentPlace({ id, name, seats, hint }: PlaceEntity): Place {
  return { id, name, seats, hint };
}

export function presentSummary(row: SummaryRow): EventSummary {
  return { ...row, startsAt: row.startsAt.toISOString(), endsAt: row.endsAt.toISOString() };
}

/** What attendees and those who run the event both see. */
export function presentCommon(
  event: EventEntity,
  { agenda, places }: EventParts,
  now: Date,
): Omit<PublicEvent, 'descriptionHtml' | 'hosts'> {
  return {
    id: event.id,
    slug: event.slug,
    title: event.title,
    timeZone: event.timeZone,
    startsAt: event.startsAt.toISOString(),
    endsAt: event.endsAt.toISOString(),
    venue: event.venue,
    address: event.address,
    languages: event.languages,
    agenda: agenda.map(presentAgendaItem),
    places: places.map(presentPlace),
    registration: registrationState(event, now),
    requiresApproval: event.requiresApproval,
    seatsLeft: event.capacity === null ? null : event.capacity - event.taken,
    isDemo: event.isDemo,
  };
}

export function presentForOrganizer(event: EventEntity, parts: EventParts, role: EventRole, now: Date): OrganizerEvent {
  return {
    ...presentCommon(event, parts, now),
    description: event.description,
    capacity: event.capacity,
    taken: event.taken,
    role,
    groupCode: event.groupCode,
    openBreakId: parts.agenda.find(isOpen)?.id ?? null,
  };
}

export function isOpen(item: AgendaItemEntity): boolean {
  return item.openedAt !== null && item.closedAt === null;
}

function registrationState(event: EventEntity, now: Date): PublicEvent['registration'] {
  if (event.endsAt <= now) return 'over';
  return event.capacity !== null && event.taken >= event.capacity ? 'full' : 'open';
}
