import { containsHan, fold, foldLatin } from '../../../common/text-fold.js';

/** LIKE patterns over `' ' || search_keys`: `whole` matches, or all of `pieces` do. */
export interface NamePatterns {
  whole: string;
  pieces: string[];
}

/**
 * `matchesName` as the database understands it. No escaping is needed: a word has neither % nor _ in it.
 * @returns null when the query is blank (everybody), `none` when nothing of it can be searched for
 */
export function namePatterns(query: string): NamePatterns | 'none' | null {
  const words = foldLatin(query).match(/[\p{L}\p{N}\p{M}\p{Extended_Pictographic}]+/gu) ?? [];
  if (words.length === 0) return fold(query) === '' ? null : 'none';
  return { whole: `% ${words.join('')}%`, pieces: words.flatMap(patternsOf) };
}

function patternsOf(word: string): string[] {
  const pieces = word.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? [];
  return pieces.map((piece) => (containsHan(piece) ? `%${piece}%` : `% ${piece}%`));
}
