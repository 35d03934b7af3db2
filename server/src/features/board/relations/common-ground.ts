import type { CommonalityKind } from '@teabreak/shared';
import { foldLatin } from '../../../common/text-fold.js';

export interface Trait {
  kind: CommonalityKind;
  value: string;
}

/** What two traits are compared by. */
export function traitKey({ kind, value }: Trait): string {
  return `${kind} ${foldLatin(value)}`;
}

/** Those of theirs that are mine as well, in their words and their order. Pass only what I may see of them (G3). */
export function inCommon(mine: readonly Trait[], theirs: readonly Trait[]): { kind: string; text: string }[] {
  const keys = new Set(mine.map(traitKey));
  return theirs.filter((trait) => keys.has(traitKey(trait))).map(({ kind, value }) => ({ kind, text: value }));
}
