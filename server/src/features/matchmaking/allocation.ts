/** Somebody who could stand on somebody's list. Higher score is better; ties go by `other`, the place among all ids. */
export type Candidate = { personId: string; other: number; score: number };

export type Quotas = { list: number; exposure: number };

/**
 * Lists for everybody with nobody on more than `exposure` of them (M7): stable many-to-many matching by deferred
 * acceptance. People ask their best candidates first; whoever is asked too often keeps the askers they score highest
 * with. The result does not depend on the order of anything (M9). Lists are best first.
 */
export function allocate<C extends Candidate>(
  candidates: ReadonlyMap<string, readonly C[]>,
  quotas: Quotas,
): Map<string, C[]> {
  const lists = new Map([...candidates.keys()].map((person): [string, C[]] => [person, []]));
  const held = new Map<string, { asker: string; score: number }[]>();
  const next = new Map<string, number>();
  const asking = [...candidates.keys()].sort();
  for (let asker = asking.pop(); asker !== undefined; asker = asking.pop()) {
    const wishes = candidates.get(asker) ?? [];
    const list = lists.get(asker) ?? [];
    while (list.length < quotas.list) {
      const at = next.get(asker) ?? 0;
      const wish = wishes[at];
      if (wish === undefined) break;
      next.set(asker, at + 1);
      const dropped = hold(held, wish, asker, quotas.exposure);
      if (dropped === asker) continue;
      list.push(wish);
      if (dropped === null) continue;
      lists.set(
        dropped,
        (lists.get(dropped) ?? []).filter(({ personId }) => personId !== wish.personId),
      );
      asking.push(dropped);
    }
  }
  return lists;
}

/** Who has to go so that the asked person stays within the quota: nobody, somebody, or the asker. */
function hold(
  held: Map<string, { asker: string; score: number }[]>,
  wish: Candidate,
  asker: string,
  exposure: number,
): string | null {
  const holders = held.get(wish.personId) ?? [];
  held.set(wish.personId, holders);
  holders.push({ asker, score: wish.score });
  if (holders.length <= exposure) return null;
  holders.sort((a, b) => b.score - a.score || (a.asker < b.asker ? -1 : 1));
  return holders.pop()?.asker ?? null;
}

export function byScore(a: Candidate, b: Candidate): number {
  return b.score - a.score || a.other - b.other;
}

/** The lists as they grow, with everybody's exposure counted. */
export class Lists<C extends Candidate> {
  private readonly exposure = new Map<string, number>();

  constructor(
    private readonly lists: Map<string, C[]>,
    private readonly quotas: Quotas,
  ) {
    for (const { personId } of [...lists.values()].flat()) this.count(personId, 1);
  }

  of(person: string): readonly C[] {
    return this.lists.get(person) ?? [];
  }

  isFull(person: string): boolean {
    return this.of(person).length >= this.quotas.list;
  }

  has(person: string, personId: string): boolean {
    return this.of(person).some((entry) => entry.personId === personId);
  }

  exposureOf(personId: string): number {
    return this.exposure.get(personId) ?? 0;
  }

  isFree(personId: string): boolean {
    return this.exposureOf(personId) < this.quotas.exposure;
  }

  add(person: string, entry: C): void {
    this.lists.set(person, [...this.of(person), entry].sort(byScore));
    this.count(entry.personId, 1);
  }

  remove(person: string, personId: string): void {
    this.lists.set(
      person,
      this.of(person).filter((entry) => entry.personId !== personId),
    );
    this.count(personId, -1);
  }

  private count(personId: string, by: number): void {
    this.exposure.set(personId, this.exposureOf(personId) + by);
  }
}
