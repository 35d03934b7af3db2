import type { Locale, SuggestionHint } from '@teabreak/shared';
import { LIMITS } from '@teabreak/shared/limits';
import { foldLatin } from '../../common/text-fold.js';
import type { RoomPerson } from './matchmaking.repository.js';
import { meaning, vocabulary } from './vocabulary.js';

/** Why somebody's list is short. `others` is everybody else in the room; what is counted of them is their goals alone. */
export interface WhyNot {
  me: RoomPerson;
  others: readonly RoomPerson[];
  /** What `me` seeks and nobody in the room can meet, in their own words. */
  unmet: readonly string[];
  /** How many who fit are missing because the reader put them aside, or by the organizer's rules. */
  removed: { putAside: number; rules: number };
}

type Words = { key: string; text: string; people: number };

/** Below this a count would point at somebody, and a tag would quote one. */
const NOBODY_ALONE = 2;
const ENOUGH_COMMONALITIES = 3;
const MOST_HINTS = 4;
const MOST_TAGS = 3;
const HAN = /\p{Script=Han}/u;

/** What would make the list longer, most helpful first, never empty; tags are words that at least two others use. */
export function hintsFor(why: WhyNot, locale: Locale): SuggestionHint[] {
  const say = locale === 'zh-CN' ? CHINESE : ENGLISH;
  const { me, others, unmet, removed } = why;
  const hints: SuggestionHint[] = [];
  const add = (kind: SuggestionHint['kind'], text: string, tags: readonly Words[] = []) =>
    hints.push({ kind, text, tags: tags.map((words) => words.text) });
  if (removed.rules > 0) add('limited-by-organizer', say.limited);
  if (removed.putAside > 0) add('put-aside', say.putAside(removed.putAside));
  if (unmet.length > 0) add('nobody-offers', say.nobodyOffers(unmet.slice(0, 2)));
  const near = nearby(unmet, others, me, locale);
  if (near[0] !== undefined) add('widen-seeks', say.widen(near[0]), near);
  const wanted = missing('offers', me, others, locale);
  if (wanted[0] !== undefined) add('add-offers', say.wanted(wanted[0]), wanted);
  const given = missing('seeks', me, others, locale).filter(({ key }) => !near.some((words) => words.key === key));
  if (given[0] !== undefined && near.length === 0) add('add-seeks', say.given(given[0]), given);
  const shown = me.commons.filter(({ visibility }) => visibility === 'everyone' || visibility === 'suggested');
  if (shown.length < ENOUGH_COMMONALITIES) add('add-commonalities', say.commonalities);
  const silent = others.filter(({ goal }) => goal === null).length;
  if (hints.length < MOST_HINTS) add('wait-for-arrivals', silent < NOBODY_ALONE ? say.wait : say.silent(silent));
  return hints.slice(0, MOST_HINTS);
}

/**
 * Words on the other side of what `me` could still say: what others seek and `me` does not offer, or offer and `me` does not seek.
 * Those come first that many ask for and people with the same goal do say: they are the most likely to be true of `me` too.
 */
function missing(side: 'seeks' | 'offers', me: RoomPerson, others: readonly RoomPerson[], locale: Locale): Words[] {
  const mine = me.goal?.[side] ?? [];
  const said = new Set(mine.map(keyOf));
  const wanted = counted(others, side === 'offers' ? 'seeks' : 'offers', locale);
  const alike = counted(
    others.filter(({ goal }) => goal?.kind === me.goal?.kind),
    side,
    locale,
  );
  const likely = (words: Words) => words.people * (1 + (alike.get(words.key)?.people ?? 0));
  return [...wanted.values()]
    .filter(({ key, people }) => people >= NOBODY_ALONE && !said.has(key))
    .sort((a, b) => likely(b) - likely(a) || (a.text < b.text ? -1 : 1))
    .slice(0, Math.min(MOST_TAGS, LIMITS.tags - mine.length));
}

/** What others offer that comes near to an unmet wish, though not near enough to be suggested for it. */
function nearby(unmet: readonly string[], others: readonly RoomPerson[], me: RoomPerson, locale: Locale): Words[] {
  const seeks = me.goal?.seeks ?? [];
  const near = new Set(
    unmet.flatMap((text) => [...meaning(text).concepts.keys()].flatMap((id) => [...vocabulary.answers(id).keys()])),
  );
  const said = new Set(seeks.map(keyOf));
  return [...counted(others, 'offers', locale).values()]
    .filter(({ key, people }) => people >= NOBODY_ALONE && near.has(key) && !said.has(key))
    .sort((a, b) => b.people - a.people || (a.text < b.text ? -1 : 1))
    .slice(0, Math.min(MOST_TAGS, LIMITS.tags - seeks.length));
}

