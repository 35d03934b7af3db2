import { containsHan } from '../text-fold.js';
import { chineseOffer, chineseWish } from './chinese-frames.js';
import { englishOffer, englishWish } from './english-frames.js';
import { bareWords, quote, widthOf } from './quote.js';
import type { Framed, OwnWords } from './shape.js';

const LONGEST_QUOTE = 80;
const LONGEST_SPOKEN = 44;
const BEGINS_IN_CHINESE = /^\P{L}*\p{Script=Han}/u;

/** Something sought. A frame is taken off only where that is certainly right; else the words stay as they were typed. */
export function wishIn(text: string): OwnWords {
  const bare = bareWords(text);
  return ownWords(BEGINS_IN_CHINESE.test(bare) ? chineseWish(bare) : englishWish(bare));
}

/** Something offered. */
export function offerIn(text: string): OwnWords {
  const bare = bareWords(text);
  return ownWords(BEGINS_IN_CHINESE.test(bare) ? chineseOffer(bare) : englishOffer(bare));
}

/** A place, school, language or interest: a name needs no quotes, anything else has them. */
export function nameIn(text: string): string {
  const bare = bareWords(text);
  const isSentence = /[.!?;:。！？；，：“”"]\s*\S|^(?:i|i['’]m|my|we)\b|^我/iu.test(bare);
  return isSentence || widthOf(bare) > LONGEST_SPOKEN ? quote(bare, LONGEST_QUOTE) : bare;
}

function ownWords({ words: framed, shape }: Framed): OwnWords {
  const words = bareWords(framed);
  return {
    shape,
    quoted: quote(words, LONGEST_QUOTE),
    han: containsHan(words),
    brief: shape !== 'statement' && widthOf(words) <= LONGEST_SPOKEN,
  };
}
