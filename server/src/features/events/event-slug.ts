import { LIMITS } from '@teabreak/shared';
import { pinyin } from 'pinyin-pro';
import { containsHan, foldLatin } from '../../common/text-fold.js';

/** Room for "-2" or a random ending. */
const LONGEST = LIMITS.slug - 8;
const FALLBACK = 'event';

/** An address for a title, Chinese read as pinyin: 上海产品人茶歇 → shang-hai-chan-pin-ren-cha-xie. Never empty. */
export function slugOf(title: string): string {
  const latin = containsHan(title)
    ? pinyin(title, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).join(' ')
    : title;
  const words = foldLatin(latin)
    .split(/[^a-z0-9]+/u)
    .filter(Boolean);
  const slug = fitting(words).join('-').slice(0, LONGEST);
  return slug.length >= 3 ? slug : [FALLBACK, slug].filter(Boolean).join('-');
}

/** Whole words as long as they fit; the first one always. */
function fitting(words: readonly string[]): string[] {
  let length = 0;
  return words.filter((word, index) => {
    length += word.length + 1;
    return index === 0 || length <= LONGEST;
  });
}
