import { COMMON_ALONE, commonScore, FIT, FULL_MASS, goalScore, HERE, LIKED, leastMassFor, WARM } from '../score.js';
import type { Likes } from './likes.js';
import type { Members, Policy } from './members.js';
import type { Relation } from './relations.js';
import { grown } from './roster.js';
import type { Rows } from './rows.js';
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
  /** Whose acquaintance is not to be named as a way to them or from them. */
  unnamed: Relation;
  never: Relation;
  putAside: Relation;
  likes: Likes;
  policy: Policy;
};

const NOT = -1;
const BLOCK = 64;
/** A fit is 0…1000. */
const SCORES = 1001;
const HALF = 16;
const LOWER = 2 ** HALF - 1;
/** More than masses: set in a number, it lets the pair through every sieve. */
const MORE = 2 ** (HALF - 1);
const GIVEN = MORE - 1;
const UNREACHABLE = 2 ** 30;
type Taker = {
  candidates: Rows;
  readers: Rows;
  bridges: Rows;
  /** By person, the sum of masses (`massFor`) below which there is a place in none of their rows. */
  least: Int32Array;
  /** By person, the score below which there is none. */
  floors: Int32Array;
  take(person: number, other: number, theirs: number, mine: number, theirMark: number, myMark: number): void;
};

type Scope = {
  /** Only people with a smaller slot, where postings are in the order of slots: half the work when everybody is scanned. */
  below?: number;
  /** Who knows each other is looked at, too. */
  acquaintances?: boolean;
  /** Takes the pairs for which there is a place in a row of either, instead of having them all noted here. */
  taker?: Taker;
};

