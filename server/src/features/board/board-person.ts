import type { BoardPerson, GoalKind, Presence } from '@teabreak/shared';
import { foldLatin } from '../../common/text-fold.js';

/** What the database says of a person whom the board shows. */
export interface BoardFacts {
  id: string;
  name: string;
  headline: string;
  presence: Presence;
  placeId: string | null;
  searchKeys: string;
  /** Languages that are visible to everyone (G3). */
  languages: string[];
  goalKind: GoalKind | null;
  seeks: string[] | null;
  offers: string[] | null;
  sentence: string | null;
}

/** The person as everybody on the board sees them. The same facts always make the same person. */
export function boardPerson(facts: BoardFacts): BoardPerson {
  const { id, name, headline, presence, placeId, languages, goalKind, seeks, offers, sentence } = facts;
  const goal = goalKind && { kind: goalKind, seeks: seeks ?? [], offers: offers ?? [], sentence: sentence ?? '' };
  const tags = [...(seeks ?? []), ...(offers ?? [])].map(foldLatin);
  return { id, name, headline, goal, languages, presence, placeId, search: [facts.searchKeys, ...tags].join(' ') };
}

/** Whether the board shows the same of both but where they are. */
export function sameLook(one: BoardPerson, other: BoardPerson): boolean {
  return (
    one.name === other.name &&
    one.headline === other.headline &&
    one.search === other.search &&
    one.goal?.kind === other.goal?.kind &&
    one.goal?.sentence === other.goal?.sentence &&
    isSame(one.goal?.seeks, other.goal?.seeks) &&
    isSame(one.goal?.offers, other.goal?.offers) &&
    isSame(one.languages, other.languages)
  );
}

function isSame(one: readonly string[] = [], other: readonly string[] = []): boolean {
  return one.length === other.length && one.every((text, at) => text === other[at]);
}
