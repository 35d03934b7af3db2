import { grown, type Roster } from './roster.js';

/** The entries of one row: who, how good, and bits that say more. */
export type Row = { ids: Int32Array; scores: Int32Array; marks: Uint8Array };

const NONE = -1;

/**
 * For everybody the best of what was offered to them, by score, then by id. A row holds more than `keep` entries, so that it stays right
 * while some of them go; only the first `keep` are ever shown, and these do not depend on what happened before (M9).
 */
export class Rows {
  private readonly width: number;
  private ids = new Int32Array(0);
  private scores = new Int32Array(0);
  private marks = new Uint8Array(0);
  private counts = new Int32Array(0);
  /** The best entry that had to be left out. Everything better is in the row. */
  private boundScores = new Int32Array(0);
  private boundIds = new Int32Array(0);
  /** In whose rows a person stands, in no order. */
  private readonly standsIn: number[][] = [];
  private readonly before = new Map<number, Row>();
  private filling = false;

  constructor(
    readonly keep: number,
    private readonly roster: Roster,
  ) {
    this.width = keep + Math.max(8, keep >> 1);
  }

  grow(people: number): void {
    this.counts = grown(this.counts, people);
    this.boundScores = grown(this.boundScores, people, NONE);
    this.boundIds = grown(this.boundIds, people, NONE);
    this.ids = grown(this.ids, this.counts.length * this.width);
    this.scores = grown(this.scores, this.counts.length * this.width);
    this.marks = grown(this.marks, this.counts.length * this.width);
    while (this.standsIn.length < people) this.standsIn.push([]);
  }

  /** The first `keep`, as they are now; not to be kept. */
  row(reader: number): Row {
    const [from, to] = [reader * this.width, reader * this.width + Math.min(this.keep, this.counts[reader] ?? 0)];
    return {
      ids: this.ids.subarray(from, to),
      scores: this.scores.subarray(from, to),
      marks: this.marks.subarray(from, to),
    };
  }

  isEmpty(reader: number): boolean {
    return (this.counts[reader] ?? 0) === 0;
  }

  readersOf(person: number): readonly number[] {
    return this.standsIn[person] ?? [];
  }

  /** Between these two, rows are filled for the first time: who stands where is written down once, at the end. */
  startFilling(): void {
    this.counts.fill(0);
    this.boundScores.fill(NONE);
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
    this.boundScores[reader] = NONE;
  }

  /** Enters somebody who is not in the row, where they are good enough. */
  offer(reader: number, id: number, score: number, mark: number): void {
    const bound = this.boundScores[reader] ?? NONE;
    if (this.keep === 0) return;
    if (score < bound || (score === bound && this.isBefore(this.boundIds[reader] ?? 0, id))) return;
    this.remember(reader);
    const { ids, scores, marks } = this;
    const from = reader * this.width;
    let count = this.counts[reader] ?? 0;
    let at = from + count;
    while (at > from && this.isBetter(score, id, at - 1)) at--;
    if (count === this.width) {
      const last = from + count - 1;
      this.boundScores[reader] = at > last ? score : (scores[last] ?? 0);
      this.boundIds[reader] = at > last ? id : (ids[last] ?? 0);
      if (at > last) return;
      this.unlist(ids[last] ?? 0, reader);
      count--;
    }
    for (let to = from + count; to > at; to--) {
      ids[to] = ids[to - 1] ?? 0;
      scores[to] = scores[to - 1] ?? 0;
      marks[to] = marks[to - 1] ?? 0;
    }
    ids[at] = id;
    scores[at] = score;
    marks[at] = mark;
    this.counts[reader] = count + 1;
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
    this.scores.copyWithin(at, at + 1, to);
    this.marks.copyWithin(at, at + 1, to);
    this.counts[reader] = to - from - 1;
    this.unlist(id, reader);
  }

  /** So much has gone that somebody left out may belong into the first `keep` now: the row must be filled anew. */
  lacks(reader: number): boolean {
    return (this.counts[reader] ?? 0) < this.keep && this.boundScores[reader] !== NONE;
  }

  /** Bytes of all rows. */
  get bytes(): number {
    const arrays = [this.ids, this.scores, this.marks, this.counts, this.boundScores, this.boundIds];
    return arrays.reduce((sum, { byteLength }) => sum + byteLength, 0) + 8 * this.standsIn.flat().length;
  }

  private isBetter(score: number, id: number, at: number): boolean {
    const other = this.scores[at] ?? 0;
    return score > other || (score === other && this.isBefore(id, this.ids[at] ?? 0));
  }

  private isBefore(one: number, other: number): boolean {
    const { rank } = this.roster;
    return (rank[one] ?? 0) < (rank[other] ?? 0);
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
    const { ids, scores, marks } = this.row(reader);
    this.before.set(reader, { ids: ids.slice(), scores: scores.slice(), marks: marks.slice() });
  }
}
