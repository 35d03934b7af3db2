import type { CommonalityKind } from '@teabreak/shared';
import type { Common, Profile } from '../profile.js';
import { bondOf, octave } from '../score.js';
import { drop } from './tag-index.js';

type Trait = { kind: CommonalityKind; holders: number[]; bond: number; step: number };
export type SharedCommon = { mine: Common; theirs: Common; bond: number };
/**
 * A person's traits, as numbers. Of `flat` ones every shared one counts; of `chains` (place, province, country) the strongest
 * shared one, or who shares a town would share its province once more.
 */
export type Traits = { flat: readonly number[]; chains: readonly (readonly number[])[] };

const CHAINS: readonly (readonly CommonalityKind[])[] = [['hometown', 'ancestral-home'], ['lives-in'], ['lived-in']];
const CHAINED: ReadonlySet<CommonalityKind> = new Set(CHAINS.flat());

/** M2: what people in a room have in common, by how rare it is here. */
export class TraitIndex {
  private readonly traits: Trait[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly recounted = new Set<number>();
  private people = 0;

  traitsOf({ commons }: Profile): Traits {
    const numbers = (kinds: (kind: CommonalityKind) => boolean) => [
      ...new Set(
        commons
          .filter(({ kind }) => kinds(kind))
          .flatMap(({ kind, keys }) => keys.map((key) => this.number(kind, key))),
      ),
    ];
    const chains = CHAINS.map((kinds) => numbers((kind) => kinds.includes(kind)));
    return { flat: numbers((kind) => !CHAINED.has(kind)), chains: chains.filter((chain) => chain.length > 0) };
  }

  enter(person: number, traits: Traits): void {
    for (const trait of all(traits)) {
      this.traits[trait]?.holders.push(person);
      this.recounted.add(trait);
    }
  }

  leave(person: number, traits: Traits): void {
    for (const trait of all(traits)) {
      drop(this.traits[trait]?.holders, person);
      this.recounted.add(trait);
    }
  }

  /** Weighs again what has become rarer or more common. Answers who shares such things. */
  settle(people: number): Set<number> {
    const everything = octave(people) !== octave(this.people);
    this.people = people;
    const changed = new Set<number>();
    for (const at of everything ? this.traits.keys() : this.recounted) {
      const trait = this.traits[at];
      if (trait === undefined) continue;
      const step = octave(Math.max(2, trait.holders.length));
      if (step === trait.step && !everything) continue;
      trait.step = step;
      const bond = bondOf(trait.kind, trait.holders.length, people);
      if (bond === trait.bond) continue;
      trait.bond = bond;
      for (const holder of trait.holders) changed.add(holder);
    }
    this.recounted.clear();
    return changed;
  }

  /** Puts everybody in the order of their slots. */
  sort(): void {
    for (const { holders } of this.traits) holders.sort((a, b) => a - b);
  }

  holders(trait: number): readonly number[] {
    return this.traits[trait]?.holders ?? [];
  }

  bond(trait: number): number {
    return this.traits[trait]?.bond ?? 0;
  }

  /** What two people share, in their words, strongest first. */
  shared({ commons: mine }: Profile, { commons: theirs }: Profile): SharedCommon[] {
    const found = mine.flatMap((common) => {
      const key = common.keys.find((candidate) => theirs.some(({ keys }) => keys.includes(candidate)));
      const match = theirs.find(({ keys }) => key !== undefined && keys.includes(key));
      if (key === undefined || match === undefined) return [];
      return [{ mine: common, theirs: match, bond: this.bond(this.number(common.kind, key)), key }];
    });
    return found
      .filter(({ bond, key }, at) => bond > 0 && found.findIndex((first) => first.key === key) === at)
      .sort((a, b) => b.bond - a.bond || (a.key < b.key ? -1 : 1));
  }

  private number(kind: CommonalityKind, key: string): number {
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.traits.length);
    this.traits.push({ kind, holders: [], bond: 0, step: -1 });
    return this.traits.length - 1;
  }
}

export function all({ flat, chains }: Traits): number[] {
  return [...flat, ...chains.flat()];
}
