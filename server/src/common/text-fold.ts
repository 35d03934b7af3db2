import { Converter } from 'opencc-js/t2cn';

/** Only the traditional→simplified half of OpenCC: the other half is ten times its size and search never needs it. */
const simplify = Converter({ from: 't', to: 'cn' });

/** Controls, bidirectional overrides, zero-width and byte-order marks. The joiner U+200D stays: it holds emoji together. */
const INVISIBLE = /[\u200b\u200e\u200f\u061c\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const WHITE_SPACE_OR_CONTROL = /[\s\p{Cc}]+/gu;
const HAN = /\p{Script=Han}/u;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

export function containsHan(text: string): boolean {
  return HAN.test(text);
}

/** What two texts are compared by: NFKC, simplified characters, lower case, single spaces. Never shown to anybody. */
export function fold(text: string): string {
  const plain = text.normalize('NFKC').replace(INVISIBLE, '');
  return (HAN.test(plain) ? simplify(plain) : plain).toLowerCase().replace(WHITE_SPACE_OR_CONTROL, ' ').trim();
}

/** `fold`, and accents and apostrophes are gone too: Müller = muller, O’Connor = oconnor. Kana keep their marks. */
export function foldLatin(text: string): string {
  return fold(text)
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’‘`´ʼ]/gu, '')
    .normalize('NFC')
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replaceAll('ł', 'l');
}

/** NFKC for identifiers that people type with a Chinese keyboard: ｗｘ＿ｉｄ → wx_id, １３８ → 138. */
export function halfWidth(text: string): string {
  return text.normalize('NFKC').replace(INVISIBLE, '').replace(WHITE_SPACE_OR_CONTROL, ' ').trim();
}

/** A line as it will be shown: as typed, but nothing that reorders, hides or breaks it. At most `max` UTF-16 units. */
export function cleanLine(text: string, max: number): string {
  const line = text.normalize('NFC').replace(INVISIBLE, '').replace(WHITE_SPACE_OR_CONTROL, ' ').trim();
  return line.length <= max ? line : cut(line, max);
}

/** Cut between what people see as characters, so that no emoji or accent is torn apart. */
function cut(line: string, max: number): string {
  let end = 0;
  for (const { index, segment } of graphemes.segment(line)) {
    if (index + segment.length > max) break;
    end = index + segment.length;
  }
  return line.slice(0, end).trimEnd();
}
