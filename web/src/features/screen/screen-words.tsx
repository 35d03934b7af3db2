import type { Locale } from '@teabreak/shared';
import { createContext, use } from 'react';
import { loadNamespace } from '../../lib/i18n.js';
import { type Params, translate } from '../../lib/translate.js';

export const BOTH: readonly Locale[] = ['en', 'zh-CN'];

/** The languages on the wall, side by side: nobody in a mixed room should have to wait for the other half's turn. */
export const ScreenLanguages = createContext<readonly Locale[]>(BOTH);

/** `?lang=en`, `?lang=zh-CN`, `?lang=both`; otherwise the event's own, and both before it is known. */
export function languagesOf(lang: string | null, ofEvent: readonly Locale[] = BOTH): readonly Locale[] {
  if (lang === 'both') return BOTH;
  if (lang === 'en') return ['en'];
  if (lang?.startsWith('zh')) return ['zh-CN'];
  return ofEvent.length > 0 ? ofEvent : BOTH;
}

/** One text in every language of the wall. Suspends until they have arrived. */
export function Words({ name, params = {} }: { name: string; params?: Params }) {
  const [first, second] = use(ScreenLanguages);
  return (
    <>
      {first && <Word language={first} name={name} params={params} />}
      {second && ' '}
      {second && <Word language={second} name={name} params={params} />}
    </>
  );
}

function Word({ language, name, params }: { language: Locale; name: string; params: Params }) {
  const messages = use(loadNamespace(language, 'screen'));
  return <span lang={language}>{translate(messages, name, language, params)}</span>;
}
