import { COMMON_ALONE } from '../score.js';
import type { Members } from './members.js';
import { Relation } from './relations.js';
import type { TagIndex } from './tag-index.js';
import { all, type TraitIndex } from './trait-index.js';

/** "More like this": who is like somebody the reader liked. Directed: only the reader's own list feels it. */
export class Likes extends Relation {
  constructor(
    private readonly members: Members,
    private readonly tags: TagIndex,
    private readonly traits: TraitIndex,
  ) {
    super(true);
  }

  /** Whether somebody meets one of the reader's wishes by the same concept as a liked person, or shares a rare trait with them. */
  raises(reader: number, other: number): boolean {
    for (const liked of this.of(reader)) {
      if (liked !== other && (this.sharesTrait(liked, other) || this.helpsAlike(reader, liked, other))) return true;
    }
    return false;
  }

  private sharesTrait(one: number, other: number): boolean {
    const [mine, theirs] = [this.members.all.get(one)?.traits, this.members.all.get(other)?.traits];
    if (mine === undefined || theirs === undefined) return false;
    const others = all(theirs);
    return all(mine).some((trait) => this.traits.bond(trait) >= COMMON_ALONE && others.includes(trait));
  }

  private helpsAlike(reader: number, liked: number, other: number): boolean {
    const wishes = this.members.all.get(reader)?.tags.wishes ?? [];
    return wishes.some((wish) => {
      const [one, two] = [this.answers(wish, liked), this.answers(wish, other)];
      return one.some((key) => two.includes(key));
    });
  }

  /** Main concepts, or else the words, of what somebody has for a wish. */
  private answers(wish: number, giver: number): string[] {
    const met = this.tags.wishes[wish]?.gifts ?? [];
    const tags = this.members.all.get(giver)?.tags;
    if (tags === undefined || this.tags.isRival(tags, wish)) return [];
    return tags.gifts
      .filter((gift) => met.includes(gift))
      .flatMap((gift) => {
        const { meaning, folded } = this.tags.gifts[gift] ?? {};
        const main = [...(meaning?.concepts ?? [])].filter(([, weight]) => weight === 1).map(([id]) => id);
        return main.length > 0 ? main : folded === undefined ? [] : [folded];
      });
  }
}
