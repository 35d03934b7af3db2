import { containsHan } from '../../../common/text-fold.js';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Enough to recognise oneself, too little to learn who else was invited: 李明辉 → 李**, Anika Sharma → A**** S*****.
 * Long words show at most six marks, so that length tells little.
 */
export function maskedName(name: string): string {
  return name
    .split(' ')
    .filter((word) => word !== '')
    .map(maskedWord)
    .join(' ');
}

function maskedWord(word: string): string {
  const [first = '', ...rest] = [...graphemes.segment(word)].map(({ segment }) => segment);
  if (rest.length === 0) return containsHan(first) ? `${first}*` : first;
  return first + '*'.repeat(Math.min(rest.length, 6));
}
