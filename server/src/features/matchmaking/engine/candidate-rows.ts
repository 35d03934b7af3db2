import { halfOctave } from '../score.js';
import type { Member } from './members.js';
import { OUTSIDE, PairScan, type Room } from './pair-scan.js';
import type { Roster } from './roster.js';
import { Rows } from './rows.js';

/** How many are kept per person: candidates, readers they could be shown to, and candidates from outside their own circles. */
export type Depths = { candidates: number; readers: number; bridges: number };
export const DEPTHS: Depths = { candidates: 48, readers: 16, bridges: 8 };

/** Everybody's best candidates, kept right while people come, change and go. */
export class CandidateRows {
  readonly candidates: Rows;
  readonly readers: Rows;
  readonly bridges: Rows;
  readonly scan: PairScan;
  private people = 0;
  private stale = true;

  constructor(
    readonly room: Room,
    private readonly roster: Roster,
    depths: Depths,
  ) {
    this.scan = new PairScan(room);
    this.candidates = new Rows(depths.candidates, roster);
    this.readers = new Rows(depths.readers, roster);
    this.bridges = new Rows(depths.bridges, roster);
  }

  /** After the roster has grown. */
  grow(): void {
    const { size } = this.roster;
    this.scan.grow(size);
    for (const rows of this.all()) rows.grow(size);
  }

  /** Everything is computed anew at the next `settle`. */
  invalidate(): void {
    this.stale = true;
  }

  leave(slot: number, { tags, traits }: Member): void {
    this.room.tags.leave(slot, tags);
    this.room.traits.leave(slot, traits);
    this.room.members.all.delete(slot);
  }

  enter(slot: number, member: Member): void {
    this.room.members.set(slot, member);
    this.room.tags.enter(slot, member.tags);
    this.room.traits.enter(slot, member.traits);
  }

  /**
   * Brings all rows up to date with the people as they are now; `touched` are those who came, changed, went or stand in another
   * relation to somebody. Answers everybody whose pairs were looked at again, or null where that is everybody.
   */
  settle(touched: Iterable<number>): Set<number> | null {
    const { tags, traits, members } = this.room;
    const people = members.all.size;
    const dirty = new Set(touched);
    for (const person of tags.settle(people)) dirty.add(person);
    for (const person of traits.settle(people)) dirty.add(person);
    const grew = halfOctave(people) !== halfOctave(this.people);
    this.people = people;
    if (this.stale || grew || dirty.size > people / 4) {
      this.stale = false;
      this.fill();
      return null;
    }
    const lacking = new Set<number>();
    for (const person of dirty) this.rescan(person, dirty, lacking);
    for (const person of lacking) if (!dirty.has(person)) this.rescanRow(person);
    return dirty;
  }

  private all(): Rows[] {
    return [this.candidates, this.readers, this.bridges];
  }

  /** Each pair is looked at once: postings are put in the order of slots, and everybody meets those before them. */
  private fill(): void {
    const { tags, traits, members } = this.room;
    const inOrder = (list: number[]) => list.sort((a, b) => a - b);
    for (const { seekers } of tags.wishes) inOrder(seekers);
    for (const { holders } of tags.gifts) inOrder(holders);
    traits.sort();
    for (const rows of this.all()) rows.startFilling();
    for (const person of [...members.all.keys()].sort((a, b) => a - b)) {
      this.scan.scan(person, { below: person });
      for (let at = 0; at < this.scan.count; at++) {
        this.offerMine(person, at);
        this.offerTheirs(person, at);
      }
    }
    for (const rows of this.all()) rows.endFilling();
  }

  /** All pairs of one person, entered in both rows, but for those of others who are scanned themselves. */
  private rescan(person: number, dirty: ReadonlySet<number>, lacking: Set<number>): void {
    for (const rows of this.all()) {
      rows.clear(person);
      for (const reader of [...rows.readersOf(person)]) {
        if (dirty.has(reader)) continue;
        rows.withdraw(reader, person);
        if (rows.lacks(reader)) lacking.add(reader);
      }
    }
    if (!this.room.members.all.has(person)) return;
    const { scan } = this;
    scan.scan(person);
    for (let at = 0; at < scan.count; at++) {
      this.offerMine(person, at);
      if (!dirty.has(scan.others[at] as number)) this.offerTheirs(person, at);
    }
  }

  private rescanRow(person: number): void {
    if (!this.all().some((rows) => rows.lacks(person))) return;
    for (const rows of this.all()) rows.clear(person);
    this.scan.scan(person);
    for (let at = 0; at < this.scan.count; at++) this.offerMine(person, at);
  }

  private offerMine(person: number, at: number): void {
    const { scan } = this;
    const other = scan.others[at] as number;
    const [theirs, mine] = [scan.theirScores[at] as number, scan.myScores[at] as number];
    if (theirs > 0) {
      const mark = scan.theirMarks[at] as number;
      this.candidates.offer(person, other, theirs, mark);
      if ((mark & OUTSIDE) !== 0) this.bridges.offer(person, other, theirs, mark);
    }
    if (mine > 0) this.readers.offer(person, other, mine, scan.myMarks[at] as number);
  }

  private offerTheirs(person: number, at: number): void {
    const { scan } = this;
    const other = scan.others[at] as number;
    const [theirs, mine] = [scan.theirScores[at] as number, scan.myScores[at] as number];
    if (mine > 0) {
      const mark = scan.myMarks[at] as number;
      this.candidates.offer(other, person, mine, mark);
      if ((mark & OUTSIDE) !== 0) this.bridges.offer(other, person, mine, mark);
    }
    if (theirs > 0) this.readers.offer(other, person, theirs, scan.theirMarks[at] as number);
  }
}
