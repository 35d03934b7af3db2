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

/** In the order in which the filter offers them. */
export const GOAL_KINDS: readonly GoalKind[] = [
  'find-job',
  'hire',
  'clients',
  'partner',
  'investment',
  'advice',
  'friends',
  'language-exchange',
  'curious',
];

/** Whatever somebody wrote into the address, the board understands it or leaves it out. */
export const filterFrom = (params: URLSearchParams): BoardFilter => ({
  query: params.get('q') ?? '',
  goal: GOAL_KINDS.find((kind) => kind === params.get('goal')) ?? null,
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

const WORD = /[\p{L}\p{N}\p{M}\p{Extended_Pictographic}]+/gu;
const PIECE = /\p{Script=Han}+|[^\p{Script=Han}]+/gu;
const isHan = (text: string) => /\p{Script=Han}/u.test(text);

/** Words as the server folds search keys: half-width, lower case, without accents. */
export function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKC').toLowerCase().normalize('NFD');
  return (
    plain
      .replace(/[\u0300-\u036f'’‘`´ʼ]/gu, '')
      .normalize('NFC')
      .match(WORD) ?? []
  );
}

const keysOf = new WeakMap<BoardPerson, string>();

/** The server's keys (name, pinyin, initials, tags) and what the person says about themselves, folded once per person. */
function searchKeys(person: BoardPerson): string {
  const known = keysOf.get(person);
  if (known !== undefined) return known;
  const keys = wordsOf([person.search, person.headline, person.goal?.sentence ?? ''].join(' ')).join(' ');
  keysOf.set(person, keys);
  return keys;
}

/**
 * Each word of the query begins a word of the person's keys, or the query without its spaces does. Chinese may match inside, because
 * nobody types it with spaces.
 */
export function matches(person: BoardPerson, words: readonly string[]): boolean {
  const keys = ` ${searchKeys(person)}`;
  return keys.includes(` ${words.join('')}`) || words.every((word) => beginsWord(keys, word));
}

function beginsWord(keys: string, word: string): boolean {
  if (!isHan(word)) return keys.includes(` ${word}`);
  return (word.match(PIECE) ?? []).every((piece) => keys.includes(isHan(piece) ? piece : ` ${piece}`));
}

const byName = new Intl.Collator('zh-u-co-pinyin', { sensitivity: 'base' });
const PRESENCE_ORDER: Record<BoardPerson['presence'], number> = { free: 0, 'at-place': 1, talking: 2, away: 3 };

export type Presences = ReadonlyMap<string, BoardPerson['presence']>;

/** What orders the rows: see `visiblePeople`. */
export const presencesOf = (people: Iterable<BoardPerson>): Presences =>
  new Map(Array.from(people, ({ id, presence }) => [id, presence]));

/**
 * Who is shown, the free ones first. `me` is never on one's own board: nobody looks for themselves there. `settled` holds what
 * everybody did when the reader began to look: a row must not move away under the thumb because its person began to talk.
 */
export function visiblePeople(
  people: Iterable<BoardPerson>,
  filter: BoardFilter,
  relations: BoardRelations,
  me: string | null,
  settled: Presences = new Map(),
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
    if (!matches(person, words)) continue;
    shown.push(person);
  }
  const rank = ({ id, presence }: BoardPerson) => PRESENCE_ORDER[settled.get(id) ?? presence];
  return shown.sort((a, b) => rank(a) - rank(b) || byName.compare(a.name, b.name));
}

/** Languages that somebody here speaks, most frequent first. */
export function languagesOn(people: Iterable<BoardPerson>): string[] {
  const counts = new Map<string, number>();
  for (const { languages } of people)
    for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([language]) => language);
}
