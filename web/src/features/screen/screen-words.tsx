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

type WordsProps = {
  name: string;
  params?: Params;
  /** Stands beside this text and only in its language, where the wall speaks it: a line has no room for both. */
  inLanguageOf?: string;
};

/** One text in every language of the wall. Suspends until they have arrived. */
export function Words({ name, params = {}, inLanguageOf }: WordsProps) {
  const spoken = use(ScreenLanguages);
  const chosen = inLanguageOf === undefined ? spoken : [languageOf(inLanguageOf, spoken)];
  const [first, second] = chosen;
  return (
    <>
      {first && <Word language={first} name={name} params={params} />}
      {second && ' '}
      {second && <Word language={second} name={name} params={params} />}
    </>
  );
}

function languageOf(text: string, spoken: readonly Locale[]): Locale | undefined {
  const language = /\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en';
  return spoken.includes(language) ? language : spoken[0];
}

function Word({ language, name, params }: { language: Locale; name: string; params: Params }) {
  const messages = use(loadNamespace(language, 'screen'));
  return <span lang={language}>{translate(messages, name, language, params)}</span>;
}
