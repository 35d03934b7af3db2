/** What people's words are about, as features beside matchmaking ask it. The matchmaking feature answers. */
export abstract class Meanings {
  /** Names of what a text is about: the same for 会计, accountant and "somebody for our books"; none where nothing is known. */
  abstract conceptsOf(text: string): readonly string[];

  /** The pair of a wish and an offer that fit best, and how well, 0…1; null where none does well enough (M3). */
  abstract bestPair(
    sought: readonly string[],
    offered: readonly string[],
  ): { sought: string; offered: string; quality: number } | null;
}
