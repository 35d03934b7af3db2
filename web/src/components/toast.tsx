import { useSyncExternalStore } from 'react';
import styles from './toast.module.css';

type Action = { label: string; act: () => void };
type Toast = { id: number; text: string; tone: 'plain' | 'seal'; action: Action | undefined };

const VISIBLE_MS = 5000;
/** Reading, deciding and reaching a button takes longer than reading. */
const VISIBLE_WITH_ACTION_MS = 10_000;
const listeners = new Set<() => void>();
let toasts: readonly Toast[] = [];
let lastId = 0;

function put(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

const remove = (id: number) => put(toasts.filter((one) => one.id !== id));

/** Says what has just happened, for five seconds. Never the only place of something that must be read, nor of its undoing. */
export function toast(text: string, tone: Toast['tone'] = 'plain', action?: Action): void {
  lastId += 1;
  const id = lastId;
  put([...toasts.slice(-2), { id, text, tone, action }]);
  setTimeout(() => remove(id), action ? VISIBLE_WITH_ACTION_MS : VISIBLE_MS);
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
          {one.action && (
            <button
              type="button"
              className={styles.action}
              onClick={() => {
                remove(one.id);
                one.action?.act();
              }}
            >
              {one.action.label}
            </button>
          )}
        </p>
      ))}
    </div>
  );
}
