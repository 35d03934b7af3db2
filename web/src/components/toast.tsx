import { useSyncExternalStore } from 'react';
import styles from './toast.module.css';

type Toast = { id: number; text: string; tone: 'plain' | 'seal' };

const VISIBLE_MS = 5000;
const listeners = new Set<() => void>();
let toasts: readonly Toast[] = [];
let lastId = 0;

function put(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Says what has just happened, for five seconds. Never the only place of something that must be read. */
export function toast(text: string, tone: Toast['tone'] = 'plain'): void {
  lastId += 1;
  const id = lastId;
  put([...toasts.slice(-2), { id, text, tone }]);
  setTimeout(() => put(toasts.filter((one) => one.id !== id)), VISIBLE_MS);
}

export function ToastRegion() {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
  return (
    <div className={styles.region} aria-live="polite" role="status">
      {shown.map((one) => (
        <p key={one.id} className={`${styles.toast} ${styles[one.tone]}`}>
          {one.text}
        </p>
      ))}
    </div>
  );
}
