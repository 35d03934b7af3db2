import type { GoalKind } from '@teabreak/shared';
import { foldLatin } from '../../../common/text-fold.js';
import { conceptFit } from '../concept-fit.js';
import { type Gift, type GiftSource, type Profile, RIVALS, soughtBy, type Want } from '../profile.js';
import { FLOOR, massOf, octave, rarity } from '../score.js';
import { decides, type Meaning, vocabulary } from '../vocabulary.js';
import { CloseTexts } from './close-texts.js';

/** One wording of a wish with all who have it: rooms repeat their tags, so what meets it is found once. */
type Wish = {
  text: string;
  folded: string;
  kind: GoalKind | null;
  weight: number;
  meaning: Meaning;
  /** Groups of people who compete for it: they are nobody's answer to it. */
  rivals: readonly number[];
  /** What meets it, best first, with what it is worth (`massOf`). */
  gifts: number[];
  masses: number[];
  seekers: number[];
};
type Offer = {
  text: string;
  folded: string;
  weight: number;
  onlyFor: GoalKind | null;
  as: GiftSource;
  meaning: Meaning;
  wishes: number[];
  masses: number[];
  holders: number[];
};
/** A person's wishes, gifts and groups of competitors, as numbers. */
export type Tags = { wishes: readonly number[]; gifts: readonly number[]; groups: readonly number[] };

/** More than anybody has who does not learn twenty languages at once. The masses of so many stay below 2¹⁵. */
const MOST_WISHES = 20;

/** Wishes and gifts of a room, linked by the vocabulary and, where it is silent, by rare words. */
export class TagIndex {
  readonly wishes: Wish[] = [];
  readonly gifts: Offer[] = [];
  /** Per group of competitors, who belongs to it. */
  readonly groups: number[][] = [];
  readonly closeTexts = new CloseTexts();
  private readonly wishNumbers = new Map<string, number>();
  private readonly giftNumbers = new Map<string, number>();
  private readonly groupNumbers = new Map<string, number>();
  private readonly wishesBy = new Map<string, number[]>();
  private readonly giftsBy = new Map<string, number[]>();
  /** How many people offer a word, and how rare that was taken to be. */
  private readonly words = new Map<string, { count: number; step: number }>();
  private readonly recounted = new Set<string>();
  private people = 0;
  private linkedWishes = 0;
  private linkedGifts = 0;

  tagsOf({ kind, wants, gifts, sought }: Profile): Tags {
    const groups = kind !== null && RIVALS.has(kind) ? [...sought].map((key) => this.group(kind, key)) : [];
    return {
      wishes: [...new Set(wants.slice(0, MOST_WISHES).map((want) => this.wish(want, kind)))],
      gifts: [...new Set(gifts.map((gift) => this.gift(gift)))],
      groups,
    };
  }

  enter(person: number, tags: Tags): void {
    for (const wish of tags.wishes) this.wishes[wish]?.seekers.push(person);
    for (const group of tags.groups) this.groups[group]?.push(person);
    for (const gift of tags.gifts) {
      this.gifts[gift]?.holders.push(person);
      this.count(gift, 1);
    }
  }

  leave(person: number, tags: Tags): void {
    for (const wish of tags.wishes) drop(this.wishes[wish]?.seekers, person);
    for (const group of tags.groups) drop(this.groups[group], person);
    for (const gift of tags.gifts) {
      drop(this.gifts[gift]?.holders, person);
      this.count(gift, -1);
    }
  }

