import type { BoardPerson, Presence } from '@teabreak/shared';
import { type BoardFilter, passes, type Relations } from './board-filter.js';
import type { BoardState } from './board-state.js';
import { compareNames, nameIndex } from './name-order.js';

/** Somebody's line in the list. */
export type Line = { readonly id: string; readonly name: string; readonly rank: number };

type Question = { board: BoardState; filter: BoardFilter; relations: Relations; me: string | null };

const RANK: Record<Presence, number> = { free: 0, 'at-place': 1, talking: 2, away: 3 };
const compareLines = (a: Line, b: Line): number => a.rank - b.rank || compareNames(a, b);

/**
 * Who is shown, the free ones first, then by name. Made once for a filter; afterwards only who changed is looked at. A line stays where it
 * is as long as its person is shown: it must not move away under the thumb because its person began to talk.
 */
export class PeopleList {
  /** Another array whenever who is shown, or the order, is different. */
  lines: readonly Line[] = [];
  readonly filter: BoardFilter;
  private readonly board: BoardState;
  private readonly isShown: (person: BoardPerson) => boolean;
  /** By id; made when it is first needed, for a keystroke does not need it. */
  private byId: Map<string, Line> | null = null;
  private revision = -1;

  /** `before`: the list that was shown so far. Where it had the same filter, its people keep their places. */
  constructor({ board, filter, relations, me }: Question, before: PeopleList | null = null) {
    this.board = board;
    this.filter = filter;
    const lets = passes(filter, relations);
    this.isShown = (person) => board.isThere(person.id, me) && lets(person);
    this.lookAtAll(before?.filter === filter ? before.known() : null);
    if (before && isSame(before.lines, this.lines)) this.lines = before.lines;
  }

  readonly snapshot = (): readonly Line[] => this.lines;

  readonly subscribe = (listener: () => void): (() => void) => {
    // What happened between making the list and showing it was told to nobody.
    if (this.revision !== this.board.revision) this.lookAtAll(this.known());
    return this.board.subscribe((ids) => {
      if (this.lookAt(ids)) listener();
    });
  };

  private known(): Map<string, Line> {
    this.byId ??= new Map(this.lines.map((line) => [line.id, line]));
    return this.byId;
  }

  private lookAtAll(settled: ReadonlyMap<string, Line> | null): void {
    const ranks: Line[][] = [[], [], [], []];
    for (const id of this.board.byName) {
      const person = this.board.people.get(id);
      if (!person || !this.isShown(person)) continue;
      const line = settled?.get(id) ?? { id, name: person.name, rank: RANK[person.presence] };
      ranks[line.rank]?.push(line.name === person.name ? line : { ...line, name: person.name });
    }
    this.lines = ranks.flat();
    this.byId = null;
    this.revision = this.board.revision;
  }

  /** @returns whether the list is another one now */
  private lookAt(ids: ReadonlySet<string>): boolean {
    this.revision = this.board.revision;
    const known = this.known();
    const changes = [...ids].flatMap((id): { line: Line | undefined; next: Line | undefined }[] => {
      const line = known.get(id);
      const person = this.board.people.get(id);
      const shown = person && this.isShown(person) ? person : undefined;
      if (line?.name === shown?.name) return [];
      return [{ line, next: shown && { id, name: shown.name, rank: line?.rank ?? RANK[shown.presence] } }];
    });
    if (changes.length === 0) return false;
    const lines = [...this.lines];
    for (const { line, next } of changes) {
      if (line) lines.splice(lines.indexOf(line), 1);
      if (line) known.delete(line.id);
      if (next) lines.splice(placeIn(lines, next), 0, next);
      if (next) known.set(next.id, next);
    }
    this.lines = lines;
    return true;
  }
}

const placeIn = (lines: readonly Line[], line: Line): number =>
  nameIndex(lines.length, line, (at) => lines[at] ?? line, compareLines);

const isSame = (one: readonly Line[], other: readonly Line[]): boolean =>
  one.length === other.length && one.every((line, at) => line === other[at]);
