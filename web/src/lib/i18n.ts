import type { Locale } from '@teabreak/shared';
import { use, useMemo, useSyncExternalStore } from 'react';
import { localeFiles } from './locale-files.js';
import { kept } from './storage.js';
import { type Messages, type Params, translate } from './translate.js';

export const LANGUAGES: Record<Locale, string> = { en: 'English', 'zh-CN': '简体中文' };

const loaded = new Map<string, Messages>();
const loading = new Map<string, Promise<Messages>>();
const failed = new Set<string>();
const listeners = new Set<() => void>();
let active: Locale = 'en';

/** The language chosen here before, else the browser's, else English. */
export function preferredLanguage(): Locale {
  const chosen = kept.read('language');
  if (chosen === 'en' || chosen === 'zh-CN') return chosen;
  const first = navigator.languages.find((tag) => /^(en|zh)\b/iu.test(tag));
  return first?.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

export function loadNamespace(language: Locale, namespace: string): Promise<Messages> {
  const name = `${language}/${namespace}`;
  const known = loading.get(name);
  if (known) return known;
  const file = localeFiles[`../locales/${name}.json`];
  if (!file) return Promise.reject(new Error(`No texts for ${name}`));
  const promise: Promise<Messages> = file().then(
    (module) => {
      const messages = module.default as Messages;
      loaded.set(name, messages);
      // Tells React's use() that there is nothing to wait for: a page whose texts are here renders at once.
      Object.assign(promise, { status: 'fulfilled', value: messages });
      return messages;
    },
    (error: unknown) => {
      // Stays refused for the page that waits for it, which would ask for ever otherwise; the next switch tries again.
      failed.add(name);
      throw error;
    },
  );
  loading.set(name, promise);
  return promise;
}

/** Switches when every text on the screen has arrived, so that nothing flickers half-translated. Remembered on this device. */
export async function switchLanguage(language: Locale): Promise<void> {
  for (const name of failed) loading.delete(name);
  failed.clear();
  const namespaces = new Set(['common', ...[...loaded.keys()].map((name) => name.slice(name.indexOf('/') + 1))]);
  await Promise.all([...namespaces].map((namespace) => loadNamespace(language, namespace)));
  kept.write('language', language);
  activate(language);
}

/** To be awaited before the first render. */
export async function startLanguage(): Promise<void> {
  const language = preferredLanguage();
  const ready = loadNamespace(language, 'common');
  activate(language);
  await ready;
}

function activate(language: Locale): void {
  active = language;
  document.documentElement.lang = language;
  for (const listener of listeners) listener();
}

export const currentLanguage = (): Locale => active;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useLanguage = (): Locale => useSyncExternalStore(subscribe, currentLanguage);

export type Translate = (key: string, params?: Params) => string;

/**
 * `t('title')` of the namespace, `t('common:save')` of another that is loaded. `{{name}}` is filled from params; `count` chooses among
 * `key_one` and `key_other`. Suspends until the namespace has arrived.
 */
export function useTranslation(namespace = 'common'): { t: Translate; language: Locale } {
  const language = useLanguage();
  const messages = use(loadNamespace(language, namespace));
  return useMemo(() => {
    const t: Translate = (key, params) => {
      const colon = key.indexOf(':');
      if (colon < 0) return translate(messages, key, language, params);
      return translate(loaded.get(`${language}/${key.slice(0, colon)}`) ?? {}, key.slice(colon + 1), language, params);
    };
    return { t, language };
  }, [messages, language]);
}
