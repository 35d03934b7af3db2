import { grown, type Roster } from './roster.js';

/** The entries of one row, best first: who, and how good with bits that say more. */
export type Row = { ids: Int32Array; values: Int32Array };
export const MARKS = 3;
/** A score and its mark in one number. */
export const scoreIn = (value: number): number => value >> MARKS;
export const markIn = (value: number): number => value & (2 ** MARKS - 1);

const NONE = -1;
/** No score reaches it. */
const CLOSED = 2 ** 30;

/**
 * For everybody the best of what was offered to them, by score, then by id. A row holds more than `keep` entries, so that it stays right
 * while some of them go; only the first `keep` are ever shown, and these do not depend on what happened before (M9).
 */
export class Rows {
  private readonly width: number;
  private readonly empty: number;
  private ids = new Int32Array(0);
  private values = new Int32Array(0);
  private counts = new Int32Array(0);
  /** The best entry that had to be left out, by reader: everything better is in the row. What is worth less has no chance. */
  private floors = new Int32Array(0);
  private boundIds = new Int32Array(0);
  /** In whose rows a person stands, in no order. */
  private readonly standsIn: number[][] = [];
  private readonly before = new Map<number, Row>();
  private filling = false;

  constructor(
    readonly keep: number,
    private readonly roster: Roster,
  ) {
    this.width = keep + Math.max(4, keep >> 1);
    this.empty = keep === 0 ? CLOSED : NONE;
  }

  grow(people: number): void {
    this.counts = grown(this.counts, people);
    this.floors = grown(this.floors, people, this.empty);
    this.boundIds = grown(this.boundIds, people, NONE);
    this.ids = grown(this.ids, this.counts.length * this.width);
    this.values = grown(this.values, this.counts.length * this.width);
    while (this.standsIn.length < people) this.standsIn.push([]);
  }

  /** The first `keep`, as they are now; not to be kept. */
  row(reader: number): Row {
    const [from, to] = [reader * this.width, reader * this.width + Math.min(this.keep, this.counts[reader] ?? 0)];
    return { ids: this.ids.subarray(from, to), values: this.values.subarray(from, to) };
  }

  /** How many of the first `keep` there are, and each of them by its place, for those who need not see them all. */
  length(reader: number): number {
    return Math.min(this.keep, this.counts[reader] as number);
  }
  idAt(reader: number, place: number): number {
    return this.ids[reader * this.width + place] as number;
  }
  valueAt(reader: number, place: number): number {
    return this.values[reader * this.width + place] as number;
  }

  readersOf(person: number): readonly number[] {
    return this.standsIn[person] ?? [];
  }

  /** Between these two, rows are filled for the first time: who stands where is written down once, at the end. */
  startFilling(): void {
    this.counts.fill(0);
    this.floors.fill(this.empty);
    for (const readers of this.standsIn) readers.length = 0;
    this.before.clear();
    this.filling = true;
  }
  endFilling(): void {
    this.filling = false;
    for (let reader = 0; reader < this.standsIn.length; reader++) {
      const from = reader * this.width;
      for (let at = from; at < from + (this.counts[reader] ?? 0); at++) this.standsIn[this.ids[at] ?? 0]?.push(reader);
    }
  }

  /** Rows that were touched since the last call, as they were before. */
  takeBefore(): Map<number, Row> {
    const taken = new Map(this.before);
    this.before.clear();
    return taken;
  }

  clear(reader: number): void {
    this.remember(reader);
    const from = reader * this.width;
    for (let at = from; at < from + (this.counts[reader] ?? 0); at++) this.unlist(this.ids[at] ?? 0, reader);
    this.counts[reader] = 0;
    this.floors[reader] = this.empty;
  }

  /** There is no place for anything below. */
  floor(reader: number): number {
    return this.floors[reader] as number;
  }

  /** Whether there is a place for that score. */
  wants(reader: number, id: number, score: number): boolean {
    const floor = this.floors[reader] as number;
    return score > floor || (score === floor && this.isBefore(id, this.boundIds[reader] as number));
  }

  /** Enters somebody who is not in the row, where they are good enough. */
  offer(reader: number, id: number, score: number, mark: number): void {
    if (!this.wants(reader, id, score)) return;
    this.remember(reader);
    const { ids, values } = this;
    const from = reader * this.width;
    const count = this.counts[reader] as number;
    let to = from + count;
    if (count === this.width) {
      to--;
      const isWorst = !this.isBetter(score, id, to);
      this.floors[reader] = isWorst ? score : scoreIn(values[to] as number);
      this.boundIds[reader] = isWorst ? id : (ids[to] as number);
      if (isWorst) return;
      this.unlist(ids[to] as number, reader);
    } else this.counts[reader] = count + 1;
    while (to > from && this.isBetter(score, id, to - 1)) {
      ids[to] = ids[to - 1] as number;
      values[to] = values[to - 1] as number;
      to--;
    }
    ids[to] = id;
    values[to] = (score << MARKS) | mark;
    if (!this.filling) this.standsIn[id]?.push(reader);
  }

  /** Takes somebody out of a row. */
  withdraw(reader: number, id: number): void {
    this.remember(reader);
    const from = reader * this.width;
    const to = from + (this.counts[reader] ?? 0);
    const at = this.ids.indexOf(id, from);
    if (at < 0 || at >= to) return;
    this.ids.copyWithin(at, at + 1, to);
    this.values.copyWithin(at, at + 1, to);
    this.counts[reader] = to - from - 1;
    this.unlist(id, reader);
  }

  /** So much has gone that somebody left out may belong into the first `keep` now: the row must be filled anew. */
  lacks(reader: number): boolean {
    return (this.counts[reader] ?? 0) < this.keep && this.floors[reader] !== this.empty;
  }

  /** Bytes of all rows. */
  get bytes(): number {
    const arrays = [this.ids, this.values, this.counts, this.floors, this.boundIds];
    return arrays.reduce((sum, { byteLength }) => sum + byteLength, 0) + 8 * this.standsIn.flat().length;
  }

  private isBetter(score: number, id: number, at: number): boolean {
    const other = scoreIn(this.values[at] as number);
    return score > other || (score === other && this.isBefore(id, this.ids[at] as number));
  }

  private isBefore(one: number, other: number): boolean {
    const { rank } = this.roster;
    return (rank[one] as number) < (rank[other] as number);
  }

  private unlist(id: number, reader: number): void {
    const readers = this.standsIn[id];
    if (this.filling || readers === undefined) return;
    const at = readers.indexOf(reader);
    const last = readers.pop();
    if (last !== undefined && at < readers.length) readers[at] = last;
  }

  private remember(reader: number): void {
    if (this.filling || this.before.has(reader)) return;
    const { ids, values } = this.row(reader);
    this.before.set(reader, { ids: ids.slice(), values: values.slice() });
  }
}