  /** Links what is new, and looks again at words that have become rarer or more common. Answers whose wishes are met otherwise now. */
  settle(people: number): Set<number> {
    const everything = octave(people) !== octave(this.people);
    this.people = people;
    const changed = new Set<number>();
    const [fromWish, fromGift] = [this.linkedWishes, this.linkedGifts];
    for (let wish = fromWish; wish < this.wishes.length; wish++) {
      for (const gift of this.giftsNear(wish)) this.link(wish, gift);
    }
    for (let gift = fromGift; gift < this.gifts.length; gift++) {
      for (const wish of this.wishesNear(gift)) if (wish < fromWish) this.link(wish, gift);
    }
    for (const word of everything ? this.words.keys() : this.recounted) {
      if (!this.hasMoved(word) && !everything) continue;
      for (const gift of this.giftsBy.get(word) ?? []) {
        if (gift < fromGift) for (const wish of this.wishesNear(gift)) this.relink(wish, gift, changed);
      }
      for (const wish of this.wishesBy.get(word) ?? []) {
        if (wish < fromWish) for (const gift of this.giftsNear(wish)) this.relink(wish, gift, changed);
      }
    }
    for (const [sought, offered] of this.closeTexts.takeMoved()) {
      const gifts = (this.giftsBy.get(`=${offered}`) ?? []).filter((gift) => gift < fromGift);
      for (const wish of this.wishesBy.get(`=${sought}`) ?? []) {
        if (wish < fromWish) for (const gift of gifts) this.relink(wish, gift, changed);
      }
    }
    this.recounted.clear();
    [this.linkedWishes, this.linkedGifts] = [this.wishes.length, this.gifts.length];
    return new Set([...changed].flatMap((wish) => this.wishes[wish]?.seekers ?? []));
  }

  /** Whether somebody of these groups competes for the wish instead of answering it. */
  isRival({ groups }: Tags, wish: number): boolean {
    return this.wishes[wish]?.rivals.some((group) => groups.includes(group)) ?? false;
  }

  private wish({ text, meaning, weight }: Want, kind: GoalKind | null): number {
    const key = `${kind} ${weight} ${text}`;
    return intern(this.wishNumbers, key, this.wishes, (at) => {
      const folded = foldLatin(text);
      const answers = [...meaning.concepts.keys()].flatMap((sought) => [...vocabulary.answers(sought).keys()]);
      for (const key of new Set([`=${folded}`, ...answers.map((id) => `#${id}`), ...meaning.terms])) {
        push(this.wishesBy, key, at);
      }
      const sought = kind !== null && RIVALS.has(kind) ? soughtBy({ text, meaning, weight }) : [];
      const rivals = sought.map((key) => this.group(kind, key));
      return { text, folded, kind, weight, meaning, rivals, gifts: [], masses: [], seekers: [] };
    });
  }

  private gift({ text, meaning, weight, onlyFor, as }: Gift): number {
    const concepts = [...meaning.concepts.keys()];
    const key = `${onlyFor} ${weight} ${as} ${concepts.join(',')} ${text}`;
    return intern(this.giftNumbers, key, this.gifts, (at) => {
      const folded = foldLatin(text);
      for (const key of new Set([`=${folded}`, ...concepts.map((id) => `#${id}`), ...meaning.terms])) {
        push(this.giftsBy, key, at);
      }
      return { text, folded, weight, onlyFor, as, meaning, wishes: [], masses: [], holders: [] };
    });
  }

  private group(kind: GoalKind | null, key: string): number {
    return intern(this.groupNumbers, `${kind} ${key}`, this.groups, () => []);
  }

  private giftsNear(wish: number): Set<number> {
    const { folded = '', meaning } = this.wishes[wish] ?? {};
    const answers = [...(meaning?.concepts.keys() ?? [])].flatMap((sought) => [...vocabulary.answers(sought).keys()]);
    const texts = [folded, ...this.closeTexts.offeredNear(folded)].map((text) => `=${text}`);
    return near(this.giftsBy, [...texts, ...answers.map((id) => `#${id}`), ...(meaning?.terms ?? [])]);
  }

  private wishesNear(gift: number): Set<number> {
    const { folded = '', meaning } = this.gifts[gift] ?? {};
    const concepts = [...(meaning?.concepts.keys() ?? [])].map((id) => `#${id}`);
    const texts = [folded, ...this.closeTexts.soughtNear(folded)].map((text) => `=${text}`);
    return near(this.wishesBy, [...texts, ...concepts, ...(meaning?.terms ?? [])]);
  }

