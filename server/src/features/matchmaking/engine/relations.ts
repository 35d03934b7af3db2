import { grown, type Roster } from './roster.js';

type Pairs = readonly (readonly [string, string])[];
const NOBODY: ReadonlySet<number> = new Set();

/** Who stands in some relation to whom; both ways unless `directed`. */
export class Relation {
  /** 1 for whoever stands in the relation to anybody. */
  some = new Uint8Array(0);
  private known: ReadonlyMap<number, ReadonlySet<number>> = new Map();

  constructor(private readonly directed = false) {}

  get isEmpty(): boolean {
    return this.known.size === 0;
  }

  grow(people: number): void {
    this.some = grown(this.some, people);
  }

  of(person: number): ReadonlySet<number> {
    return this.known.get(person) ?? NOBODY;
  }

  has(one: number, other: number): boolean {
    return this.known.get(one)?.has(other) ?? false;
  }

  /** Whose relation the person is. */
  to(person: number): number[] {
    const found: number[] = [];
    for (const [one, others] of this.known) if (others.has(person)) found.push(one);
    return found;
  }

  /** Takes the pairs in the place of those before; answers everybody for whom something is different. */
  replace(pairs: Pairs, roster: Roster): number[] {
    const before = this.known;
    const after = new Map<number, Set<number>>();
    const note = (one: number, other: number) => {
      const set = after.get(one);
      if (set === undefined) after.set(one, new Set([other]));
      else set.add(other);
    };
    for (const [a, b] of pairs) {
      const [one, other] = [roster.slot(a), roster.slot(b)];
      if (one === undefined || other === undefined || one === other) continue;
      note(one, other);
      if (!this.directed) note(other, one);
    }
    this.known = after;
    this.some.fill(0);
    for (const one of after.keys()) this.some[one] = 1;
    const same = (person: number) => {
      const [was, is] = [before.get(person) ?? NOBODY, this.of(person)];
      return was.size === is.size && [...was].every((other) => is.has(other));
    };
    return [...new Set([...before.keys(), ...after.keys()])].filter((person) => !same(person));
  }
}
