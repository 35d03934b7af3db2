import type { AgendaItem, PublicEvent } from '@teabreak/shared';

export type BreakState =
  | { kind: 'open'; item: AgendaItem; until: string }
  | { kind: 'next'; item: AgendaItem; at: string }
  /** Breaks there were, and none is to come. */
  | { kind: 'none' }
  /** The programme names no break. */
  | { kind: 'unannounced' }
  | { kind: 'over' };

/**
 * What a person wants to know about breaks at `now` (ms). A break is open when the hosts opened it, not when the programme says so;
 * one that is late stays the next one until its planned end.
 */
export function breakState(event: Pick<PublicEvent, 'agenda' | 'endsAt'>, now: number): BreakState {
  const breaks = event.agenda.filter((item) => item.kind === 'break');
  const open = breaks.find((item) => item.openedAt && !item.closedAt);
  if (open) return { kind: 'open', item: open, until: open.endsAt };
  if (now >= Date.parse(event.endsAt)) return { kind: 'over' };
  const [next] = breaks
    .filter((item) => !item.openedAt && Date.parse(item.endsAt) > now)
    .sort((one, other) => Date.parse(one.startsAt) - Date.parse(other.startsAt));
  if (next) return { kind: 'next', item: next, at: next.startsAt };
  return { kind: breaks.length ? 'none' : 'unannounced' };
}
