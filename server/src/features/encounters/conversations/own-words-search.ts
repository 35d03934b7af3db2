import { pinyin } from 'pinyin-pro';
import { containsHan, foldLatin } from '../../../common/text-fold.js';

const HAN_RUN = /\p{Script=Han}+/gu;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
/** Shorter ones are in nearly every text's pinyin. */
const SHORTEST_PINYIN = 2;

/**
 * Whether every word of the query is in one's own texts: as it stands there, simplified or traditional, with or without accents, or
 * as its pinyin (dianshang finds 电商). An empty query is in everything.
 */
export function wordsMatch(texts: readonly string[], query: string): boolean {
  const words = foldLatin(query).match(WORD) ?? [];
  if (words.length === 0) return true;
  const text = foldLatin(texts.join(' '));
  const missing = words.filter((word) => !text.includes(word));
  if (missing.length === 0) return true;
  if (!containsHan(text) || missing.some((word) => !/^[a-z]+$/u.test(word) || word.length < SHORTEST_PINYIN))
    return false;
  const spelled = ` ${text.replace(HAN_RUN, (run) => ` ${pinyin(run, { toneType: 'none', type: 'array', v: true }).join(' ')} `)}`;
  return missing.every((word) => new RegExp(` ${word.split('').join(' ?')}`, 'u').test(spelled));
}
