import type { Meanings } from '../../common/meanings.js';
import { foldLatin } from '../../common/text-fold.js';

type Words = Pick<Meanings, 'conceptsOf'>;

/** What an ask is found by besides its words: its tags, what they mean, and what its text is about. */
export function topicsOf(text: string, tags: readonly string[], words: Words): string[] {
  const ofText = words.conceptsOf(text).map((concept) => `~${concept}`);
  return [...new Set([...tags.flatMap((tag) => topicsOfTag(tag, words)), ...ofText])];
}

/** A tag finds itself however it is written, and every tag that means the same: 会计, accountant. */
export function topicsOfTag(tag: string, words: Words): string[] {
  return [`=${foldLatin(tag)}`, ...words.conceptsOf(tag).map((concept) => `#${concept}`)];
}

/** What somebody who searches may mean. */
export function topicsMeant(query: string, words: Words): string[] {
  return words.conceptsOf(query).flatMap((concept) => [`#${concept}`, `~${concept}`]);
}
