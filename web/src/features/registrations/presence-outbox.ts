import type { Presence } from '@teabreak/shared';
import { kept } from '../../lib/storage.js';

/** What the person said of themselves and the server does not know yet. `saidAt`: ISO, by the server's clock. */
export type Said = { presence: Presence; placeId: string | null; saidAt: string };

type Entry = { text: string; said: Said };

const keyOf = (eventId: string) => `presence.${eventId}`;
const listeners = new Set<() => void>();
/** Where the browser keeps nothing, for as long as the page lives. */
const unkept = new Map<string, string>();
const parsed = new Map<string, Entry>();

function changed(): void {
  for (const listener of listeners) listener();
}

function parse(text: string): Said | null {
  try {
    const { presence, placeId, saidAt } = JSON.parse(text) as Said;
    return typeof presence === 'string' && !Number.isNaN(Date.parse(saidAt)) ? { presence, placeId, saidAt } : null;
  } catch {
    return null;
  }
}

/**
 * One status per event, the last that was said, on this phone until the server has answered: also over a closed tab. All tabs share it, so
 * that two of them cannot say different things.
 */
export const presenceOutbox = {
  /** The same object until something else is said. */
  read: (eventId: string): Said | null => {
    const text = kept.read(keyOf(eventId)) ?? unkept.get(eventId);
    if (!text) return null;
    const known = parsed.get(eventId);
    if (known?.text === text) return known.said;
    const said = parse(text);
    if (said) parsed.set(eventId, { text, said });
    return said;
  },
  put: (eventId: string, said: Said): void => {
    const text = JSON.stringify(said);
    kept.write(keyOf(eventId), text);
    if (kept.read(keyOf(eventId)) !== text) unkept.set(eventId, text);
    changed();
  },
  /** Unless something else was said meanwhile. */
  remove: (eventId: string, said: Said): void => {
    if (presenceOutbox.read(eventId) !== said) return;
    kept.remove(keyOf(eventId));
    unkept.delete(eventId);
    changed();
  },
  /** Hears of this tab and of the others. */
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    window.addEventListener('storage', listener);
    return () => {
      listeners.delete(listener);
      window.removeEventListener('storage', listener);
    };
  },
};
