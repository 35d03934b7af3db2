import type { ScreenView } from '@teabreak/shared';
import type { AgendaItemEntity, EventEntity } from '../../events/event.entity.js';

export function presentScreenEvent(event: EventEntity): ScreenView['event'] {
  const { title, timeZone, startsAt, endsAt, venue, slug, languages } = event;
  return { title, timeZone, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), venue, slug, languages };
}

type Programme = Pick<ScreenView, 'openBreak' | 'nextBreak' | 'session' | 'nextSession'>;

/** The break that is on and the one that comes, and the same of the talks; any of them may be missing. */
export function presentAgenda(agenda: AgendaItemEntity[], now: Date): Programme {
  const waiting = agenda.filter(({ kind, closedAt }) => kind === 'break' && closedAt === null);
  const talks = agenda.filter(({ kind }) => kind === 'session');
  return {
    openBreak: present(waiting.find(({ openedAt }) => openedAt !== null)),
    nextBreak: present(waiting.find(({ openedAt, endsAt }) => openedAt === null && endsAt > now)),
    session: present(talks.find(({ startsAt, endsAt }) => startsAt <= now && endsAt > now)),
    nextSession: present(talks.find(({ startsAt }) => startsAt > now)),
  };
}

function present(item: AgendaItemEntity | undefined): ScreenView['openBreak'] {
  if (item === undefined) return null;
  return { id: item.id, title: item.title, startsAt: item.startsAt.toISOString(), endsAt: item.endsAt.toISOString() };
}
