import { kept } from './storage.js';

/**
 * What one person wrote or recorded and the server does not have yet: it outlives a closed tab, and goes as soon as somebody else, or
 * nobody, uses this phone. Where the browser keeps nothing, it lives as long as the page.
 */
const PREFIX = 'teabreak.private.';
export const PRIVATE_DATABASE = 'teabreak-private';

const unkept = new Map<string, string>();
/** What else keeps something only as long as the page lives. */
export const forgetters = new Set<() => void>();
const listeners = new Set<() => void>();

function changed(): void {
  for (const listener of listeners) listener();
}

export const privateText = {
  read: (key: string): string | null => kept.read(`private.${key}`) ?? unkept.get(key) ?? null,
  write: (key: string, text: string): void => {
    kept.write(`private.${key}`, text);
    if (kept.read(`private.${key}`) !== text) unkept.set(key, text);
    changed();
  },
  remove: (key: string): void => {
    kept.remove(`private.${key}`);
    unkept.delete(key);
    changed();
  },
  keys: (start: string): string[] => [...keptKeys(), ...unkept.keys()].filter((key) => key.startsWith(start)),
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

/** To be called when the session has changed. Nobody finds what the one before them has written. */
export function keepOnlyFor(accountId: string | null): void {
  if (accountId !== null && kept.read('account') === accountId) return;
  for (const key of keptKeys()) kept.remove(`private.${key}`);
  unkept.clear();
  for (const forget of forgetters) forget();
  globalThis.indexedDB?.deleteDatabase(PRIVATE_DATABASE);
  if (accountId === null) kept.remove('account');
  else kept.write('account', accountId);
  changed();
}

function keptKeys(): string[] {
  try {
    return Object.keys(localStorage).flatMap((key) => (key.startsWith(PREFIX) ? key.slice(PREFIX.length) : []));
  } catch {
    return [];
  }
}
