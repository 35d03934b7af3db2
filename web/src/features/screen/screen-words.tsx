import type { Locale } from '@teabreak/shared';
import { createContext, use } from 'react';
import { loadNamespace } from '../../lib/i18n.js';
import { type Params, translate } from '../../lib/translate.js';

/** The languages on the wall, side by side. */
export const ScreenLanguages = createContext<readonly Locale[]>(['en', 'zh-CN']);

/** `?lang=en`, `?lang=zh-CN`; anything else, and nothing, is both. */
export const languagesFrom = (lang: string | null): readonly Locale[] => {
  if (lang === 'en') return ['en'];
  return lang?.startsWith('zh') ? ['zh-CN'] : ['en', 'zh-CN'];
};

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
