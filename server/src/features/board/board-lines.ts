import { type BoardPerson, packBlock, spelledWords } from '@teabreak/shared';
import { nameSpelling } from '../../common/name-search.js';
import type { Shown } from './board-replica.js';

/** A phone reads so many in a few milliseconds, and answers its person's fingers in between. */
const BLOCK = 250;
/** As long as a person looks the same they are searched by the same. */
const searched = new WeakMap<BoardPerson, string>();

/** `BoardBlock`s, a line each. */
export function packedPeople(people: readonly Shown[]): string[] {
  const lines: string[] = [];
  for (let from = 0; from < people.length; from += BLOCK) {
    const some = people.slice(from, from + BLOCK);
    const sortKeys = new Map(some.map(({ person, sortKey }) => [person, sortKey]));
    lines.push(
      JSON.stringify(
        packBlock(
          some.map(({ person }) => person),
          (person) => searchOf(person, sortKeys.get(person)),
        ),
      ),
    );
  }
  return lines;
}

/** What the phone finds by itself is left out: the name as it is written and, where Chinese, spelled; and what they seek and offer. */
function searchOf(person: BoardPerson, sortKey = ''): string {
  const known = searched.get(person);
  if (known !== undefined) return known;
  const spelled = nameSpelling(person.name, sortKey);
  const tags = [...(person.goal?.seeks ?? []), ...(person.goal?.offers ?? [])];
  const found = new Set([...[person.name, ...tags].join(' ').toLowerCase().split(' '), ...spelledWords(spelled)]);
  const others = new Set(person.search.split(' ').filter((word) => !found.has(word)));
  const search = spelled === '' && others.size === 0 ? '' : `${spelled}|${[...others].join(' ')}`;
  searched.set(person, search);
  return search;
}
