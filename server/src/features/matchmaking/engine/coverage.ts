import { type Edge, edgesIn, type Matching } from './matching.js';
import type { Members } from './members.js';
import { OUTSIDE } from './pair-scan.js';
import type { Roster } from './roster.js';
import type { Rows } from './rows.js';

const NOBODY: readonly Edge[] = [];

/**
 * The lists as people see them: those of the matching, changed where somebody would have no list, stand on none (M7), or find no
 * way out of their own circles (M4). Made anew from the matching each time, in the order of ids, so that it depends on nothing else.
 */
export class Coverage {
  private lists: (readonly Edge[])[] = [];
  private shown: (readonly Edge[])[] = [];

  constructor(
    private readonly matching: Matching,
    private readonly rows: { candidates: Rows; readers: Rows; bridges: Rows },
    private readonly roster: Roster,
    private readonly members: Members,
  ) {}

  /** Per reader, as the matching orders them. `quota` is the length of a list; `bridges`: whether ways out are wanted. */
  cover(quota: number, bridges: boolean): readonly (readonly Edge[])[] {
    this.lists = this.matching.lists.slice();
    this.shown = this.matching.shown.slice();
    const people = this.roster.order.filter((slot) => this.members.all.has(slot));
    for (const person of people) if (this.shownOf(person).length === 0) this.show(person, quota);
    for (const person of people) if (this.listOf(person).length === 0) this.serve(person);
    if (bridges) for (const person of people) if (this.ways(person) === 0) this.bridge(person, quota);
    return this.lists;
  }

  /** M7: on a list, if need be in the place of somebody who is on others too. */
  private show(person: number, quota: number): void {
    for (const { other: reader, score, mark } of edgesIn(this.rows.readers, person)) {
      if (this.place({ reader, other: person, score, mark }, quota)) return;
    }
  }

  /** Whoever has candidates at all gets one, from somebody who has several. */
  private serve(person: number): void {
    for (const edge of edgesIn(this.rows.candidates, person)) {
      if (!this.isFree(edge.other)) this.free(edge.other, (reader) => this.listOf(reader).length > 1);
      if (!this.isFree(edge.other)) continue;
      this.add(edge);
      return;
    }
  }

  private bridge(person: number, quota: number): void {
    const spares = ({ reader, mark }: Edge) => (mark & OUTSIDE) === 0 || this.ways(reader) > 1;
    for (const edge of edgesIn(this.rows.bridges, person)) {
      if (!this.isFree(edge.other)) {
        this.free(edge.other, (reader, held) => this.listOf(reader).length > 1 && spares(held));
      }
      if (this.place(edge, quota)) return;
    }
  }

  private ways(reader: number): number {
    let ways = 0;
    for (const { mark } of this.listOf(reader)) if ((mark & OUTSIDE) !== 0) ways++;
    return ways;
  }

  /** Takes somebody off the list that can spare them best: where they stand last among those `canSpare` allows. */
  private free(other: number, canSpare: (reader: number, edge: Edge) => boolean): void {
    let [spare, standing]: [Edge | null, number] = [null, -1];
    for (const edge of this.shownOf(other)) {
      const at = this.listOf(edge.reader).indexOf(edge);
      if (at > standing && canSpare(edge.reader, edge)) [spare, standing] = [edge, at];
    }
    if (spare !== null) this.remove(spare);
  }

  /** Puts an edge on a list, in the place of the last one who is on another list too. False where that is not possible. */
  private place(edge: Edge, quota: number): boolean {
    const list = this.listOf(edge.reader);
    if (!this.isFree(edge.other) || list.some(({ other }) => other === edge.other)) return false;
    if (list.length >= quota) {
      const last = list.findLast(({ other }) => this.shownOf(other).length > 1);
      if (last === undefined) return false;
      this.remove(last);
    }
    this.add(edge);
    return true;
  }

  private isFree(person: number): boolean {
    return this.shownOf(person).length < this.matching.exposureOf(person);
  }

  private add(edge: Edge): void {
    const better = (a: Edge, b: Edge) => this.matching.compare(a, b);
    this.lists[edge.reader] = [...this.listOf(edge.reader), edge].sort(better);
    this.shown[edge.other] = [...this.shownOf(edge.other), edge].sort(better);
  }

  private remove(edge: Edge): void {
    this.lists[edge.reader] = this.listOf(edge.reader).filter((known) => known !== edge);
    this.shown[edge.other] = this.shownOf(edge.other).filter((known) => known !== edge);
  }

  private listOf(reader: number): readonly Edge[] {
    return this.lists[reader] ?? NOBODY;
  }

  private shownOf(person: number): readonly Edge[] {
    return this.shown[person] ?? NOBODY;
  }
}
