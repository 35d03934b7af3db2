import { cleanLine, containsHan } from '../text-fold.js';

const words = new Intl.Segmenter('zh', { granularity: 'word' });
const WHOLLY_QUOTED = /^[“"‘'「『《]([^“”"「」『』《》]*)[”"’'」』》]$/u;
const END = /(?<!\.\p{L}|\betc|\bInc|\bLtd|\bCo)(?:[.。…]+)$|[!！?？,，;；:：、·–—\s]+$/u;
const NAMES_SOMETHING = /[\p{L}\p{N}\p{S}]/u;
/** A line does not end with a word that waits for another one. */
const DANGLING =
  /(?:[\s，,、;；:：.。!！?？–—-]+|\s(?:a|an|the|and|or|of|to|in|on|at|for|with|from|who|that|my|our)|[的和与及或在把对跟])$/iu;

/** How wide a text is: what is written in Chinese takes twice the room of a Latin letter. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text)
    width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/u.test(character) ? 2 : 1;
  return width;
}

/**
 * Somebody's words without the quotes and full stops around them, which a sentence that quotes them brings itself. What they quote
 * themselves stands in single marks.
 */
export function bareWords(text: string): string {
  let bare = cleanLine(text, text.length);
  for (let before = ''; before !== bare; ) {
    before = bare;
    bare = inSingleMarks(bare.replace(END, '').replace(WHOLLY_QUOTED, '$1').trim());
  }
  return NAMES_SOMETHING.test(bare) ? bare : '…';
}

function inSingleMarks(text: string): string {
  return text
    .replace(
      /[「『]([^」』]*)[」』]|“([^”]*)”|"([^"]*)"/gu,
      (_, corner?: string, curly?: string, straight?: string) => {
        return `‘${corner ?? curly ?? straight ?? ''}’`;
      },
    )
    .replace(/[“”"「」『』]/gu, '');
}

/** Cut between words, at most `width` wide with the sign for what is left out. */
export function shortened(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = '';
  for (const { segment } of words.segment(text)) {
    if (widthOf(kept + segment) >= width) break;
    kept += segment;
  }
  // A single word may be longer than the line.
  if (kept.trim() === '') kept = cleanLine(text, containsHan(text) ? Math.floor(width / 2) - 1 : width - 1);
  for (let before = ''; before !== kept; ) {
    before = kept;
    kept = kept.replace(DANGLING, '');
  }
  return `${kept}…`;
}

/** `bare` words in the marks of both languages, at most `width` wide. */
export function quote(bare: string, width: number): string {
  return `“${shortened(bare, width)}”`;
}
