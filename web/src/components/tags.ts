import { LIMITS } from '@teabreak/shared/limits';

/** What people type between two tags, in either script. */
export const SEPARATORS = /[,，、;；\n]/u;

const OFFERED = 6;
const fold = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** Adds each part of the text once, up to `max`; the same word in another case or width is the same tag. */
export function addTags(tags: readonly string[], text: string, max: number): string[] {
  const result = [...tags];
  for (const part of text.split(SEPARATORS)) {
    const tag = part.normalize('NFC').trim().slice(0, LIMITS.tag);
    if (tag && result.length < max && !result.some((known) => fold(known) === fold(tag))) result.push(tag);
  }
  return result;
}

/** Those that contain what is typed and are not taken, beginnings first. */
export function matchingSuggestions(suggestions: readonly string[], text: string, taken: readonly string[]): string[] {
  const typed = fold(text);
  if (!typed) return [];
  const used = new Set(taken.map(fold));
  return suggestions
    .filter((one) => fold(one).includes(typed) && !used.has(fold(one)))
    .sort((a, b) => Number(fold(b).startsWith(typed)) - Number(fold(a).startsWith(typed)))
    .slice(0, OFFERED);
}
