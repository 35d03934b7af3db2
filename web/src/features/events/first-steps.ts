import type { OrganizerEvent } from '@teabreak/shared';
import { useState } from 'react';
import { kept } from '../../lib/storage.js';

/** What only this organizer's browser knows they have done. */
export type Tried = 'share' | 'screen';
export type Step = { name: 'break' | 'places' | 'guests' | Tried; done: boolean };

/** What is left to do before an event's first guest arrives. */
export function stepsOf(event: Pick<OrganizerEvent, 'agenda' | 'places' | 'taken'>, tried: readonly string[]): Step[] {
  return [
    { name: 'break', done: event.agenda.some((item) => item.kind === 'break') },
    { name: 'places', done: event.places.length > 0 },
    { name: 'guests', done: event.taken > 0 },
    { name: 'share', done: tried.includes('share') },
    { name: 'screen', done: tried.includes('screen') },
  ];
}

/** Remembered on this device: there is nobody else who would want to know. */
export function useTried(eventId: string) {
  const key = `tried.${eventId}`;
  const [tried, setTried] = useState(() => (kept.read(key) ?? '').split(' '));
  const note = (what: Tried) => {
    if (tried.includes(what)) return;
    const next = [...tried, what];
    kept.write(key, next.join(' ').trim());
    setTried(next);
  };
  return { tried, note };
}
