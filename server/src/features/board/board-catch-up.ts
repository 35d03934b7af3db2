import { Injectable } from '@nestjs/common';
import type { BoardNews } from '@teabreak/shared';
import { SharedLookup } from '../../database/shared-lookup.js';
import { BoardRepository } from './board.repository.js';
import { lastPerPerson } from './last-per-person.js';
import { lookOf, moved } from './told-people.js';

interface Place {
  eventId: string;
  since: number;
}
/** `changes` is null when the log no longer reaches back to where the reader is. */
interface CatchUp {
  version: number;
  changes: BoardNews[] | null;
}

/**
 * What a reader missed who knows the board as of `since`. When a room's network comes back, very many ask for the same: whoever
 * asks at the same moment shares the answer.
 */
@Injectable()
export class BoardCatchUp {
  private readonly asked = new SharedLookup<Place, CatchUp>(nameOf, async (places) => {
    const found = await Promise.all(places.map(async (place) => [nameOf(place), await this.read(place)] as const));
    return new Map(found.flatMap(([name, catchUp]) => (catchUp ? [[name, catchUp] as const] : [])));
  });

  constructor(private readonly repository: BoardRepository) {}

  /** null: there is no such event. */
  since(eventId: string, since: number): Promise<CatchUp | null> {
    return this.asked.get({ eventId, since });
  }

  /** Who looks as at `since` is told by where they are only; the log knows it of those who changed lately. */
  private async read({ eventId, since }: Place): Promise<CatchUp | null> {
    const logged = await this.repository.changes(eventId, since);
    if (!logged?.changes) return logged && { version: logged.version, changes: null };
    const latest = lastPerPerson(logged.changes);
    const ids = latest.flatMap((change) => (change.kind === 'put' ? change.person.id : []));
    const known = ids.length > 0 ? await this.repository.peopleAt(eventId, since, ids) : new Map();
    const changes = latest.map((change) => {
      const before = change.kind === 'put' && known.get(change.person.id);
      return before && lookOf(before) === lookOf(change.person) ? moved(change) : change;
    });
    return { version: logged.version, changes };
  }
}

function nameOf({ eventId, since }: Place): string {
  return `${eventId.toLowerCase()} ${since}`;
}
