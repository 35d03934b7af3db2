import { forgetters, PRIVATE_DATABASE } from './private-store.js';

const STORE = 'bytes';
const unkept = new Map<string, unknown>();
forgetters.add(() => unkept.clear());

/** As `privateText`, for recordings, which are too large for it. */
export const privateBytes = {
  read: async <T>(key: string): Promise<T | null> =>
    ((await request('readonly', (store) => store.get(key))) ?? unkept.get(key) ?? null) as T | null,
  write: async (key: string, value: object): Promise<void> => {
    if ((await request('readwrite', (store) => store.put(value, key))) === null) unkept.set(key, value);
  },
  remove: async (key: string): Promise<void> => {
    unkept.delete(key);
    await request('readwrite', (store) => store.delete(key));
  },
  keys: async (): Promise<string[]> => [
    ...((await request('readonly', (store) => store.getAllKeys())) ?? []).map(String),
    ...unkept.keys(),
  ],
};

/** Null where this browser keeps nothing, as some do in private windows. */
function request<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | null> {
  return new Promise((resolve) => {
    try {
      const opening = indexedDB.open(PRIVATE_DATABASE, 1);
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
