import { pinyin } from 'pinyin-pro';
import { containsHan, foldLatin } from './text-fold.js';

const HAN_RUN = /\p{Script=Han}+/gu;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
/** As many syllables as somebody types of one word: 注册会计师 is found by "zhuce", "kuaijishi" and "zckjs". */
const SYLLABLES = 5;

/**
 * Everything a sentence may be searched by, one word after the other, each behind a space: its words, its Chinese as it stands, and from
 * every character on the pinyin of the next few and their initials. Stored on write; `searchPatterns` reads it.
 */
export function textSearchKeys(...texts: readonly string[]): string {
  const keys = new Set<string>();
  for (const text of texts) {
    const folded = foldLatin(text);
    for (const word of folded.replace(HAN_RUN, ' ').match(WORD) ?? []) keys.add(word);
    for (const run of folded.match(HAN_RUN) ?? []) {
      keys.add(run);
      const syllables: string[] = pinyin(run, { toneType: 'none', type: 'array' });
      syllables.forEach((_, at) => {
        const next = syllables.slice(at, at + SYLLABLES);
        keys.add(next.join('').replaceAll('ü', 'v'));
        keys.add(next.map((syllable) => syllable[0]).join(''));
      });
    }
  }
  return ['', ...keys].join(' ');
}

/** Patterns for LIKE, all of which must match ` ${keys}`: each word starts one of the keys; Chinese may stand inside. */
export function searchPatterns(query: string): string[] {
  const words = foldLatin(query).match(WORD) ?? [];
  const pieces = words.flatMap((word) => word.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? []);
  return pieces.map((piece) => (containsHan(piece) ? `%${piece}%` : `% ${piece}%`));
}
