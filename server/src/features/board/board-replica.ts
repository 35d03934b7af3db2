import type { BoardChange, BoardMoves, BoardPerson } from '@teabreak/shared';
import { packMoves } from '@teabreak/shared';
import { nameSortKey } from '../../common/name-search.js';
import { sameLook } from './board-person.js';

/** Somebody on the board. */
export interface Shown {
  person: BoardPerson;
  sortKey: string;
  /** The version of their last change, and of the last one of anything but where they are. */
  changed: number;
  looked: number;
}
/** A board of one moment; what the log tells of the past, by person, as far back as it is complete. */
export interface ReplicaStart {
  version: number;
  people: readonly { person: BoardPerson; sortKey: string }[];
  from: number;
  past: ReadonlyMap<string, { changed: number; looked: number }>;
}
export interface Missed {
  changes: BoardChange[];
  moved: BoardMoves;
}

/**
 * This server's own copy of a board, which goes on by the log as a phone's does. It remembers of each person when they changed, so
 * that whatever version a phone comes back with, what it missed is found without asking the database.
 */
export class BoardReplica {
  version: number;
  /** Everybody, in the order of their names. */
  readonly people: Shown[];
  /** Nothing is known of what happened up to here. */
  private readonly from: number;
  private readonly byId: Map<string, Shown>;
  /** Who has left since then, and with which version. */
  private readonly left = new Map<string, number>();

  constructor({ version, people, from, past }: ReplicaStart) {
    this.version = version;
    this.from = from;
    this.people = people.map(({ person, sortKey }) => ({
      person,
      sortKey,
      changed: past.get(person.id)?.changed ?? 0,
      looked: past.get(person.id)?.looked ?? 0,
    }));
    this.people.sort(inOrder);
    this.byId = new Map(this.people.map((shown) => [shown.person.id, shown]));
    for (const [id, { changed }] of past) if (!this.byId.has(id)) this.left.set(id, changed);
  }

  /** The changes after its own version, up to and with `version`. */
  apply(version: number, changes: readonly BoardChange[]): void {
    for (const change of changes) {
      if (change.kind === 'put') this.put(change.version, change.person);
      else this.remove(change.version, change.id);
    }
    this.version = version;
  }

  /** null where it cannot be told, or would be more than half of the board: the whole of it, packed, is shorter then. */
  since(version: number, isHidden: (id: string) => boolean): Missed | null {
    if (version < this.from || version > this.version) return null;
    const changed = this.people.filter((one) => one.changed > version && !isHidden(one.person.id));
    const anew = changed.filter(({ looked }) => looked > version);
    if (anew.length > FEW && anew.length * 2 > this.people.length) return null;
    const put = anew.map(({ changed: at, person }): BoardChange => ({ version: at, kind: 'put', person }));
    const removed = [...this.left]
      .filter(([id, at]) => at > version && !isHidden(id))
      .map(([id, at]): BoardChange => ({ version: at, kind: 'removed', id }));
    return {
      changes: [...put, ...removed].sort((a, b) => a.version - b.version),
      moved: packMoves(changed.filter(({ looked }) => looked <= version).map(({ person }) => person)),
    };
  }

  private put(version: number, person: BoardPerson): void {
    const known = this.byId.get(person.id);
    this.left.delete(person.id);
    if (known?.person.name === person.name) {
      if (!sameLook(known.person, person)) known.looked = version;
      known.person = person;
      known.changed = version;
      return;
    }
    if (known) this.people.splice(this.people.indexOf(known), 1);
    const shown = { person, sortKey: nameSortKey(person.name), changed: version, looked: version };
    this.byId.set(person.id, shown);
    this.people.splice(placeIn(this.people, shown), 0, shown);
  }

  private remove(version: number, id: string): void {
    const known = this.byId.get(id);
    if (known) this.people.splice(this.people.indexOf(known), 1);
    this.byId.delete(id);
    this.left.set(id, version);
  }
}

/** So many people are told whole whatever the size of the board. */
const FEW = 20;

const inOrder = (a: Shown, b: Shown): number =>
  a.sortKey < b.sortKey ? -1 : a.sortKey > b.sortKey ? 1 : a.person.id < b.person.id ? -1 : 1;

function placeIn(people: readonly Shown[], one: Shown): number {
  let [from, to] = [0, people.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (inOrder(people[middle] as Shown, one) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}
