const WIDE = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

/** About how wide a text stands on the wall, in widths of a Chinese character; a Latin letter is half of one. */
export const textWidth = (text: string): number =>
  [...text].reduce((width, character) => width + (WIDE.test(character) ? 1 : 0.52), 0);

/** As many from the front as stand on a line of that width, with dots between; at least one. */
export function fitting(texts: readonly string[], width: number): string[] {
  const shown: string[] = [];
  let left = width;
  for (const text of texts) {
    left -= textWidth(text) + 1.2;
    if (left < 0 && shown.length > 0) break;
    shown.push(text);
  }
  return shown;
}
