import type { ScreenView } from '@teabreak/shared';
import type { AgendaItemEntity, EventEntity } from '../../events/event.entity.js';

export function presentScreenEvent(event: EventEntity): ScreenView['event'] {
  const { title, timeZone, startsAt, endsAt, venue, slug } = event;
  return { title, timeZone, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), venue, slug };
}

/** The break that is on and the one that comes; both may be missing. */
export function presentBreaks(agenda: AgendaItemEntity[], now: Date): Pick<ScreenView, 'openBreak' | 'nextBreak'> {
  const waiting = agenda.filter(({ kind, closedAt }) => kind === 'break' && closedAt === null);
  const open = waiting.find(({ openedAt }) => openedAt !== null);
  const next = waiting.find(({ openedAt, endsAt }) => openedAt === null && endsAt > now);
  return { openBreak: present(open), nextBreak: present(next) };
}

function present(item: AgendaItemEntity | undefined): ScreenView['openBreak'] {
  if (item === undefined) return null;
  return { id: item.id, title: item.title, startsAt: item.startsAt.toISOString(), endsAt: item.endsAt.toISOString() };
}
