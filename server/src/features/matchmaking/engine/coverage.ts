import type { Edge, Matching } from './matching.js';
import { OUTSIDE } from './pair-scan.js';
import type { Roster } from './roster.js';
import { markIn, type Rows, scoreIn } from './rows.js';

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
  ) {}

  /** Per reader, as the matching orders them. `quota` is the length of a list; `bridges`: whether ways out are wanted. */
  cover(quota: number, bridges: boolean): readonly (readonly Edge[])[] {
    this.lists = this.matching.lists.slice();
    this.shown = this.matching.shown.slice();
    const { order } = this.roster;
    for (const person of order) if (this.shownOf(person).length === 0) this.show(person, quota);
    for (const person of order) if (this.listOf(person).length === 0) this.serve(person);
    if (bridges) for (const person of order) if (this.ways(person) === 0) this.bridge(person, quota);
    return this.lists;
  }

  /** M7: on a list, if need be in the place of somebody who is on others too. */
  private show(person: number, quota: number): void {
    const { readers } = this.rows;
    for (let at = 0; at < readers.length(person); at++) {
      const reader = readers.idAt(person, at);
      if (!this.hasPlace(reader, person, quota)) continue;
      this.put(reader, person, readers.valueAt(person, at), quota);
      return;
    }
  }

  /** Whoever has candidates at all gets one, from somebody who has several. */
  private serve(person: number): void {
    const { candidates } = this.rows;
    for (let at = 0; at < candidates.length(person); at++) {
      const other = candidates.idAt(person, at);
      if (!this.isFree(other)) this.free(other, ({ reader }) => this.listOf(reader).length > 1);
      if (!this.isFree(other)) continue;
      this.add(person, other, candidates.valueAt(person, at));
      return;
    }
  }

  private bridge(person: number, quota: number): void {
    const { bridges } = this.rows;
    const spare = ({ reader, mark }: Edge) =>
      this.listOf(reader).length > 1 && ((mark & OUTSIDE) === 0 || this.ways(reader) > 1);
    for (let at = 0; at < bridges.length(person); at++) {
      const other = bridges.idAt(person, at);
      if (!this.isFree(other)) this.free(other, spare);
      if (!this.hasPlace(person, other, quota)) continue;
      this.put(person, other, bridges.valueAt(person, at), quota);
      return;
    }
  }

  private ways(reader: number): number {
    let ways = 0;
    for (const { mark } of this.listOf(reader)) if ((mark & OUTSIDE) !== 0) ways++;
    return ways;
  }

  /** Takes somebody off the list that can spare them best: where they stand last among those `canSpare` allows. */
  private free(other: number, canSpare: (edge: Edge) => boolean): void {
    let [spare, standing]: [Edge | null, number] = [null, -1];
    for (const edge of this.shownOf(other)) {
      const at = this.listOf(edge.reader).indexOf(edge);
      if (at > standing && canSpare(edge)) [spare, standing] = [edge, at];
    }
    if (spare !== null) this.remove(spare);
  }

  private hasPlace(reader: number, other: number, quota: number): boolean {
    const list = this.listOf(reader);
    if (!this.isFree(other) || list.some((known) => known.other === other)) return false;
    return list.length < quota || list.some((known) => this.shownOf(known.other).length > 1);
  }

  /** Puts somebody on a list, if need be in the place of the last one who is on another list too. */
  private put(reader: number, other: number, value: number, quota: number): void {
    const list = this.listOf(reader);
    const last = list.length < quota ? undefined : list.findLast((known) => this.shownOf(known.other).length > 1);
    if (last !== undefined) this.remove(last);
    this.add(reader, other, value);
  }

  private isFree(person: number): boolean {
    return this.shownOf(person).length < this.matching.exposureOf(person);
  }

  private add(reader: number, other: number, value: number): void {
    const edge = { reader, other, score: scoreIn(value), mark: markIn(value) };
    this.lists[reader] = this.matching.insert(this.listOf(reader), edge);
    this.shown[other] = this.matching.insert(this.shownOf(other), edge);
  }

  private remove(edge: Edge): void {
    this.lists[edge.reader] = this.listOf(edge.reader).filter((known) => known !== edge);
    this.shown[edge.other] = this.shownOf(edge.other).filter((known) => known !== edge);
  }

  /** Who has somebody on their list. */
  shownOf(person: number): readonly Edge[] {
    return this.shown[person] ?? NOBODY;
  }

  private listOf(reader: number): readonly Edge[] {
    return this.lists[reader] ?? NOBODY;
  }
}