/**
 * Everybody who could be suggested to one person, and whom this person could be suggested to: both directions in one pass, from the
 * postings of what they share. Results stay until the next scan. Plain loops over typed arrays: a room of 10,000 has 50 million pairs.
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

  /**
   * Sums of the person at hand, by slot: masses both ways (what the other gives in the lower half of the number, what the other gets in
   * the upper; a bit between them says that there is more than masses), all bonds and the strongest of them, warm paths.
   */
  private masses = new Int32Array(0);
  private bonds = new Int32Array(0);
  private strongest = new Int32Array(0);
  private warmth = new Int32Array(0);
  private barred = new Uint8Array(0);
  /** Whose bonds, warmth or bar are not 0. */
  private noted: number[] = [];
  /** Who was counted last for which wish, or chain of places. */
  private counted = new Int32Array(0);
  private turn = 0;
  /** The best mass for a wish, and in which turn that was found. */
  private wishMasses = new Int32Array(0);
  private wishTurns = new Int32Array(0);
  private readonly kept = new Int32Array(BLOCK);
  private readonly goalScores = new Uint16Array(SCORES * SCORES);
  private nothing = new Int32Array(0);

  constructor(private readonly room: Room) {}

  /** What can come to the goals of a pair that shares nothing else. */
  get extras(): number {
    return (this.room.members.present > 0 ? HERE : 0) + this.reach();
  }

  /** The sum of masses below which a score cannot be reached with nothing but `extras`. */
  massFor(score: number): number {
    const { extras } = this;
    const { goals } = this.room.policy.emphasis;
    if (score <= extras) return 0;
    return goals === 0 ? UNREACHABLE : (leastMassFor(Math.floor((score - extras) / goals)) ?? UNREACHABLE);
  }

  grow(people: number): void {
    for (const name of ['others', 'theirScores', 'myScores', 'masses', 'bonds', 'strongest', 'warmth'] as const) {
      this[name] = grown(this[name], people);
    }
    for (const name of ['counted', 'nothing'] as const) this[name] = grown(this[name], people);
    for (const name of ['theirMarks', 'myMarks', 'barred'] as const) this[name] = grown(this[name], people);
  }

  scan(person: number, { below = this.masses.length, acquaintances = false, taker }: Scope = {}): void {
    const { never, circle } = this.room;
    this.reset(below);
    this.bar(person);
    for (const other of never.of(person)) this.bar(other);
    if (!acquaintances) for (const other of circle.of(person)) this.bar(other);
    this.findGivers(person, below);
    this.findSeekers(person, below);
    this.findBonds(person, below);
    this.findWarmth(person);
    for (const other of this.noted) this.masses[other] = (this.masses[other] as number) | MORE;
    this.weigh(person, below, taker);
  }

  private reset(below: number): void {
    this.masses.fill(0, 0, below);
    for (const other of this.noted) {
      this.bonds[other] = 0;
      this.strongest[other] = 0;
      this.warmth[other] = 0;
      this.barred[other] = 0;
    }
    this.noted.length = 0;
  }

  private bar(other: number): void {
    this.barred[other] = 1;
    this.noted.push(other);
  }

  private findGivers(person: number, below: number): void {
    const { members, tags } = this.room;
    const { masses: sums, counted } = this;
    for (const at of members.all.get(person)?.tags.wishes ?? []) {
      const { gifts, masses, rivals } = tags.wishes[at] as (typeof tags.wishes)[number];
      const turn = ++this.turn;
      for (const group of rivals) for (const rival of tags.groups[group] ?? []) counted[rival] = turn;
      const once = gifts.length > 1 || rivals.length > 0;
      for (let place = 0; place < gifts.length; place++) {
        const mass = masses[place] as number;
        const holders = tags.gifts[gifts[place] as number]?.holders ?? [];
        for (let next = 0; next < holders.length; next++) {
          const other = holders[next] as number;
          if (other >= below) break;
          if (once) {
            if (counted[other] === turn) continue;
            counted[other] = turn;
          }
          sums[other] = (sums[other] as number) + mass;
        }
      }
    }
  }

  private findSeekers(person: number, below: number): void {
    const { members, tags } = this.room;
    const mine = members.all.get(person)?.tags;
    if (mine === undefined) return;
    const { masses: sums } = this;
    for (const at of this.wishesMet(mine.gifts)) {
      const { seekers, rivals } = tags.wishes[at] as (typeof tags.wishes)[number];
      if (rivals.length > 0 && tags.isRival(mine, at)) continue;
      const mass = (this.wishMasses[at] as number) << HALF;
      for (let next = 0; next < seekers.length; next++) {
        const other = seekers[next] as number;
        if (other >= below) break;
        sums[other] = (sums[other] as number) + mass;
      }
    }
  }

  /** Each wish once; what the best of these gifts is worth for it stands in `wishMasses`. */
  private wishesMet(gifts: readonly number[]): number[] {
    const { tags } = this.room;
    this.wishMasses = grown(this.wishMasses, tags.wishes.length);
    this.wishTurns = grown(this.wishTurns, tags.wishes.length);
    const { wishMasses, wishTurns } = this;
    const turn = ++this.turn;
    const met: number[] = [];
    for (const gift of gifts) {
      const { wishes = [], masses = [] } = tags.gifts[gift] ?? {};
      for (let at = 0; at < wishes.length; at++) {
        const wish = wishes[at] as number;
        const mass = masses[at] as number;
        if (wishTurns[wish] !== turn) {
          wishTurns[wish] = turn;
          wishMasses[wish] = mass;
          met.push(wish);
        } else if (mass > (wishMasses[wish] as number)) wishMasses[wish] = mass;
      }
    }
    return met;
  }

  private findBonds(person: number, below: number): void {
    const { members, traits } = this.room;
    const mine = members.all.get(person)?.traits;
    if (mine === undefined) return;
    for (const trait of mine.flat) this.bind(trait, traits.bond(trait), below, ++this.turn);
    for (const chain of mine.chains) {
      const turn = ++this.turn;
      const byBond = chain.map((trait) => ({ trait, bond: traits.bond(trait) })).sort((a, b) => b.bond - a.bond);
      for (const { trait, bond } of byBond) this.bind(trait, bond, below, turn);
    }
  }

  private bind(trait: number, bond: number, below: number, turn: number): void {
    if (bond === 0) return;
    const { counted, bonds, strongest } = this;
    for (const other of this.room.traits.holders(trait)) {
      if (other >= below) break;
      if (counted[other] === turn) continue;
      counted[other] = turn;
      if (bonds[other] === 0) this.noted.push(other);
      bonds[other] = (bonds[other] as number) + bond;
      if (bond > (strongest[other] as number)) strongest[other] = bond;
    }
  }

  private findWarmth(person: number): void {
    const { circle, unnamed, members } = this.room;
    const keeps = (one: number, friend: number) => unnamed.some[one] === 1 && unnamed.has(one, friend);
    for (const friend of circle.of(person)) {
      if (keeps(person, friend)) continue;
      const warm = members.here[friend] === 1 ? WARM.present : WARM.registered;
      for (const other of circle.of(friend)) {
        if (keeps(other, friend)) continue;
        if (this.warmth[other] === 0) this.noted.push(other);
        this.warmth[other] = Math.max(this.warmth[other] as number, warm);
      }
    }
  }

  /** In blocks, because the rows that fill up meanwhile let fewer and fewer through. */
  private weigh(person: number, below: number, taker: Taker | undefined): void {
    this.removed = { putAside: 0, rules: 0 };
    this.count = 0;
    for (let from = 0; from < below; from += BLOCK) {
      this.weighKept(person, this.sieve(person, from, Math.min(below, from + BLOCK), taker), taker);
    }
  }

  /** Leaves out who shares nothing, and who cannot be good enough by masses alone. Answers how many are left, in `kept`. */
  private sieve(person: number, from: number, to: number, taker: Taker | undefined): number {
    const { masses, kept } = this;
    const least = taker?.least ?? this.nothing;
    const mine = least[person] as number;
    let count = 0;
    for (let other = from; other < to; other++) {
      const both = masses[other] as number;
      const sum = (both & LOWER) + (both >>> HALF);
      if ((sum < mine && sum < (least[other] as number)) || both === 0) continue;
      kept[count++] = other;
    }
    return count;
  }

  /** How far who the two are can move their score, beside what is shared and who is here. */
  private reach(): number {
    const { policy, likes } = this.room;
    return Math.abs(policy.emphasis.outside) + (likes.isEmpty ? 0 : LIKED);
  }

  private weighKept(person: number, count: number, taker: Taker | undefined): void {
    const { kept, masses, goalScores, barred } = this;
    const { policy, members } = this.room;
    const { goals, inCommon } = policy.emphasis;
    const { here } = members;
    const [iAmHere, reach] = [(here[person] as number) * HERE, this.reach()];
    const floors = taker?.floors ?? this.nothing;
    for (let at = 0; at < count; at++) {
      const other = kept[at] as number;
      const both = masses[other] as number;
      const fit = FIT[Math.min(both & GIVEN, FULL_MASS)] as number;
      const fitBack = FIT[Math.min(both >>> HALF, FULL_MASS)] as number;
      const place = fit * SCORES + fitBack;
      const turned = fitBack * SCORES + fit;
      let theirs = Math.round(goals * ((goalScores[place] as number) || this.goal(fit, fitBack, place)));
      let mine = Math.round(goals * ((goalScores[turned] as number) || this.goal(fitBack, fit, turned)));
      if ((both & MORE) !== 0) {
        if (barred[other] === 1) continue;
        const common = Math.round(inCommon * commonScore(this.bonds[other] as number)) + (this.warmth[other] as number);
        theirs += common;
        mine += common;
      }
      theirs += (here[other] as number) * HERE;
      mine += iAmHere;
      const hope = Math.max(theirs, mine) + reach;
      if (hope < (floors[person] as number) && hope < (floors[other] as number)) continue;
      if (taker !== undefined && !this.isNeeded(taker, person, other, theirs + reach, mine + reach)) continue;
      if ((fit + fitBack === 0 || goals === 0) && !this.isCommonEnough(other)) continue;
      this.enter(person, other, theirs, mine, (fit > 0 ? THEY_HELP : 0) | (fitBack > 0 ? I_HELP : 0), taker);
    }
  }

  /** M3: what two share must be rare where it is all there is between them. */
  private isCommonEnough(other: number): boolean {
    return this.room.policy.emphasis.inCommon > 0 && (this.strongest[other] as number) >= COMMON_ALONE;
  }

  private isNeeded(taker: Taker, person: number, other: number, theirs: number, mine: number): boolean {
    const { candidates, readers, bridges } = taker;
    if (candidates.wants(person, other, theirs) || candidates.wants(other, person, mine)) return true;
    if (readers.wants(other, person, theirs) || readers.wants(person, other, mine)) return true;
    if (!bridges.wants(person, other, theirs) && !bridges.wants(other, person, mine)) return false;
    return this.distance(person, other) > 0;
  }

  /** Adds what depends on who the two are, and notes the pair. */
  private enter(person: number, other: number, worth: number, myWorth: number, helps: number, taker?: Taker): void {
    const { members, policy, putAside, likes } = this.room;
    const { kinds } = members;
    const distance = this.distance(person, other);
    let theirs = worth + distance * policy.emphasis.outside;
    let mine = myWorth + distance * policy.emphasis.outside;
    if (likes.some[person] === 1 && likes.raises(person, other)) theirs += LIKED;
    if (likes.some[other] === 1 && likes.raises(other, person)) mine += LIKED;
    const isAside = putAside.some[person] === 1 && putAside.has(person, other);
    const isForbidden = !policy.allows(kinds[person] as number, kinds[other] as number);
    if (isAside) this.removed.putAside++;
    else if (isForbidden) this.removed.rules++;
    const iAmAside = putAside.some[other] === 1 && putAside.has(other, person);
    const iAmForbidden = !policy.allows(kinds[other] as number, kinds[person] as number);
    const lies = distance > 0 ? OUTSIDE : 0;
    theirs = isAside || isForbidden ? NOT : Math.max(1, theirs);
    mine = iAmAside || iAmForbidden ? NOT : Math.max(1, mine);
    const turned = (helps >> 1) | ((helps & 1) << 1);
    if (taker === undefined) this.note(other, theirs, mine, helps | lies, turned | lies);
    else taker.take(person, other, theirs, mine, helps | lies, turned | lies);
  }

  private note(other: number, theirs: number, mine: number, theirMark: number, myMark: number): void {
    const at = this.count++;
    this.others[at] = other;
    this.theirScores[at] = theirs;
    this.myScores[at] = mine;
    this.theirMarks[at] = theirMark;
    this.myMarks[at] = myMark;
  }

  /**
   * M4: 1 is outside: another company, another first language, circles that do not touch, and something of it must be known of
   * both. −1 is inside: one of them is shared. 0 is not known.
   */
  private distance(person: number, other: number): number {
    const { companies, languages } = this.room.members;
    const company = companies[person] as number;
    const theirs = companies[other] as number;
    const language = languages[person] as number;
    const spoken = languages[other] as number;
    if ((company >= 0 && company === theirs) || (language >= 0 && language === spoken)) return -1;
    if ((this.warmth[other] as number) > 0) return -1;
    if ((company >= 0 && theirs >= 0) || (language >= 0 && spoken >= 0)) return 1;
    const { some } = this.room.circle;
    return some[person] === 1 && some[other] === 1 ? 1 : 0;
  }

  private goal(there: number, back: number, place: number): number {
    const score = goalScore(there, back);
    this.goalScores[place] = score;
    return score;
  }
}
