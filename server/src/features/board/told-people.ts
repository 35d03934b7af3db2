import type { BoardChange, BoardPerson } from '@teabreak/shared';
import { sameLook } from './board-person.js';
import { lastPerPerson } from './last-per-person.js';

/** `moved`: of whom nothing else has changed. Nobody is in both. */
export interface Told {
  changes: BoardChange[];
  moved: BoardPerson[];
}

/**
 * What earlier batches have told of people, but where they are. Most of what happens in a break is that somebody begins or
 * ends a talk; a batch then needs not tell again who that is, and is a twentieth as long.
 */
export class ToldPeople {
  private readonly known = new Map<string, BoardPerson>();

  /**
   * A batch to be sent. `changes` has every version since the batch before. A person is told by where they are only if they
   * looked the same all the time since: a phone may be anywhere in between.
   */
  shorten(changes: readonly BoardChange[]): Told {
    const changed = new Set<string>();
    for (const change of changes) {
      if (change.kind === 'removed') {
        this.known.delete(change.id);
        changed.add(change.id);
        continue;
      }
      const { person } = change;
      const before = this.known.get(person.id);
      this.known.set(person.id, person);
      if (before === undefined || !sameLook(before, person)) changed.add(person.id);
    }
    const last = lastPerPerson(changes);
    const moved = last.flatMap((change) =>
      change.kind === 'put' && !changed.has(change.person.id) ? [change.person] : [],
    );
    return {
      changes: last.filter((change) => changed.has(change.kind === 'put' ? change.person.id : change.id)),
      moved,
    };
  }

  /** Call it where versions were left out. */
  forget(): void {
    this.known.clear();
  }
}
