import { spellings } from '@teabreak/shared';
import { pinyin, polyphonic } from 'pinyin-pro';
import { containsHan, fold, foldLatin } from './text-fold.js';

const HAN_RUN = /\p{Script=Han}+/gu;
const ONLY_HAN = /^\p{Script=Han}+$/u;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
/** Beyond this a name is a sentence, and the readings of a sentence are nobody's name. */
const LONGEST_READ = 8;
const MOST_READINGS = 12;

/**
 * Everything a name may be searched by, one word after the other: 李明辉 → "李明辉 li ming hui liminghui minghuili
 * minghui lmh mh …", in both readings of 曾, 单, 解. Stored on write; `matchesName` reads it.
 */
export function nameSearchKeys(name: string, latinName?: string): string {
  const keys = new Set<string>();
  for (const part of [name, latinName ?? '']) {
    for (const run of fold(part).match(HAN_RUN) ?? []) addHan(keys, run);
    addLatin(keys, foldLatin(part).replace(HAN_RUN, ' ').match(WORD) ?? []);
    for (const symbol of fold(part).match(/\p{Extended_Pictographic}/gu) ?? []) keys.add(symbol);
  }
  return [...keys].join(' ');
}

/** Every word of the query starts a word of the keys, or the query without spaces does; Chinese may match inside. */
export function matchesName(keys: string, query: string): boolean {
  const words = foldLatin(query).match(/[\p{L}\p{N}\p{M}\p{Extended_Pictographic}]+/gu) ?? [];
  if (words.length === 0) return fold(query) === '';
  const padded = ` ${keys}`;
  return padded.includes(` ${words.join('')}`) || words.every((word) => startsWord(padded, word));
}

/** Sorts like a Chinese address book: by pinyin, surname reading first, Latin names between them. */
export function nameSortKey(name: string): string {
  const spelled = fold(name).replace(HAN_RUN, (run) => ` ${reading(run).join(' ')} `);
  return `${(foldLatin(spelled).match(WORD) ?? []).join(' ')}|${fold(name)}`;
}

/** How a name of nothing but Chinese characters is read, by its sort key: "li,ming hui", the surname first. "" for all others. */
export function nameSpelling(name: string, sortKey: string): string {
  const [spelled = '', run = ''] = sortKey.split('|');
  if (run.length > LONGEST_READ || !ONLY_HAN.test(run) || run.length !== name.length) return '';
  const syllables = spelled.split(' ');
  const surname = surnameLength(run);
  return `${syllables.slice(0, surname).join(' ')},${syllables.slice(surname).join(' ')}`;
}

function startsWord(paddedKeys: string, word: string): boolean {
  if (!containsHan(word)) return paddedKeys.includes(` ${word}`);
  const pieces = word.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? [];
  return pieces.every((piece) => paddedKeys.includes(containsHan(piece) ? piece : ` ${piece}`));
}

function addLatin(keys: Set<string>, words: readonly string[]): void {
  for (const word of words) keys.add(word);
  if (words.length < 2) return;
  keys.add(words.join(''));
  keys.add(words.map((word) => word[0]).join(''));
}

function addHan(keys: Set<string>, run: string): void {
  keys.add(run);
  if (run.length > LONGEST_READ) return;
  const surname = surnameLength(run);
  for (const syllables of readings(run)) {
    for (const spelled of [syllables, syllables.map((syllable) => syllable.replaceAll('v', 'u'))]) {
      for (const word of spellings(spelled.slice(0, surname), spelled.slice(surname))) keys.add(word);
    }
  }
}

/** The reading of a name, the surname as surnames are read, ü typed as v. */
function reading(run: string): string[] {
  return pinyin(run, { toneType: 'none', type: 'array', surname: 'head', v: true });
}

/** The likely reading first, then every mixture with the others of each character, up to a dozen. */
function readings(run: string): string[][] {
  const likely = reading(run);
  const others = polyphonic(run, { toneType: 'none', type: 'array', v: true });
  let found: string[][] = [[]];
  likely.forEach((syllable, at) => {
    const choices = [...new Set([syllable, ...(others[at] ?? []).slice(0, 2)])];
    found = found.flatMap((start) => choices.map((choice) => [...start, choice])).slice(0, MOST_READINGS);
  });
  return found;
}

const COMPOUND_SURNAMES = new Set(
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 端木 百里 南宫 西门 长孙 宇文 轩辕 独孤'.split(' '),
);

function surnameLength(run: string): number {
  if (run.length < 2) return 0;
  return run.length > 2 && COMPOUND_SURNAMES.has(run.slice(0, 2)) ? 2 : 1;
}
