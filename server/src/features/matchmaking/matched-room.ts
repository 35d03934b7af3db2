import { createHash } from 'node:crypto';
import type { MatchSuggestion } from './candidates.js';
import type { RoomFacts, RoomPerson } from './matchmaking.repository.js';
import { suggestForAll } from './suggest.js';

/** An event's suggestions as of the facts they were computed from. */
export interface MatchedRoom {
  fingerprint: string;
  people: ReadonlyMap<string, RoomPerson>;
  lists: ReadonlyMap<string, readonly MatchSuggestion[]>;
}

/** Changes with everything that has an influence on the lists; presence on the board and headlines have none. */
export function fingerprintOf({ people, excluded, circle }: RoomFacts): string {
  const relevant = people.map(({ id, checkedIn, goal, commons }) => [id, checkedIn, goal, commons]);
  return createHash('sha1')
    .update(JSON.stringify([relevant, excluded, circle]))
    .digest('base64');
}

/**
 * Computes everybody's list anew (M1–M7, M9). `before` is reused where nothing of influence has changed, with the people as
 * they are now.
 */
export function matchRoom(facts: RoomFacts, before: MatchedRoom | undefined): MatchedRoom {
  const fingerprint = fingerprintOf(facts);
  const people = new Map(facts.people.map((person) => [person.id, person]));
  if (before?.fingerprint === fingerprint) return { ...before, people };
  const present = facts.people.filter(({ checkedIn }) => checkedIn).map(({ id }) => id);
  // Who has said nothing about what they came for cannot be matched, and would only stand on lists as filler (M3).
  const withGoal = facts.people.filter(({ goal }) => goal !== null);
  const lists = suggestForAll(withGoal, { excluded: facts.excluded, circle: facts.circle, present });
  return { fingerprint, people, lists };
}

/** Whose list differs: who stands on it, in which order, and why. */
export function changedLists(before: MatchedRoom | undefined, after: MatchedRoom): string[] {
  if (before === undefined || before.fingerprint === after.fingerprint) return [];
  const ids = new Set([...before.lists.keys(), ...after.lists.keys()]);
  return [...ids].filter((id) => JSON.stringify(before.lists.get(id)) !== JSON.stringify(after.lists.get(id)));
}
