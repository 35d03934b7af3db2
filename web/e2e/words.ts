import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Messages, type Params, translate } from '../src/lib/translate.js';

export type Language = 'en' | 'zh-CN';
/** `say('join:name')` is what stands on the page in that person's language. */
export type Say = (key: string, params?: Params) => string;

/**
 * The texts a person reads. Journeys find things by them as people do, and a reworded sentence breaks none.
 * @throws where a text is missing, so that no locator looks for a key's name
 */
export function wordsIn(language: Language): Say {
  const files = new Map<string, Messages>();
  const open = (namespace: string): Messages => {
    const file = path.resolve(import.meta.dirname, '../src/locales', language, `${namespace}.json`);
    const messages = files.get(namespace) ?? (JSON.parse(readFileSync(file, 'utf8')) as Messages);
    files.set(namespace, messages);
    return messages;
  };
  return (key, params) => {
    const [namespace = '', name = ''] = key.split(':');
    const text = translate(open(namespace), name, language, params);
    if (text === name) throw new Error(`No text ${key} in ${language}`);
    return text;
  };
}
