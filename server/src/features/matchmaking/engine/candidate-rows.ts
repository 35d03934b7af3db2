import { octave } from '../score.js';
import type { Member } from './members.js';
import { OUTSIDE, PairScan, type Room } from './pair-scan.js';
import { grown, type Roster } from './roster.js';
import { Rows } from './rows.js';

/** How many are kept per person: candidates, readers they could be shown to, and candidates from outside their own circles. */
export type Depths = { candidates: number; readers: number; bridges: number };
export const DEPTHS: Depths = { candidates: 40, readers: 16, bridges: 8 };

/** Everybody's best candidates, kept right while people come, change and go. */
export class CandidateRows {
  readonly candidates: Rows;
  readonly readers: Rows;
  readonly bridges: Rows;
  readonly scan: PairScan;
  /** By person, the sum of masses below which there is a place in none of their rows. */
  least = new Int32Array(0);
  /** By person, the score below which there is none. */
  floors = new Int32Array(0);
  /** Whose rows are being filled anew, so that others need not enter anything there. */
  private dirty: ReadonlySet<number> = new Set();
  private ownOnly = false;
  private extras = 0;
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
    this.least = grown(this.least, size);
    this.floors = grown(this.floors, size);
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
    const grew = octave(people) !== octave(this.people);
    this.people = people;
    if (this.stale || grew || dirty.size > people / 4) {
      this.stale = false;
      this.extras = this.scan.extras;
      this.fill();
      return null;
    }
    if (this.scan.extras !== this.extras) this.forgetFloors();
    this.extras = this.scan.extras;
    const lacking = new Set<number>();
    this.dirty = dirty;
    for (const person of dirty) this.rescan(person, lacking);
    this.ownOnly = true;
    for (const person of lacking) if (!dirty.has(person)) this.rescanRow(person);
    this.ownOnly = false;
    return dirty;
  }

  /** What is possible beside goals has changed, and with it what masses are needed. */
  private forgetFloors(): void {
    this.floors.fill(0);
    this.least.fill(0);
    for (const person of this.room.members.all.keys()) this.setLeast(person);
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
    this.least.fill(0);
    this.floors.fill(0);
    this.dirty = new Set();
    for (const person of [...members.all.keys()].sort((a, b) => a - b)) {
      this.scan.scan(person, { below: person, taker: this });
    }
    for (const rows of this.all()) rows.endFilling();
  }

  /** All pairs of one person, entered in both rows, but for those of others who are scanned themselves. */
  private rescan(person: number, lacking: Set<number>): void {
    for (const rows of this.all()) {
      rows.clear(person);
      for (const reader of [...rows.readersOf(person)]) {
        if (this.dirty.has(reader)) continue;
        rows.withdraw(reader, person);
        if (rows.lacks(reader)) lacking.add(reader);
      }
    }
    this.least[person] = 0;
    this.floors[person] = 0;
    if (this.room.members.all.has(person)) this.scan.scan(person, { taker: this });
  }

  private rescanRow(person: number): void {
    if (!this.all().some((rows) => rows.lacks(person))) return;
    for (const rows of this.all()) rows.clear(person);
    this.least[person] = 0;
    this.floors[person] = 0;
    this.scan.scan(person, { taker: this });
  }

  /** Enters a pair in the rows of both. */
  take(person: number, other: number, theirs: number, mine: number, theirMark: number, myMark: number): void {
    this.offer(person, other, theirs, theirMark, mine, myMark);
    if (!this.ownOnly && !this.dirty.has(other)) this.offer(other, person, mine, myMark, theirs, theirMark);
  }

  /** A pair in the rows of one of them: what the other is worth to the owner, and the owner to the other. */
  private offer(owner: number, other: number, theirs: number, theirMark: number, mine: number, myMark: number): void {
    const { candidates, readers, bridges } = this;
    if (theirs > 0) {
      candidates.offer(owner, other, theirs, theirMark);
      if ((theirMark & OUTSIDE) !== 0) bridges.offer(owner, other, theirs, theirMark);
    }
    if (mine > 0) readers.offer(owner, other, mine, myMark);
    this.setLeast(owner);
  }

  private setLeast(owner: number): void {
    const { candidates, readers, bridges } = this;
    const floor = Math.min(candidates.floor(owner), readers.floor(owner), bridges.floor(owner));
    if (this.floors[owner] === floor) return;
    this.floors[owner] = floor;
    this.least[owner] = this.scan.massFor(floor);
  }
}
