import { COMMON_ALONE, commonScore, FIT, FULL_MASS, goalScore, HERE, LIKED, WARM } from '../score.js';
import type { Likes } from './likes.js';
import type { Members, Policy } from './members.js';
import type { Relation } from './relations.js';
import { grown } from './roster.js';
import type { TagIndex } from './tag-index.js';
import type { TraitIndex } from './trait-index.js';

/** Bits of a pair as one of the two sees it. */
export const THEY_HELP = 1;
export const I_HELP = 2;
export const OUTSIDE = 4;

export type Room = {
  members: Members;
  tags: TagIndex;
  traits: TraitIndex;
  circle: Relation;
  never: Relation;
  putAside: Relation;
  likes: Likes;
  policy: Policy;
};

const NOT = -1;
const ANYBODY = Number.MAX_SAFE_INTEGER;

/**
 * Everybody who could be suggested to one person, and whom this person could be suggested to: both directions in one pass through
 * the people who share a wish and a gift, or a trait, with them. Results stay until the next scan.
 */
export class PairScan {
  count = 0;
  others = new Int32Array(0);
  /** What the other is worth to the person, and the person to the other; −1: not to be suggested that way round. */
  theirScores = new Int32Array(0);
  myScores = new Int32Array(0);
  theirMarks = new Uint8Array(0);
  myMarks = new Uint8Array(0);
  /** Fits taken away by somebody's "not now", and by the organizer's rules, as far as they were to be shown to the person. */
  removed = { putAside: 0, rules: 0 };

  private turn = 0;
  private met = 0;
  private seen = new Int32Array(0);
  private barred = new Int32Array(0);
  private there = new Int32Array(0);
  private back = new Int32Array(0);
  private bonds = new Int32Array(0);
  private strongest = new Int32Array(0);
  private chained = new Int32Array(0);
  private warmth = new Int32Array(0);
  private answered = new Int32Array(0);
  private wishTurn = 0;
  private readonly goalScores = new Uint16Array(1001 * 1001);

  constructor(private readonly room: Room) {}

  grow(people: number): void {
    for (const name of ['others', 'theirScores', 'myScores', 'seen', 'barred', 'there', 'back', 'bonds'] as const) {
      this[name] = grown(this[name], people);
    }
    for (const name of ['strongest', 'chained', 'warmth', 'answered'] as const) this[name] = grown(this[name], people);
    for (const name of ['theirMarks', 'myMarks'] as const) this[name] = grown(this[name], people);
  }

  /**
   * `below`: only people with a smaller slot, where postings are in the order of slots: half the work when everybody is scanned.
   * `acquaintances`: who knows each other is looked at, too.
   */
  scan(person: number, { below = ANYBODY, acquaintances = false } = {}): void {
    this.turn++;
    this.met = 0;
    this.barred[person] = this.turn;
    for (const other of this.room.never.of(person)) this.barred[other] = this.turn;
    if (!acquaintances) for (const other of this.room.circle.of(person)) this.barred[other] = this.turn;
    this.findGivers(person, below);
    this.findSeekers(person, below);
    this.findBonds(person, below);
    this.findWarmth(person);
    this.weigh(person);
  }

  private findGivers(person: number, below: number): void {
    const { members, tags } = this.room;
    const { answered, there } = this;
    for (const wish of members.all.get(person)?.tags.wishes ?? []) {
      const { gifts, masses, rivals } = tags.wishes[wish] as (typeof tags.wishes)[number];
      const turn = ++this.wishTurn;
      for (const group of rivals) for (const rival of tags.groups[group] ?? []) answered[rival] = turn;
      for (let at = 0; at < gifts.length; at++) {
        const mass = masses[at] ?? 0;
        const holders = tags.gifts[gifts[at] ?? 0]?.holders ?? [];
        for (let next = 0; next < holders.length; next++) {
          const other = holders[next] as number;
          if (other >= below) break;
          if (answered[other] === turn) continue;
          answered[other] = turn;
          this.meet(other);
          there[other] = (there[other] as number) + mass;
        }
      }
    }
  }

  private findSeekers(person: number, below: number): void {
    const { members, tags } = this.room;
    const mine = members.all.get(person)?.tags;
    if (mine === undefined) return;
    const { back } = this;
    for (const [wish, mass] of this.wishesMet(mine.gifts)) {
      const { seekers, rivals } = tags.wishes[wish] as (typeof tags.wishes)[number];
      if (rivals.length > 0 && tags.isRival(mine, wish)) continue;
      for (let next = 0; next < seekers.length; next++) {
        const other = seekers[next] as number;
        if (other >= below) break;
        this.meet(other);
        back[other] = (back[other] as number) + mass;
      }
    }
  }

  /** Each wish once, with the best that somebody has for it. */
  private wishesMet(gifts: readonly number[]): Map<number, number> {
    const best = new Map<number, number>();
    for (const gift of gifts) {
      const { wishes = [], masses = [] } = this.room.tags.gifts[gift] ?? {};
      wishes.forEach((wish, at) => {
        best.set(wish, Math.max(best.get(wish) ?? 0, masses[at] ?? 0));
      });
    }
    return best;
  }

