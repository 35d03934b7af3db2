import type { ClosePair } from './engine/close-texts.js';
import type { EngineChange } from './engine/match-engine.js';
import type { Pair, RoomFacts, RoomPerson } from './matchmaking.repository.js';
import type { MatchPerson } from './profile.js';

/** `closeTexts` is another array whenever its content is another. */
export type MatchFacts = RoomFacts & { closeTexts: readonly ClosePair[] };

const RELATIONS = ['excluded', 'circle', 'unnamed', 'putAside', 'liked'] as const;

/** What has influence on somebody's lists; names, headlines and presence on the board have none. */
function influence({ goal, commons }: RoomPerson): string {
  return JSON.stringify([goal, commons]);
}

/**
 * What is different between two readings of a room, as the engine takes it; null where nothing of influence is. Who has said nothing about
 * what they came for cannot be matched, and would only stand on lists as filler (M3): they only introduce.
 */
export function changeBetween(before: MatchFacts | null, after: MatchFacts): EngineChange | null {
  const known = new Map(before?.people.map((person) => [person.id, person]));
  const people: MatchPerson[] = [];
  const here: [string, boolean][] = [];
  const gone: string[] = [];
  for (const person of after.people) {
    const was = known.get(person.id);
    known.delete(person.id);
    if ((was?.checkedIn ?? false) !== person.checkedIn) here.push([person.id, person.checkedIn]);
    if (was !== undefined && influence(was) === influence(person)) continue;
    const { id, goal, commons } = person;
    if (goal !== null) people.push({ id, goal, commons });
    else if (was?.goal) gone.push(id);
  }
  for (const { id, checkedIn } of known.values()) {
    gone.push(id);
    if (checkedIn) here.push([id, false]);
  }
  const relations = RELATIONS.filter((name) => !samePairs(before?.[name] ?? [], after[name]));
  const settings = JSON.stringify(before?.settings) !== JSON.stringify(after.settings);
  const closeTexts = before === null ? after.closeTexts.length > 0 : before.closeTexts !== after.closeTexts;
  const changes = people.length + here.length + gone.length + relations.length;
  if (before !== null && changes === 0 && !settings && !closeTexts) return null;
  return {
    people,
    gone,
    here,
    ...Object.fromEntries(relations.map((name) => [name, after[name]])),
    ...(settings ? { settings: after.settings } : {}),
    ...(closeTexts ? { closeTexts: after.closeTexts } : {}),
  };
}

function samePairs(one: readonly Pair[], other: readonly Pair[]): boolean {
  return one.length === other.length && one.every(([a, b], at) => a === other[at]?.[0] && b === other[at]?.[1]);
}