/** By how many people each thing is said, whatever words and language they say it in. */
function counted(people: readonly RoomPerson[], side: 'seeks' | 'offers', locale: Locale): Map<string, Words> {
  const texts = new Map<string, Map<string, number>>();
  const heads = new Map<string, number>();
  for (const { goal } of people) {
    const said = new Map((goal?.[side] ?? []).map((text) => [keyOf(text), text]));
    for (const [key, text] of said) {
      const forms = texts.get(key) ?? new Map<string, number>();
      texts.set(key, forms.set(text, (forms.get(text) ?? 0) + 1));
      heads.set(key, (heads.get(key) ?? 0) + 1);
    }
  }
  const result = new Map<string, Words>();
  for (const [key, forms] of texts) {
    const text = bestForm(forms, locale);
    if (text !== null) result.set(key, { key, text, people: heads.get(key) ?? 0 });
  }
  return result;
}

/** In the reader's script where somebody uses it. A wording that is one person's own is never handed on. */
function bestForm(forms: ReadonlyMap<string, number>, locale: Locale): string | null {
  const usable = [...forms].filter(([text, count]) => count >= NOBODY_ALONE || vocabulary.exact(text) !== null);
  const foreign = (text: string) => (HAN.test(text) === (locale === 'zh-CN') ? 0 : 1);
  usable.sort(([a, n], [b, m]) => foreign(a) - foreign(b) || m - n || a.length - b.length || (a < b ? -1 : 1));
  return usable[0]?.[0] ?? null;
}

function keyOf(text: string): string {
  return vocabulary.exact(text) ?? foldLatin(text);
}

type Sayings = {
  limited: string;
  putAside: (people: number) => string;
  nobodyOffers: (texts: readonly string[]) => string;
  widen: (words: Words) => string;
  wanted: (words: Words) => string;
  given: (words: Words) => string;
  commonalities: string;
  silent: (people: number) => string;
  wait: string;
};

const ENGLISH: Sayings = {
  limited:
    'The hosts have limited who is suggested to whom here, and some who would fit you are affected. You can still ask them to introduce you.',
  putAside: (people) =>
    people === 1
      ? 'Somebody who would fit is put aside. You can bring them back below.'
      : `${people} people who would fit are put aside. You can bring them back below.`,
  nobodyOffers: (texts) => `Nobody here offers ${texts.map((text) => `“${text}”`).join(' or ')} so far.`,
  widen: ({ text, people }) => `Close to it: ${people} people offer “${text}”. Would that help too?`,
  wanted: ({ text, people }) => `${people} people look for “${text}”. Can you offer that?`,
  given: ({ text, people }) => `${people} people offer “${text}”. Is that of use to you?`,
  commonalities:
    'Say where you are from, where you studied or what you enjoy: something rare in common is a reason to meet, too.',
  silent: (people) => `${people} people have not said yet what they came for. As they do, this changes by itself.`,
  wait: 'As more people join, this changes by itself.',
};

const CHINESE: Sayings = {
  limited: '主办方限定了谁会被推荐给谁，有些适合你的人因此没有出现。你仍然可以请主办方引荐。',
  putAside: (people) => `有 ${people} 位合适的人被你放到了一边，可以在下面恢复。`,
  nobodyOffers: (texts) => `你在找的${texts.map((text) => `“${text}”`).join('、')}，现场还没有人能提供。`,
  widen: ({ text, people }) => `比较接近的：有 ${people} 位能提供“${text}”，对你也有帮助吗？`,
  wanted: ({ text, people }) => `有 ${people} 位在找“${text}”，你能提供吗？`,
  given: ({ text, people }) => `有 ${people} 位能提供“${text}”，对你有用吗？`,
  commonalities: '写上家乡、学校或爱好吧：少见的共同点，也是认识的理由。',
  silent: (people) => `还有 ${people} 位没有填写为什么来。他们填好后，这里会自动更新。`,
  wait: '随着更多人加入，这里会自动更新。',
};
