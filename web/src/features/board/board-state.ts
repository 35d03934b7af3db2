import type { BoardNews, BoardPerson } from '@teabreak/shared';
import { sameKeys } from './board-search.js';
import { compareNames, nameIndex } from './name-order.js';

export type Batch = { since: number; version: number; changes: readonly BoardNews[] };
type Start = { eventId: string; version: number; people: readonly BoardPerson[]; at: number };

/**
 * What the phone knows of the board: everybody by id, as of one version. It changes in place: with 10,000 people a copy for each change
 * costs more than all the rest. Versions count at once; who listens is told once per frame, and of every person only who shows them.
 */
export class BoardState {
  readonly eventId: string;
  readonly people: Map<string, BoardPerson>;
  /** Ids in the order of names. */
  readonly byName: string[];
  version: number;
  /** When this was true, in milliseconds of the server's clock. */
  at: number;
  /** The newest version of which the phone has heard, if only to learn that something is missing. */
  private heard: number;
  private frame: number | null = null;
  private readonly changed = new Set<string>();
  private readonly listeners = new Set<(ids: ReadonlySet<string>) => void>();
  private readonly watchers = new Map<string, Set<() => void>>();

  constructor({ eventId, version, people, at }: Start) {
    this.eventId = eventId;
    this.version = version;
    this.heard = version;
    this.at = at;
    this.people = new Map(people.map((person) => [person.id, person]));
    this.byName = [...people].sort(compareNames).map(({ id }) => id);
  }

  /** Something happened that is not in here: what changed since `version` is to be fetched. */
  get behind(): boolean {
    return this.heard > this.version;
  }

  /**
   * Takes a batch; `at` is when it was true. Answers whether nothing is missing now. A batch holds the last change of each person in
   * (since, version], so one that overlaps what is known, or is known, changes nothing twice (B3).
   */
  take({ since, version, changes }: Batch, at: number): boolean {
    this.heard = Math.max(this.heard, version);
    if (since > this.version) return false;
    if (version >= this.version) this.at = Math.max(this.at, at);
    if (version <= this.version) return !this.behind;
    for (const change of changes) if (change.version > this.version) this.apply(change);
    this.version = version;
    if (this.changed.size > 0) this.frame ??= requestAnimationFrame(() => this.tell());
    return !this.behind;
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

  private apply(change: BoardNews): void {
    if (change.kind === 'put') this.put(change.person);
    else if (change.kind === 'removed') this.remove(change.id);
    else this.move(change);
  }

  private put(person: BoardPerson): void {
    const known = this.people.get(person.id);
    if (known?.name !== person.name) {
      if (known) this.byName.splice(this.indexOf(known), 1);
      this.byName.splice(this.indexOf(person), 0, person.id);
    }
    this.people.set(person.id, person);
    this.changed.add(person.id);
  }

  private remove(id: string): void {
    const known = this.people.get(id);
    if (!known) return;
    this.byName.splice(this.indexOf(known), 1);
    this.people.delete(id);
    this.changed.add(id);
  }

  /** Who moved is known: whatever else changed of them would have come as a whole. */
  private move({ id, presence, placeId }: BoardNews & { kind: 'moved' }): void {
    const known = this.people.get(id);
    if (!known) return;
    const moved = { ...known, presence, placeId };
    sameKeys(known, moved);
    this.people.set(id, moved);
    this.changed.add(id);
  }

  private indexOf(person: BoardPerson): number {
    return nameIndex(this.byName.length, person, (at) => this.people.get(this.byName[at] ?? '') ?? person);
  }

  private tell(): void {
    this.frame = null;
    const ids = new Set(this.changed);
    this.changed.clear();
    for (const id of ids) for (const watcher of this.watchers.get(id) ?? []) watcher();
    for (const listener of this.listeners) listener(ids);
  }
}
