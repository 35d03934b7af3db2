import type { CommonalityKind } from '@teabreak/shared';
import type { Trait } from '../../../common/common-ground.js';

/** A trait with what it is compared by, most specific first. */
export interface KeyedTrait extends Trait {
  keys: readonly string[];
}
/** A trait and how many people on the board tell the reader of it. */
export interface SaidTrait extends KeyedTrait {
  holders: number;
}
/** The reader's own traits, and what each thing they name would mean to share in this room, by its key. */
export interface Ground {
  mine: readonly KeyedTrait[];
  bonds: ReadonlyMap<string, number>;
}

/** More is not read on a row, and rarely worth reading on a person's page. */
const MOST = 3;

/**
 * `bondOf` weighs a thing by how many have it. Counted is what the reader may see of others, and nothing else (G3). Who says a thing
 * twice, in two ways, counts twice.
 */
export function groundOf(
  mine: readonly KeyedTrait[],
  said: readonly SaidTrait[],
  bondOf: (kind: CommonalityKind, holders: number) => number,
): Ground {
  const others = new Map<string, number>();
  for (const { keys, holders } of said) for (const key of keys) others.set(key, (others.get(key) ?? 0) + holders);
  const bonds = new Map<string, number>();
  for (const { kind, keys } of mine) {
    for (const key of keys) bonds.set(key, bondOf(kind, 1 + Math.max(1, others.get(key) ?? 0)));
  }
  return { mine, bonds };
}

/** Those of theirs that are mine as well and worth saying, the rarest first (M2). Pass only what I may see of them (G3). */
export function inCommon(ground: Ground, theirs: readonly KeyedTrait[]): { kind: string; text: string }[] {
  const found = new Map<string, { kind: string; text: string; bond: number }>();
  for (const trait of theirs) {
    const key = sharedKey(ground, trait);
    if (key === undefined || found.has(key)) continue;
    found.set(key, { kind: trait.kind, text: wordsFor(key, trait, ground), bond: ground.bonds.get(key) ?? 0 });
  }
  return [...found]
    .sort(([oneKey, one], [otherKey, other]) => other.bond - one.bond || (oneKey < otherKey ? -1 : 1))
    .slice(0, MOST)
    .map(([, { kind, text }]) => ({ kind, text }));
}

/** Theirs; mine where theirs is a smaller place in it; both where both are, since nobody has named the province around them. */
function wordsFor(key: string, { value, keys }: KeyedTrait, { mine }: Ground): string {
  const [own] = mine
    .filter((trait) => trait.keys.includes(key))
    .sort((a, b) => a.keys.indexOf(key) - b.keys.indexOf(key));
  if (own === undefined || keys[0] === key) return value;
  return own.keys[0] === key ? own.value : `${value} / ${own.value}`;
}

/** The smallest thing this names that is the reader's too, if that is worth saying. */
export function sharedKey({ bonds }: Ground, { keys }: KeyedTrait): string | undefined {
  const key = keys.find((candidate) => bonds.has(candidate));
  return key !== undefined && bonds.get(key) !== 0 ? key : undefined;
}
