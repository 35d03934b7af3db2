import type { BoardPerson, BoardRelations, GoalKind } from '@teabreak/shared';

/** B2. Lives in the address, so that "back" brings the same view. */
export type BoardFilter = {
  query: string;
  goal: GoalKind | null;
  language: string | null;
  freeNow: boolean;
  inCommon: boolean;
  suggested: boolean;
};

export const NO_FILTER: BoardFilter = {
  query: '',
  goal: null,
  language: null,
  freeNow: false,
  inCommon: false,
  suggested: false,
};

export const filterFrom = (params: URLSearchParams): BoardFilter => ({
  query: params.get('q') ?? '',
  goal: params.get('goal') as GoalKind | null,
  language: params.get('speaks'),
  freeNow: params.has('free'),
  inCommon: params.has('common'),
  suggested: params.has('mine'),
});

export function paramsOf(filter: BoardFilter): URLSearchParams {
  const params = new URLSearchParams();
  if (filter.query) params.set('q', filter.query);
  if (filter.goal) params.set('goal', filter.goal);
  if (filter.language) params.set('speaks', filter.language);
  if (filter.freeNow) params.set('free', '1');
  if (filter.inCommon) params.set('common', '1');
  if (filter.suggested) params.set('mine', '1');
  return params;
}

/**
 * Words of a query as the server folds search keys: half-width, lower case. Latin words match the beginning of a key's word (pinyin,
 * initials, tag), anything with Chinese in it matches anywhere.
 */
export function wordsOf(query: string): string[] {
  return query.normalize('NFKC').toLowerCase().split(/\s+/u).filter(Boolean);
}

export function matches(search: string, words: readonly string[]): boolean {
  return words.every((word) =>
    /\p{Script=Han}/u.test(word) ? search.includes(word) : ` ${search}`.includes(` ${word}`),
  );
}

const byName = new Intl.Collator('zh-u-co-pinyin', { sensitivity: 'base' });
const PRESENCE_ORDER: Record<BoardPerson['presence'], number> = { free: 0, 'at-place': 1, talking: 2, away: 3 };

/** Who is shown, the free ones first. `me` is never on one's own board: nobody looks for themselves there. */
export function visiblePeople(
  people: Iterable<BoardPerson>,
  filter: BoardFilter,
  relations: BoardRelations,
  me: string | null,
): BoardPerson[] {
  const words = wordsOf(filter.query);
  const shown: BoardPerson[] = [];
  for (const person of people) {
    if (person.id === me || relations[person.id]?.gone) continue;
    if (filter.freeNow && person.presence !== 'free') continue;
    if (filter.goal && person.goal?.kind !== filter.goal) continue;
    if (filter.language && !person.languages.includes(filter.language)) continue;
    if (filter.inCommon && !relations[person.id]?.common.length && !relations[person.id]?.sharedAcquaintances) continue;
    if (filter.suggested && !relations[person.id]?.suggested) continue;
    if (!matches(person.search, words)) continue;
    shown.push(person);
  }
  return shown.sort(
    (a, b) => PRESENCE_ORDER[a.presence] - PRESENCE_ORDER[b.presence] || byName.compare(a.name, b.name),
  );
}

/** Languages that somebody here speaks, most frequent first. */
export function languagesOn(people: Iterable<BoardPerson>): string[] {
  const counts = new Map<string, number>();
  for (const { languages } of people)
    for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([language]) => language);
}
