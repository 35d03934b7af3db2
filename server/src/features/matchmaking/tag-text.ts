import { containsHan, foldLatin } from '../../common/text-fold.js';

/** A tag or sentence as units: one stemmed Latin word, or one Chinese character each. */
export function units(text: string): string[] {
  const found: string[] = [];
  for (const piece of foldLatin(text).match(/\p{Script=Han}|[\p{L}\p{M}\p{N}+#&]+(?:\.[\p{L}\p{N}]+)*/gu) ?? []) {
    if (containsHan(piece)) found.push(...Array.from(piece));
    else if (!ARTICLES.has(piece)) found.push(stem(piece));
  }
  return found;
}

const ARTICLES = new Set('a an the some any my our your their his her s'.split(' '));
/** Words in -ing that are things of their own: marketing is not a market. */
const NOUNS_IN_ING = new Set(
  'marketing banking clothing catering meeting painting building engineering manufacturing accounting housing'.split(
    ' ',
  ),
);

/** Plural, -ing and a silent e: as little as makes "hikes", "hike" and "hiking" one. */
export function stem(word: string): string {
  if (word.length < 4 || NOUNS_IN_ING.has(word)) return word;
  let root = word;
  if (root.endsWith('ies') && root.length > 4) root = `${root.slice(0, -3)}y`;
  else if (root.endsWith('s') && !/(?:ss|us|is)$/u.test(root)) root = root.slice(0, -1);
  if (root.endsWith('ing') && root.length > 5) root = root.slice(0, -3).replace(/([bdfgkmnprt])\1$/u, '$1');
  return root.length > 3 && root.endsWith('e') ? root.slice(0, -1) : root;
}

/** Says nothing about what is sought: everybody seeks "people who can help". */
const EMPTY = new Set(
  `i we you me us to for of in on at by with from and or who that which this these those is are be can could would
  will want need look seek find get make start someone somebody people person anyone good great real new best more
  help about into near over how what where when it as have has do does not no so up out one two few lot other others
  experience advice tip support contact contacts group team member talk chat meet meeting learn practice practise
  company companies business work start idea thing expert specialist professional native beijing shanghai china`
    .split(/\s+/u)
    .map(stem),
);
const EMPTY_HAN =
  /(?:想要?|希望|需要|寻找|认识|结识|一起|一个|一些|可以|能够?|懂|会|找|的|了|和|与|或|在|做|有|人|我|你|们|是|帮忙?|帮助|相关|方面|朋友|经验|资源|公司|北京|上海|中国)/gu;

/** Words and pairs of characters that a free text matches by, where no concept covers it. */
export function freeTerms(text: string): string[] {
  const terms = new Set<string>();
  for (const unit of units(text)) if (!containsHan(unit) && unit.length > 1 && !EMPTY.has(unit)) terms.add(unit);
  for (const run of foldLatin(text).match(/\p{Script=Han}+/gu) ?? []) {
    for (const part of run.replace(EMPTY_HAN, ' ').split(' ')) {
      if (part.length === 1) terms.add(part);
      for (let at = 0; at + 1 < part.length; at++) terms.add(part.slice(at, at + 2));
    }
  }
  return [...terms];
}