  private findBonds(person: number, below: number): void {
    const { members, traits } = this.room;
    const mine = members.all.get(person)?.traits;
    if (mine === undefined) return;
    const { chained } = this;
    for (const trait of mine.flat) {
      const bond = traits.bond(trait);
      if (bond === 0) continue;
      for (const other of traits.holders(trait)) {
        if (other >= below) break;
        this.bind(other, bond);
      }
    }
    for (const chain of mine.chains) {
      const turn = ++this.wishTurn;
      const byBond = chain.map((trait) => ({ trait, bond: traits.bond(trait) })).sort((a, b) => b.bond - a.bond);
      for (const { trait, bond } of byBond) {
        if (bond === 0) break;
        for (const other of traits.holders(trait)) {
          if (other >= below) break;
          if (chained[other] === turn) continue;
          chained[other] = turn;
          this.bind(other, bond);
        }
      }
    }
  }

  private findWarmth(person: number): void {
    const { circle, members } = this.room;
    for (const friend of circle.of(person)) {
      const warm = members.here[friend] === 1 ? WARM.present : WARM.registered;
      for (const other of circle.of(friend)) {
        if (this.seen[other] === this.turn) this.warmth[other] = Math.max(this.warmth[other] ?? 0, warm);
      }
    }
  }

  private meet(other: number): void {
    if (this.seen[other] === this.turn) return;
    this.seen[other] = this.turn;
    this.there[other] = 0;
    this.back[other] = 0;
    this.bonds[other] = 0;
    this.strongest[other] = 0;
    this.warmth[other] = 0;
    this.others[this.met++] = other;
  }

  private bind(other: number, bond: number): void {
    this.meet(other);
    this.bonds[other] = (this.bonds[other] as number) + bond;
    if (bond > (this.strongest[other] as number)) this.strongest[other] = bond;
  }

  private weigh(person: number): void {
    const { members, policy, putAside, likes, circle } = this.room;
    const { goals, inCommon, outside } = policy.emphasis;
    const { here, kinds } = members;
    const { others } = this;
    const [myKind, iAmHere, iKnowPeople] = [kinds[person] ?? 0, (here[person] ?? 0) * HERE, circle.of(person).size > 0];
    const aside = putAside.of(person);
    const iLike = likes.of(person).size > 0;
    this.removed = { putAside: 0, rules: 0 };
    let count = 0;
    for (let at = 0; at < this.met; at++) {
      const other = others[at] as number;
      const there = FIT[Math.min(this.there[other] as number, FULL_MASS)] as number;
      const back = FIT[Math.min(this.back[other] as number, FULL_MASS)] as number;
      const fits = there + back > 0 && goals > 0;
      if (this.barred[other] === this.turn || (!fits && (this.strongest[other] as number) < this.alone(inCommon)))
        continue;
      const common = inCommon * commonScore(this.bonds[other] as number) + (this.warmth[other] as number);
      const distance = this.distance(person, other, iKnowPeople);
      const lies = distance > 0 ? OUTSIDE : 0;
      const shared = Math.round(common) + distance * outside;
      const otherKind = kinds[other] as number;
      let theirs = Math.round(goals * this.goal(there, back)) + shared + (here[other] as number) * HERE;
      let mine = Math.round(goals * this.goal(back, there)) + shared + iAmHere;
      if (iLike && likes.raises(person, other)) theirs += LIKED;
      if (likes.of(other).size > 0 && likes.raises(other, person)) mine += LIKED;
      const isAside = aside.has(other);
      const forbidden = !policy.allows(myKind, otherKind);
      if (isAside) this.removed.putAside++;
      else if (forbidden) this.removed.rules++;
      const helps = (there > 0 ? THEY_HELP : 0) | (back > 0 ? I_HELP : 0);
      others[count] = other;
      this.theirScores[count] = isAside || forbidden ? NOT : Math.max(1, theirs);
      this.myScores[count] = !policy.allows(otherKind, myKind) || putAside.has(other, person) ? NOT : Math.max(1, mine);
      this.theirMarks[count] = helps | lies;
      this.myMarks[count] = (helps >> 1) | ((helps & 1) << 1) | lies;
      count++;
    }
    this.count = count;
  }

  /** What a shared thing must be where it is the only reason; nothing suffices where the organizer counts none. */
  private alone(inCommon: number): number {
    return inCommon > 0 ? COMMON_ALONE : ANYBODY;
  }

  /**
   * M4: 1 is outside: another company, another first language, circles that do not touch, and something of it must be known of
   * both. −1 is inside: one of them is shared. 0 is not known.
   */
  private distance(person: number, other: number, iKnowPeople: boolean): number {
    const { companies, languages } = this.room.members;
    const [company, theirs] = [companies[person] as number, companies[other] as number];
    const [language, spoken] = [languages[person] as number, languages[other] as number];
    if ((company >= 0 && company === theirs) || (language >= 0 && language === spoken)) return -1;
    if ((this.warmth[other] as number) > 0) return -1;
    if ((company >= 0 && theirs >= 0) || (language >= 0 && spoken >= 0)) return 1;
    return iKnowPeople && this.room.circle.of(other).size > 0 ? 1 : 0;
  }

  private goal(there: number, back: number): number {
    const at = there * 1001 + back;
    const known = this.goalScores[at] as number;
    if (known > 0) return known;
    const score = goalScore(there, back);
    this.goalScores[at] = score;
    return score;
  }
}
