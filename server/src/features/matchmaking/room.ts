import { foldLatin } from '../../common/text-fold.js';
import { type Common, type Gift, type Profile, RIVALS, soughtBy, type Want } from './profile.js';
import { bondStrength, type Fit, FLOOR, fitOf, rarity, WORTH_SAYING } from './score.js';
import { vocabulary } from './vocabulary.js';

type Posting = { person: number; gift: Gift; strength: number };
type Met = { gift: Gift; quality: number };
export type Bonds = { strongest: number; sum: number };
export type SharedCommon = { mine: Common; theirs: Common; bond: number };

/** What is known of everybody in a room, indexed by what they give and what they are, so that nobody is compared with all. */
export class Room {
  private readonly byConcept = new Map<string, Posting[]>();
  private readonly byTerm = new Map<string, Posting[]>();
  private readonly byText = new Map<string, Posting[]>();
  private readonly byCommon = new Map<string, Set<number>>();
  /** Rooms repeat their tags: who meets a wish is found once. */
  private readonly meeting = new Map<string, Map<number, Met>>();

  constructor(readonly profiles: readonly Profile[]) {
    profiles.forEach((profile, person) => {
      for (const gift of profile.gifts) this.indexGift(person, gift);
      for (const key of profile.commons.flatMap(({ keys }) => keys)) {
        const holders = this.byCommon.get(key) ?? new Set();
        this.byCommon.set(key, holders.add(person));
      }
    });
  }

  /** M1, directed: how well everybody meets what this person seeks; people who do not are not in the map. */
  fits(person: number): Map<number, Fit> {
    const seeker = this.profiles[person];
    const met = new Map<number, ({ want: Want } & Met)[]>();
    for (const want of seeker?.wants ?? []) {
      for (const [giver, { gift, quality }] of this.givers(want, seeker?.kind ?? null)) {
        if (giver !== person) push(met, giver, { want, gift, quality });
      }
    }
    return new Map([...met].map(([giver, evidence]) => [giver, fitOf(evidence)]));
  }

  /** M2: how much this person shares with others; what is too common to be worth saying is left aside. */
  bonds(person: number): Map<number, Bonds> {
    const found = new Map<number, Bonds>();
    for (const { kind, keys } of this.profiles[person]?.commons ?? []) {
      const seen = new Set([person]);
      for (const key of keys) {
        const bond = this.bond(kind, key);
        if (bond < WORTH_SAYING) break;
        for (const other of this.byCommon.get(key) ?? []) {
          if (seen.has(other)) continue;
          seen.add(other);
          const known = found.get(other);
          if (known === undefined) found.set(other, { strongest: bond, sum: bond });
          else {
            known.strongest = Math.max(known.strongest, bond);
            known.sum += bond;
          }
        }
      }
    }
    return found;
  }

  /** The same for one pair, with their words, strongest first. */
  shared(person: number, other: number): SharedCommon[] {
    const theirs = this.profiles[other]?.commons ?? [];
    const found = (this.profiles[person]?.commons ?? []).flatMap((mine) => {
      const key = mine.keys.find((candidate) => this.byCommon.get(candidate)?.has(other));
      const match = theirs.find((common) => key !== undefined && common.keys.includes(key));
      return key === undefined || match === undefined
        ? []
        : [{ mine, theirs: match, bond: this.bond(mine.kind, key), key }];
    });
    return found
      .filter(({ bond, key }, at) => bond >= WORTH_SAYING && found.findIndex((first) => first.key === key) === at)
      .sort((a, b) => b.bond - a.bond || (a.key < b.key ? -1 : 1));
  }

  private bond(kind: Common['kind'], key: string): number {
    return bondStrength(kind, rarity(this.byCommon.get(key)?.size ?? 0, this.profiles.length));
  }

  private indexGift(person: number, gift: Gift): void {
    for (const [id, strength] of gift.meaning.concepts) push(this.byConcept, id, { person, gift, strength });
    for (const term of gift.meaning.terms) push(this.byTerm, term, { person, gift, strength: 1 });
    push(this.byText, foldLatin(gift.text), { person, gift, strength: 1 });
  }

  /** The best gift of each giver for one wish of somebody with that goal; what many can give counts a little less. */
  private givers(want: Want, kind: Profile['kind']): Map<number, Met> {
    const wish = `${kind} ${want.weight} ${want.text}`;
    const known = this.meeting.get(wish);
    if (known !== undefined) return known;
    const best = this.findGivers(want, kind);
    const common = 1 - 0.1 * (1 - rarity(best.size, this.profiles.length));
    for (const met of best.values()) met.quality *= common;
    this.meeting.set(wish, best);
    return best;
  }

  private findGivers(want: Want, kind: Profile['kind']): Map<number, Met> {
    const best = new Map<number, Met>();
    const sought = soughtBy(want);
    const note = ({ person, gift }: Posting, match: number) => {
      const quality = match * want.weight * gift.weight;
      if (quality < FLOOR || (gift.onlyFor !== null && gift.onlyFor !== kind) || this.isRival(person, kind, sought))
        return;
      const known = best.get(person);
      const better = known === undefined || quality > known.quality;
      if (better || (quality === known.quality && gift.text < known.gift.text)) best.set(person, { gift, quality });
    };
    for (const [sought, strength] of want.meaning.concepts) {
      for (const [offered, answer] of vocabulary.answers(sought)) {
        for (const posting of this.byConcept.get(offered) ?? []) note(posting, strength * answer * posting.strength);
      }
    }
    for (const posting of this.byText.get(foldLatin(want.text)) ?? []) note(posting, 1);
    this.byWords(want, note);
    return best;
  }

  private isRival(person: number, kind: Profile['kind'], sought: readonly string[]): boolean {
    const other = this.profiles[person];
    return kind !== null && RIVALS.has(kind) && other?.kind === kind && sought.some((key) => other.sought.has(key));
  }

  /** Free words decide only where the vocabulary is silent on one of the two sides. */
  private byWords(want: Want, note: (posting: Posting, match: number) => void): void {
    const total = want.meaning.terms.reduce((sum, term) => sum + this.weightOf(term), 0);
    const overlap = new Map<Gift, { posting: Posting; weight: number }>();
    for (const term of want.meaning.terms) {
      for (const posting of this.byTerm.get(term) ?? []) {
        if (want.meaning.concepts.size > 0 && posting.gift.meaning.concepts.size > 0) continue;
        const known = overlap.get(posting.gift) ?? { posting, weight: 0 };
        overlap.set(posting.gift, { posting, weight: known.weight + this.weightOf(term) });
      }
    }
    for (const { posting, weight } of overlap.values()) {
      const offered = posting.gift.meaning.terms.reduce((sum, term) => sum + this.weightOf(term), 0);
      note(posting, (weight / total) * (0.6 + 0.4 * (weight / offered)));
    }
  }

  private weightOf(term: string): number {
    return 0.2 + rarity(this.byTerm.get(term)?.length ?? 0, this.profiles.length);
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
