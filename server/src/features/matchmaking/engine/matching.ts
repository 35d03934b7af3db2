import type { Members, Policy } from './members.js';
import { I_HELP, THEY_HELP } from './pair-scan.js';
import type { Roster } from './roster.js';
import { markIn, type Row, type Rows, scoreIn } from './rows.js';

/** Somebody on, or for, somebody's list. Never changed once made. */
export type Edge = { reader: number; other: number; score: number; mark: number };

/** How many of a list may only be helped, or only be shared with: the rest is for what one came for. */
const MOST_ONLY_HELPED = 1;
const MOST_ONLY_SHARED = 2;
const NOBODY: readonly Edge[] = [];

/**
 * Lists for everybody with nobody on too many of them (M7): the b-matching that is found by taking the best edge of the whole room
 * that still has room at both ends, again and again. It is the only one in which no two would rather have each other
 * (stable for any strict order that both ends share), so it does not matter how one arrives at it (M9): after a change only the
 * edges that it reaches are looked at again, best first.
 */
export class Matching {
  /** By reader, and by who is shown; best first. Lists are replaced, not changed. */
  lists: (readonly Edge[])[] = [];
  shown: (readonly Edge[])[] = [];
  private exposures: number[] = [];
  private readonly waiting: Heap;

  constructor(
    private readonly rows: Rows,
    private readonly roster: Roster,
    private readonly members: Members,
    private readonly policy: () => Policy,
  ) {
    this.waiting = new Heap((a, b) => this.compare(a, b));
  }

  /** Everything anew. */
  build(): void {
    const buckets: Edge[][] = [];
    this.lists = this.roster.ids.map(() => NOBODY);
    this.shown = this.roster.ids.map(() => NOBODY);
    this.exposures = this.roster.ids.map((_, slot) => this.exposureNow(slot));
    for (const reader of this.roster.order) {
      for (const edge of edgesIn(this.rows, reader)) {
        const bucket = 2 * edge.score + (edge.mark & THEY_HELP);
        buckets[bucket] ??= [];
        buckets[bucket].push(edge);
      }
    }
    // Readers came by id, and rows are by id where scores are alike: the buckets from above are in the order of `compare`.
    const [useful, rest] = [buckets.filter((_, at) => at % 2 === 1), buckets.filter((_, at) => at % 2 === 0)];
    for (const edge of [...useful.reverse(), ...rest.reverse()].flat()) {
      if (this.shownOf(edge.other).length < this.exposureOf(edge.other) && this.hasRoom(edge)) this.take(edge);
    }
  }

  /** After these rows have changed (they are given as they were) and these people have. */
  repair(before: ReadonlyMap<number, Row>, people: Iterable<number>): void {
    while (this.lists.length < this.roster.size) {
      this.lists.push(NOBODY);
      this.shown.push(NOBODY);
      this.exposures.push(0);
    }
    for (const person of people) this.reconsider(person);
    for (const [reader, row] of before) this.compareRow(reader, row);
    for (let edge = this.waiting.pop(); edge !== undefined; edge = this.waiting.pop()) this.decide(edge);
  }

  /** Better first: what one came for before the rest, then by score, then by id. */
  compare(a: Edge, b: Edge): number {
    const { rank } = this.roster;
    const [one, other] = [a.mark & THEY_HELP, b.mark & THEY_HELP];
    return (
      other - one ||
      b.score - a.score ||
      (rank[a.reader] ?? 0) - (rank[b.reader] ?? 0) ||
      (rank[a.other] ?? 0) - (rank[b.other] ?? 0)
    );
  }

  exposureOf(person: number): number {
    return this.exposures[person] ?? 0;
  }

  listOf(reader: number): readonly Edge[] {
    return this.lists[reader] ?? NOBODY;
  }

  shownOf(person: number): readonly Edge[] {
    return this.shown[person] ?? NOBODY;
  }

  private exposureNow(person: number): number {
    return this.members.all.has(person) ? this.policy().exposure(this.members.kinds[person] ?? 0) : 0;
  }

  /** Another goal means other quotas: everything around the person is decided again. */
  private reconsider(person: number): void {
    for (const edge of this.listOf(person)) this.release(edge);
    for (const edge of edgesIn(this.rows, person)) this.waiting.push(edge);
    this.exposures[person] = this.exposureNow(person);
    for (const edge of this.shownOf(person).slice(this.exposureOf(person))) this.release(edge);
    this.askReadersOf(person);
  }

  private compareRow(reader: number, before: Row): void {
    const kept = new Map<number, number>();
    before.ids.forEach((id, at) => {
      kept.set(id, before.values[at] ?? 0);
    });
    const fresh: Edge[] = [];
    for (const edge of edgesIn(this.rows, reader)) {
      const value = kept.get(edge.other);
      if (value !== undefined && scoreIn(value) === edge.score && markIn(value) === edge.mark) kept.delete(edge.other);
      else fresh.push(edge);
    }
    // What is left in `kept` has gone or is worth something else now.
    for (const edge of this.listOf(reader)) if (kept.has(edge.other)) this.release(edge);
    for (const edge of fresh) this.waiting.push(edge);
  }

