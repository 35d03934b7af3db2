import { useSyncExternalStore } from 'react';
import { kept } from './storage.js';

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const listeners = new Set<() => void>();
let active: Theme = 'auto';

/** 'auto' follows the system. Remembered on this device. */
export function setTheme(theme: Theme): void {
  active = theme;
  const root = document.documentElement;
  if (theme === 'auto') root.removeAttribute('data-theme');
  else root.setAttribute('data-theme', theme);
  kept.write('theme', theme);
  // The browser's own bar takes the first matching colour; a manual choice must win over the system's.
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const own = meta.dataset.media ?? meta.media;
    meta.dataset.media = own;
    meta.media = theme === 'auto' ? own : own.includes(theme) ? 'all' : 'not all';
  }
  for (const listener of listeners) listener();
}

export function startTheme(): void {
  const theme = THEMES.find((known) => known === kept.read('theme'));
  if (theme && theme !== 'auto') setTheme(theme);
}

export function useTheme(): Theme {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => active,
  );
}
