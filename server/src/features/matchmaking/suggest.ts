import type { GoalKind } from '@teabreak/shared';
import { LIMITS } from '@teabreak/shared/limits';
import { allocate, byScore, Lists } from './allocation.js';
import { Candidates, type Direction, type MatchOptions, type MatchSuggestion, type Option } from './candidates.js';
import type { MatchPerson } from './profile.js';

/** How many of a list may only be helped, or only be shared with: the rest is for what one came for. */
const QUOTA: Partial<Record<Direction, number>> = { 'you-can-help': 1, common: 2 };
/** Who came for company is glad of anybody who shares something. */
const OPEN_TO_ALL: ReadonlySet<GoalKind | null> = new Set<GoalKind | null>(['friends', 'curious']);

/** How deep into what is left it pays to look: lists are short and exposure is spread. */
const FAR_ENOUGH = 40;

type Options = ReadonlyMap<string, readonly Option[]>;

/**
 * Suggestions for everybody in a room (M1–M7, M9): best first, at most `limit`, nobody on more than `exposure` lists.
 * Hidden, cancelled and unconsenting people are not passed in. The order of the input makes no difference.
 */
export function suggestForAll(
  people: readonly MatchPerson[],
  options: MatchOptions = {},
): Map<string, MatchSuggestion[]> {
  const quotas = { list: options.limit ?? LIMITS.suggestions, exposure: options.exposure ?? LIMITS.exposure };
  const candidates = new Candidates(people, options);
  const all = candidates.options();
  const helpful = new Map(
    [...all].map(([id, found]) => [id, found.filter(({ direction }) => QUOTA[direction] === undefined)]),
  );
  const lists = new Lists(allocate(helpful, quotas), quotas);
  const open = new Set(people.filter(({ goal }) => goal === null || OPEN_TO_ALL.has(goal.kind)).map(({ id }) => id));
  fillUp(lists, all, open);
  showEverybody(lists, all);
  serveEverybody(lists, all);
  bridge(lists, all);
  return new Map([...all.keys()].map((id) => [id, lists.of(id).map((option) => candidates.explain(option))]));
}

/** Room that is left goes to people one can only help, or only has something in common with, within their quota. */
function fillUp(lists: Lists<Option>, candidates: Options, open: ReadonlySet<string>): void {
  const wishes = [...candidates].flatMap(([asker, all]) =>
    all
      .filter(({ direction }) => QUOTA[direction] !== undefined)
      .slice(0, FAR_ENOUGH)
      .map((wish) => ({ asker, wish })),
  );
  wishes.sort((a, b) => byScore(a.wish, b.wish) || a.wish.reader - b.wish.reader);
  const used = new Map<string, number>();
  for (const { asker, wish } of wishes) {
    const key = `${asker} ${wish.direction}`;
    const quota = open.has(asker) ? Number.POSITIVE_INFINITY : (QUOTA[wish.direction] ?? 0);
    if (lists.isFull(asker) || !lists.isFree(wish.personId) || (used.get(key) ?? 0) >= quota) continue;
    lists.add(asker, wish);
    used.set(key, (used.get(key) ?? 0) + 1);
  }
}

/** M7: whoever fits anybody is on a list, if need be in the place of somebody who is on others too. */
function showEverybody(lists: Lists<Option>, candidates: Options): void {
  const readers = new Map<string, { reader: string; entry: Option }[]>();
  for (const id of candidates.keys()) if (lists.exposureOf(id) === 0) readers.set(id, []);
  for (const [reader, all] of candidates) {
    for (const entry of readers.size > 0 ? all : []) readers.get(entry.personId)?.push({ reader, entry });
  }
  for (const [, fitting] of readers) {
    fitting.sort((a, b) => b.entry.score - a.entry.score || a.entry.reader - b.entry.reader);
    for (const { reader, entry } of fitting) if (place(lists, reader, entry)) break;
  }
}

/** Whoever has candidates at all gets one, from somebody who has several. */
function serveEverybody(lists: Lists<Option>, candidates: Options): void {
  for (const [person, all] of candidates) {
    if (lists.of(person).length > 0) continue;
    for (const wish of all) {
      if (!lists.isFree(wish.personId))
        release(lists, candidates, wish.personId, (reader) => lists.of(reader).length > 1);
      if (!lists.isFree(wish.personId)) continue;
      lists.add(person, wish);
      break;
    }
  }
}

/** M4: a way out of the bubble for everybody who has none on the list yet. */
function bridge(lists: Lists<Option>, candidates: Options): void {
  const outside = new Map(
    [...candidates].map(([person, all]) => [
      person,
      new Set(all.filter((entry) => entry.bridge).map(({ personId }) => personId)),
    ]),
  );
  const ways = (person: string) => lists.of(person).filter(({ personId }) => outside.get(person)?.has(personId)).length;
  const spares = (reader: string, personId: string) => !outside.get(reader)?.has(personId) || ways(reader) > 1;
  for (const [person, all] of candidates) {
    if (ways(person) > 0) continue;
    for (const entry of all.filter((candidate) => candidate.bridge)) {
      const { personId } = entry;
      if (!lists.isFree(personId)) {
        release(lists, candidates, personId, (reader) => lists.of(reader).length > 1 && spares(reader, personId));
      }
      if (place(lists, person, entry)) break;
    }
  }
}

/** Takes somebody off the list that can spare them best: where they stand last among those `canSpare` allows. */
function release(
  lists: Lists<Option>,
  candidates: Options,
  personId: string,
  canSpare: (reader: string) => boolean,
): void {
  const holders = [...candidates.keys()].filter((reader) => lists.has(reader, personId) && canSpare(reader));
  const standing = (reader: string) => lists.of(reader).findIndex((entry) => entry.personId === personId);
  const spare = holders.sort((a, b) => standing(b) - standing(a) || (a < b ? -1 : 1))[0];
  if (spare !== undefined) lists.remove(spare, personId);
}

/** Puts an entry on a list, in the place of the last one who is on another list too. False where that is not possible. */
function place(lists: Lists<Option>, reader: string, entry: Option): boolean {
  if (!lists.isFree(entry.personId)) return false;
  if (lists.isFull(reader)) {
    const last = lists.of(reader).findLast(({ personId }) => lists.exposureOf(personId) > 1);
    if (last === undefined) return false;
    lists.remove(reader, last.personId);
  }
  lists.add(reader, entry);
  return true;
}