  private decide(edge: Edge): void {
    const { reader, other } = edge;
    if (this.listOf(reader).some((known) => known.other === other) || !this.isWanted(edge)) return;
    if (!this.isShowable(edge)) return;
    this.take(edge);
    const tooMany = this.shownOf(other).slice(this.exposureOf(other));
    for (const worse of tooMany) this.release(worse);
    const fitting = this.fitting(reader, this.listOf(reader));
    for (const worse of this.listOf(reader)) if (!fitting.includes(worse)) this.release(worse);
  }

  private take(edge: Edge): void {
    this.lists[edge.reader] = this.insert(this.listOf(edge.reader), edge);
    this.shown[edge.other] = this.insert(this.shownOf(edge.other), edge);
  }

  /** A list with one more, in its place. */
  insert(list: readonly Edge[], edge: Edge): readonly Edge[] {
    let at = list.length;
    while (at > 0 && this.compare(edge, list[at - 1] as Edge) < 0) at--;
    return list.toSpliced(at, 0, edge);
  }

  /** Takes an edge out; whoever could use the room at either end is asked. */
  private release(edge: Edge): void {
    const { reader, other } = edge;
    this.lists[reader] = this.listOf(reader).filter((known) => known !== edge);
    this.shown[other] = this.shownOf(other).filter((known) => known !== edge);
    for (const next of edgesIn(this.rows, reader))
      if (next.other !== other && this.isShowable(next)) this.waiting.push(next);
    this.askReadersOf(other);
  }

  private askReadersOf(person: number): void {
    for (const reader of this.rows.readersOf(person)) {
      const worst = this.listOf(reader).at(-1);
      const edge = this.edgeTo(reader, person);
      if (edge === null) continue;
      const full = worst !== undefined && this.listOf(reader).length >= this.policy().list;
      if (!full || this.compare(edge, worst) < 0) this.waiting.push(edge);
    }
  }

  private edgeTo(reader: number, other: number): Edge | null {
    const { ids, values } = this.rows.row(reader);
    const at = ids.indexOf(other);
    const value = values[at] ?? 0;
    return at < 0 ? null : { reader, other, score: scoreIn(value), mark: markIn(value) };
  }

  /** Whether the one who would be shown has room for it among better ones. */
  private isShowable(edge: Edge): boolean {
    const shown = this.shownOf(edge.other);
    const exposure = this.exposureOf(edge.other);
    if (shown.length < exposure) return true;
    return exposure > 0 && this.compare(edge, shown[exposure - 1] as Edge) < 0;
  }

  private isWanted(edge: Edge): boolean {
    return this.fitting(edge.reader, this.insert(this.listOf(edge.reader), edge)).includes(edge);
  }

  private hasRoom(edge: Edge): boolean {
    const list = this.listOf(edge.reader);
    return list.length < this.policy().list && this.isWanted(edge);
  }

  /** Of a list, best first, what fits into it by number and by direction. */
  private fitting(reader: number, list: readonly Edge[]): readonly Edge[] {
    const policy = this.policy();
    const open = policy.isOpen(this.members.kinds[reader] ?? 0);
    let [helped, shared, all] = [0, 0, 0];
    return list.filter(({ mark }) => {
      if (all >= policy.list) return false;
      const only = mark & (THEY_HELP | I_HELP);
      if (!open && only === I_HELP && ++helped > MOST_ONLY_HELPED) return false;
      if (!open && only === 0 && ++shared > MOST_ONLY_SHARED) return false;
      all++;
      return true;
    });
  }
}

/** A row's entries as edges of its owner. */
function edgesIn(rows: Rows, reader: number): Edge[] {
  const { ids, values } = rows.row(reader);
  const edges: Edge[] = [];
  for (let at = 0; at < ids.length; at++) {
    const value = values[at] as number;
    edges.push({ reader, other: ids[at] as number, score: scoreIn(value), mark: markIn(value) });
  }
  return edges;
}

/** Edges, best first. */
class Heap {
  private readonly edges: Edge[] = [];

  constructor(private readonly compare: (a: Edge, b: Edge) => number) {}

  push(edge: Edge): void {
    const { edges } = this;
    let at = edges.push(edge) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (this.compare(edges[above] as Edge, edge) <= 0) break;
      edges[at] = edges[above] as Edge;
      at = above;
    }
    edges[at] = edge;
  }

  pop(): Edge | undefined {
    const { edges } = this;
    const best = edges[0];
    const last = edges.pop();
    if (best === undefined || last === undefined || edges.length === 0) return best;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= edges.length) break;
      if (below + 1 < edges.length && this.compare(edges[below + 1] as Edge, edges[below] as Edge) < 0) below++;
      if (this.compare(last, edges[below] as Edge) <= 0) break;
      edges[at] = edges[below] as Edge;
      at = below;
    }
    edges[at] = last;
    return best;
  }
}
