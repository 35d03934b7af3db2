import type { BoardPerson, BoardRelation, GoalKind } from '@teabreak/shared';
import { GOAL_KINDS } from '@teabreak/shared/goal-kinds';
import { matches, wordsOf } from './board-search.js';

/** B2. Lives in the address, so that "back" brings the same view. */
export type BoardFilter = {
  query: string;
  goal: GoalKind | null;
  /** What somebody seeks or offers, as `tagKey` writes it. */
  tag: string | null;
  language: string | null;
  freeNow: boolean;
  inCommon: boolean;
  suggested: boolean;
};

export const NO_FILTER: BoardFilter = {
  query: '',
  goal: null,
  tag: null,
  language: null,
  freeNow: false,
  inCommon: false,
  suggested: false,
};

/** Whatever somebody wrote into the address, the board understands it or leaves it out. */
export const filterFrom = (params: URLSearchParams): BoardFilter => ({
  query: params.get('q') ?? '',
  goal: GOAL_KINDS.find((kind) => kind === params.get('goal')) ?? null,
  tag: params.get('tag'),
  language: params.get('speaks'),
  freeNow: params.has('free'),
  inCommon: params.has('common'),
  suggested: params.has('mine'),
});

export function paramsOf(filter: BoardFilter): URLSearchParams {
  const params = new URLSearchParams();
  if (filter.query) params.set('q', filter.query);
  if (filter.goal) params.set('goal', filter.goal);
  if (filter.tag) params.set('tag', filter.tag);
  if (filter.language) params.set('speaks', filter.language);
  if (filter.freeNow) params.set('free', '1');
  if (filter.inCommon) params.set('common', '1');
  if (filter.suggested) params.set('mine', '1');
  return params;
}

/** Coffee and coffee are one tag. */
export const tagKey = (tag: string): string => tag.toLowerCase();
const tagsOf = ({ goal }: BoardPerson): string[] => (goal ? [...goal.seeks, ...goal.offers] : []);

/** What people are to me, by id. */
export type Relations = Readonly<Record<string, BoardRelation>>;

/** Whether only what people are to me decides who is shown: as long as that has not come, nothing can be said. */
export const asksRelations = ({ inCommon, suggested }: BoardFilter): boolean => inCommon || suggested;

/** Whether the filter lets somebody through. Folds the query once, for all people it is asked about. */
export function passes(filter: BoardFilter, relations: Relations): (person: BoardPerson) => boolean {
  const words = wordsOf(filter.query);
  const { goal, tag, language, freeNow, inCommon, suggested } = filter;
  return (person) => {
    const relation = relations[person.id];
    if (freeNow && person.presence !== 'free') return false;
    if (goal && person.goal?.kind !== goal) return false;
    if (tag && !tagsOf(person).some((one) => tagKey(one) === tag)) return false;
    if (language && !person.languages.includes(language)) return false;
    if (inCommon && !relation?.common.length && !relation?.sharedAcquaintances) return false;
    if (suggested && !relation?.suggested) return false;
    return matches(person, words);
  };
}
