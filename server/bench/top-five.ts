import { COMMON_ALONE, commonScore, FIT, goalScore, massOf } from '../src/features/matchmaking/score.js';
import type { PlainPerson } from './match-rooms.js';

/** Per person the scores of the best five, best first. */
export type TopFive = Int32Array[];

const FULL = massOf(1);
const fitOf = (tags: number) => FIT[tags * FULL] ?? 0;

class Best {
  readonly scores: TopFive;

  constructor(size: number) {
    this.scores = Array.from({ length: size }, () => new Int32Array(5));
  }

  offer(person: number, score: number): void {
    const list = this.scores[person] as Int32Array;
    if (score <= (list[4] ?? 0)) return;
    let at = 4;
    for (; at > 0 && (list[at - 1] ?? 0) < score; at -= 1) list[at] = list[at - 1] ?? 0;
    list[at] = score;
  }
}

/** Written as one first writes it: everybody with everybody, tags in Sets. */
export function byNaiveSets(people: readonly PlainPerson[], bonds: readonly number[]): TopFive {
  const sets = people.map(({ seeks, offers, school }) => ({ seeks: new Set(seeks), offers: new Set(offers), school }));
  const met = (seeks: ReadonlySet<number>, offers: ReadonlySet<number>) =>
    [...seeks].filter((tag) => offers.has(tag)).length;
  const best = new Best(people.length);
  sets.forEach((one, reader) => {
    sets.forEach((other, at) => {
      if (at === reader) return;
      const [there, back] = [fitOf(met(one.seeks, other.offers)), fitOf(met(other.seeks, one.offers))];
      const bond = one.school === other.school ? (bonds[one.school] ?? 0) : 0;
      if (there + back === 0 && bond < COMMON_ALONE) return;
      best.offer(reader, Math.max(1, goalScore(there, back) + commonScore(bond)));
    });
  });
  return best.scores;
}

const WORDS = 8;

/** Everybody with everybody, each pair once, tags as 256 bits. */
export function byBits(people: readonly PlainPerson[], bonds: readonly number[]): TopFive {
  const size = people.length;
  const [seeks, offers] = [new Int32Array(size * WORDS), new Int32Array(size * WORDS)];
  const schools = Int32Array.from(people, ({ school }) => school);
  people.forEach((person, at) => {
    for (const tag of person.seeks)
      seeks[at * WORDS + (tag >> 5)] = (seeks[at * WORDS + (tag >> 5)] ?? 0) | (1 << (tag & 31));
    for (const tag of person.offers)
      offers[at * WORDS + (tag >> 5)] = (offers[at * WORDS + (tag >> 5)] ?? 0) | (1 << (tag & 31));
  });
  const best = new Best(size);
  for (let one = 0; one < size; one += 1) {
    for (let other = 0; other < one; other += 1) {
      let [met, given] = [0, 0];
      for (let word = 0; word < WORDS; word += 1) {
        const [mine, theirs] = [one * WORDS + word, other * WORDS + word];
        met += bits((seeks[mine] as number) & (offers[theirs] as number));
        given += bits((offers[mine] as number) & (seeks[theirs] as number));
      }
      const bond = schools[one] === schools[other] ? (bonds[schools[one] as number] as number) : 0;
      if (met + given === 0 && bond < COMMON_ALONE) continue;
      const [there, back, common] = [fitOf(met), fitOf(given), commonScore(bond)];
      best.offer(one, Math.max(1, goalScore(there, back) + common));
      best.offer(other, Math.max(1, goalScore(back, there) + common));
    }
  }
  return best.scores;
}

function bits(word: number): number {
  let left = word - ((word >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
