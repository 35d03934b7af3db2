import type { CommonalityKind } from '@teabreak/shared';

/** Something people may share, as one of them typed it. */
export interface Trait {
  kind: CommonalityKind;
  value: string;
}

/** What makes two people's commonalities the same thing, and how much it says, as features beside matchmaking ask it. The matchmaking feature answers. */
export abstract class CommonGround {
  /**
   * What each is compared by (G2), most specific first: 福建泉州 lies in Fujian, 交大 is SJTU. Two that have a key in common have that in
   * common; none where the text names nothing people could share.
   */
  abstract keysOf(traits: readonly Trait[]): Promise<(readonly string[])[]>;

  /** What so many holders among so many people mean (M2), 0…1000: the rarer the more, and 0 where it is not worth saying. */
  abstract bondOf(kind: CommonalityKind, holders: number, people: number): number;
}
