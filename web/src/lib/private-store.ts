import { kept } from './storage.js';

/**
 * What one person wrote or recorded and the server does not have yet: it outlives a closed tab, and goes as soon as somebody else, or
 * nobody, uses this phone. Where the browser keeps nothing, it lives as long as the page.
 */
const PREFIX = 'teabreak.private.';
const DATABASE = 'teabreak-private';
const STORE = 'bytes';

const unkept = new Map<string, string>();
const unkeptBytes = new Map<string, unknown>();
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

/** For recordings, which are too large for the other. */
export const privateBytes = {
  read: async <T>(key: string): Promise<T | null> =>
    ((await request('readonly', (store) => store.get(key))) ?? unkeptBytes.get(key) ?? null) as T | null,
  write: async (key: string, value: object): Promise<void> => {
    if ((await request('readwrite', (store) => store.put(value, key))) === null) unkeptBytes.set(key, value);
  },
  remove: async (key: string): Promise<void> => {
    unkeptBytes.delete(key);
    await request('readwrite', (store) => store.delete(key));
  },
  keys: async (): Promise<string[]> => [
    ...((await request('readonly', (store) => store.getAllKeys())) ?? []).map(String),
    ...unkeptBytes.keys(),
  ],
};

/** To be called when the session has changed. Nobody finds what the one before them has written. */
export function keepOnlyFor(accountId: string | null): void {
  if (accountId !== null && kept.read('account') === accountId) return;
  for (const key of keptKeys()) kept.remove(`private.${key}`);
  unkept.clear();
  unkeptBytes.clear();
  globalThis.indexedDB?.deleteDatabase(DATABASE);
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

/** Null where this browser keeps nothing, as some do in private windows. */
function request<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | null> {
  return new Promise((resolve) => {
    try {
      const opening = indexedDB.open(DATABASE, 1);
      opening.onupgradeneeded = () => void opening.result.createObjectStore(STORE);
      opening.onerror = () => resolve(null);
      opening.onsuccess = () => {
        const database = opening.result;
        const transaction = database.transaction(STORE, mode);
        const asked = work(transaction.objectStore(STORE));
        transaction.oncomplete = () => resolve(asked.result);
        transaction.onabort = () => resolve(null);
        transaction.onerror = () => resolve(null);
        // Else signing out in another tab waits for this one.
        database.onversionchange = () => database.close();
      };
    } catch {
      resolve(null);
    }
  });
}
