import { foldLatin } from '../../common/text-fold.js';
import type { LabelledPerson, ListsById } from './evaluation.js';

const AT = 5;

/** Baseline: the same tag on both sides, letter for letter; both ways count twice. */
export function sameTags(people: readonly LabelledPerson[]): ListsById {
  const meets = (seeker: LabelledPerson, giver: LabelledPerson) =>
    seeker.seeks.filter((tag) => giver.offers.includes(tag)).length;
  return best(people, (person, other) => meets(person, other) * (meets(other, person) > 0 ? 2 : 1));
}

/**
 * Baseline: cosine of the words sought with the words offered, each weighted tf·idf (Salton & Buckley 1988), added up over both
 * directions. Words are runs of Latin letters and digits, and pairs of Chinese characters.
 */
export function wordCosine(people: readonly LabelledPerson[]): ListsById {
  const offers = people.map((person) => counts(person.offers));
  const holders = new Map<string, number>();
  for (const word of offers.flatMap((words) => [...words.keys()])) holders.set(word, (holders.get(word) ?? 0) + 1);
  const weigh = (words: ReadonlyMap<string, number>) =>
    unit(
      new Map(
        [...words].map(([word, n]) => [word, n * Math.log((1 + people.length) / (1 + (holders.get(word) ?? 0)))]),
      ),
    );
  const offered = new Map(people.map(({ id }, at) => [id, weigh(offers[at] ?? new Map())]));
  const sought = new Map(people.map(({ id, seeks }) => [id, weigh(counts(seeks))]));
  const meets = (seeker: string, giver: string) => dot(sought.get(seeker), offered.get(giver));
  return best(people, (person, other) => meets(person.id, other.id) + meets(other.id, person.id));
}

/** Baseline: anybody, the same anybody on every run. */
export function anybody(people: readonly LabelledPerson[], seed = 20260603): ListsById {
  const random = mulberry32(seed);
  return best(people, () => random() + Number.MIN_VALUE);
}

function best(
  people: readonly LabelledPerson[],
  score: (person: LabelledPerson, other: LabelledPerson) => number,
): ListsById {
  return new Map(
    people.map((person) => {
      const scored = people
        .filter((other) => other !== person)
        .map((other) => ({ id: other.id, score: score(person, other) }))
        .filter((entry) => entry.score > 0)
        .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
      return [person.id, scored.slice(0, AT).map(({ id }) => id)];
    }),
  );
}

function counts(tags: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const tag of tags) {
    for (const run of foldLatin(tag).match(/\p{Script=Han}+|[\p{L}\p{N}]+/gu) ?? []) {
      const words = /\p{Script=Han}/u.test(run) && run.length > 1 ? pairs(run) : [run];
      for (const word of words) found.set(word, (found.get(word) ?? 0) + 1);
    }
  }
  return found;
}

function pairs(run: string): string[] {
  return Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2));
}

function unit(vector: ReadonlyMap<string, number>): Map<string, number> {
  const length = Math.hypot(...vector.values());
  return new Map([...vector].map(([word, value]) => [word, length === 0 ? 0 : value / length]));
}

function dot(one: ReadonlyMap<string, number> = new Map(), other: ReadonlyMap<string, number> = new Map()): number {
  let sum = 0;
  for (const [word, value] of one) sum += value * (other.get(word) ?? 0);
  return sum;
}

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