  private link(at: number, other: number): void {
    const [wish, gift] = [this.wishes[at], this.gifts[other]];
    if (wish === undefined || gift === undefined) return;
    const mass = this.massBetween(wish, gift);
    if (mass === 0) return;
    const place = wish.masses.findIndex((known) => known < mass);
    wish.gifts.splice(place < 0 ? wish.gifts.length : place, 0, other);
    wish.masses.splice(place < 0 ? wish.masses.length : place, 0, mass);
    gift.wishes.push(at);
    gift.masses.push(mass);
  }

  private relink(at: number, other: number, changed: Set<number>): void {
    const [wish, gift] = [this.wishes[at], this.gifts[other]];
    if (wish === undefined || gift === undefined) return;
    const known = wish.gifts.indexOf(other);
    if ((known < 0 ? 0 : wish.masses[known]) === this.massBetween(wish, gift)) return;
    changed.add(at);
    if (known >= 0) {
      wish.gifts.splice(known, 1);
      wish.masses.splice(known, 1);
      const back = gift.wishes.indexOf(at);
      gift.wishes.splice(back, 1);
      gift.masses.splice(back, 1);
    }
    this.link(at, other);
  }

  private massBetween(wish: Wish, gift: Offer): number {
    if (gift.onlyFor !== null && gift.onlyFor !== wish.kind) return 0;
    // Who raises money gives a founder, whatever the words they seek it with: two who seek alike are no answer to each other.
    const isOwnWish = gift.as === 'wish' && gift.onlyFor === null;
    const same = wish.folded === gift.folded && wish.folded !== '' && !isOwnWish;
    const match = same ? 1 : Math.max(conceptFit(wish.meaning, gift.meaning), this.byWords(wish, gift));
    const quality = match < FLOOR ? Math.max(match, this.byCloseness(wish, gift)) : match;
    return massOf(quality * wish.weight * gift.weight);
  }

  /** Like free words, closeness of meaning decides only where the vocabulary is silent; and only on what somebody says they offer. */
  private byCloseness(wish: Wish, gift: Offer): number {
    const quality = gift.as === 'offer' ? this.closeTexts.quality(wish.folded, gift.folded) : 0;
    return quality > 0 && decides(wish.meaning) && decides(gift.meaning) ? 0 : quality;
  }

  /** Free words decide only where the vocabulary is silent on one of the two sides. */
  private byWords({ meaning: sought }: Wish, { meaning: offered }: Offer): number {
    if (decides(sought) && decides(offered)) return 0;
    const shared = this.weigh(sought.terms.filter((term) => offered.terms.includes(term)));
    if (shared === 0) return 0;
    return (shared / this.weigh(sought.terms)) * (0.6 + (0.4 * shared) / this.weigh(offered.terms));
  }

  private weigh(terms: readonly string[]): number {
    return terms.reduce((sum, term) => sum + 0.2 + rarity(this.words.get(term)?.count ?? 0, this.people), 0);
  }

  private count(gift: number, by: number): void {
    for (const term of this.gifts[gift]?.meaning.terms ?? []) {
      const known = this.words.get(term) ?? { count: 0, step: 0 };
      known.count += by;
      this.words.set(term, known);
      this.recounted.add(term);
    }
  }

  private hasMoved(word: string): boolean {
    const known = this.words.get(word);
    const step = octave(Math.max(2, known?.count ?? 0));
    if (known === undefined || known.step === step) return false;
    known.step = step;
    return true;
  }
}

function intern<T>(numbers: Map<string, number>, key: string, all: T[], make: (at: number) => T): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  const at = all.length;
  numbers.set(key, at);
  all.push(make(at));
  return at;
}

function near(index: ReadonlyMap<string, readonly number[]>, keys: readonly string[]): Set<number> {
  const found = new Set<number>();
  for (const key of keys) for (const at of index.get(key) ?? []) found.add(at);
  return found;
}

function push(map: Map<string, number[]>, key: string, at: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [at]);
  else list.push(at);
}

/** Takes one number out of an unordered list. */
export function drop(list: number[] | undefined, number: number): void {
  const at = list?.indexOf(number) ?? -1;
  const last = at < 0 ? undefined : list?.pop();
  if (list !== undefined && last !== undefined && at < list.length) list[at] = last;
}
