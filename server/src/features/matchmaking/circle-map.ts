/** Who knows whom, both ways. Built from the edges of the circle (K1). */
export class CircleMap {
  private readonly known = new Map<string, Set<string>>();

  constructor(edges: readonly (readonly [string, string])[]) {
    for (const [one, other] of edges) {
      if (one === other) continue;
      this.of(one).add(other);
      this.of(other).add(one);
    }
  }

  knows(one: string, other: string): boolean {
    return this.known.get(one)?.has(other) ?? false;
  }

  isEmpty(one: string): boolean {
    return (this.known.get(one)?.size ?? 0) === 0;
  }

  /** People both know, those who are here first, then by id (M5, M9). */
  between(one: string, other: string, present: ReadonlySet<string>): string[] {
    const [mine, theirs] = [this.known.get(one), this.known.get(other)];
    if (mine === undefined || theirs === undefined) return [];
    const both = [...mine].filter((person) => theirs.has(person));
    return both.sort((a, b) => Number(present.has(b)) - Number(present.has(a)) || (a < b ? -1 : 1));
  }

  private of(person: string): Set<string> {
    const set = this.known.get(person) ?? new Set<string>();
    this.known.set(person, set);
    return set;
  }
}
