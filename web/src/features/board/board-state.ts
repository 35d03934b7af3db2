import type { BoardBatch, BoardChange, BoardPerson } from '@teabreak/shared';
import { unpackMoves } from '@teabreak/shared/board-pack';
import { sameKeys } from './board-search.js';
import { nameIndex } from './name-order.js';

export type Batch = Omit<BoardBatch, 'eventId'>;
type Start = {
  eventId: string;
  version: number;
  /** In the order of names. */
  people: readonly BoardPerson[];
  audience?: string;
  at: number;
};

/**
 * What the phone knows of the board: everybody by id, as of one version. It changes in place: with 10,000 people a copy for each change
 * costs more than all the rest. Versions count at once; who listens is told once per frame, and of every person only who shows them.
 */
export class BoardState {
  readonly eventId: string;
  readonly people: Map<string, BoardPerson>;
  /** Ids in the order of names: the server's, into which who comes later is put where the phone would look for them. */
  readonly byName: string[];
  /** Whom it was made for: what is told to another audience says nothing about the people in here (I6). */
  readonly audience: string | undefined;
  version: number;
  /** Another number whenever anything is different. */
  revision = 0;
  /** When this was true, in milliseconds of the server's clock. */
  at: number;
  /** The newest version of which the phone has heard, if only to learn that something is missing. */
  private heard: number;
  private frame: number | null = null;
  private readonly changed = new Set<string>();
  private readonly listeners = new Set<(ids: ReadonlySet<string>) => void>();
  private readonly watchers = new Map<string, Set<() => void>>();

  constructor({ eventId, version, people, audience, at }: Start) {
    this.eventId = eventId;
    this.version = version;
    this.heard = version;
    this.at = at;
    this.people = new Map(people.map((person) => [person.id, person]));
    this.byName = people.map(({ id }) => id);
    this.audience = audience;
  }

  /** Something happened that is not in here: what changed since `version` is to be fetched. */
  get behind(): boolean {
    return this.heard > this.version;
  }

  /**
   * Takes a batch; `at` is when it was true. Answers whether nothing is missing now. A batch holds the last change of each person in
   * (since, version], so one that overlaps what is known, or is known, changes nothing twice (B3).
   */
  take({ since, version, changes, moved }: Batch, at: number): boolean {
    this.heard = Math.max(this.heard, version);
    if (since > this.version) return false;
    if (version >= this.version) this.at = Math.max(this.at, at);
    if (version <= this.version) return !this.behind;
    for (const change of changes) if (change.version > this.version) this.apply(change);
    for (const move of unpackMoves(moved)) this.move(move);
    this.version = version;
    this.tellSoon();
    return !this.behind;
  }

  /** Whether somebody is there for me: nobody looks for themselves here. */
  isThere(id: string, me: string | null): boolean {
    return id !== me && this.people.has(id);
  }

  /** Hears who has changed, at most once per frame. */
  subscribe(listener: (ids: ReadonlySet<string>) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Hears when one person has changed. */
  watch(id: string, watcher: () => void): () => void {
    const watchers = this.watchers.get(id) ?? new Set();
    this.watchers.set(id, watchers.add(watcher));
    return () => {
      watchers.delete(watcher);
      if (watchers.size === 0 && this.watchers.get(id) === watchers) this.watchers.delete(id);
    };
  }

  private apply(change: BoardChange): void {
    if (change.kind === 'put') this.put(change.person);
    else this.remove(change.id);
  }

  private put(person: BoardPerson): void {
    const known = this.people.get(person.id);
    if (known?.name !== person.name) {
      if (known) this.byName.splice(this.byName.indexOf(person.id), 1);
      this.byName.splice(this.placeOf(person), 0, person.id);
    }
    this.people.set(person.id, person);
    this.changed.add(person.id);
  }

  private remove(id: string): void {
    if (!this.people.delete(id)) return;
    this.byName.splice(this.byName.indexOf(id), 1);
    this.changed.add(id);
  }

  /** Who moved is known: whatever else changed of them would have come as a whole. */
  private move({ id, presence, placeId }: Pick<BoardPerson, 'id' | 'presence' | 'placeId'>): void {
    const known = this.people.get(id);
    if (!known) return;
    const moved = { ...known, presence, placeId };
    sameKeys(known, moved);
    this.people.set(id, moved);
    this.changed.add(id);
  }

  private placeOf(person: BoardPerson): number {
    return nameIndex(this.byName.length, person, (at) => this.people.get(this.byName[at] ?? '') ?? person);
  }

  private tellSoon(): void {
    this.revision += 1;
    if (this.changed.size > 0) this.frame ??= requestAnimationFrame(() => this.tell());
  }

  private tell(): void {
    this.frame = null;
    const ids = new Set(this.changed);
    this.changed.clear();
    for (const id of ids) for (const watcher of this.watchers.get(id) ?? []) watcher();
    for (const listener of this.listeners) listener(ids);
  }
}
