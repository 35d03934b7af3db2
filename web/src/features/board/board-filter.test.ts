import type { BoardPerson } from '@teabreak/shared';
import { packBlock, unpackBlock } from '@teabreak/shared/board-pack';
import { filterFrom, NO_FILTER, paramsOf, type Relations } from './board-filter.js';
import { matches, paddedWords, searchKeys, wordsOf } from './board-search.js';
import { BoardState } from './board-state.js';
import { PeopleList } from './people-list.js';

const person = (id: string, rest: Partial<BoardPerson> = {}): BoardPerson => ({
  id,
  name: id,
  headline: '',
  goal: null,
  languages: [],
  presence: 'free',
  placeId: null,
  search: id,
  ...rest,
});

const boardOf = (people: BoardPerson[]) => new BoardState({ eventId: 'e', version: 1, people, at: 0 });
const ids = (people: BoardPerson[], filter = NO_FILTER, relations: Relations = {}, me: string | null = null) =>
  new PeopleList({ board: boardOf(people), filter, relations, me }).lines.map(({ id }) => id);

describe('board filter', () => {
  it.each([['李明'], ['liming'], ['lmh'], ['ＬＭＨ'], ['coffee'], ['minghui']])('B2: %s finds 李明辉', (query) => {
    const search = '李明辉 liminghui li ming hui minghui lmh coffee 咖啡';
    expect(matches(person('a', { search }), wordsOf(query))).toBe(true);
  });

  it.each([
    ['müller', 'Müller', 'jurgen muller jurgenmuller jm'],
    ['e-commerce', 'the tag e-commerce', '李明辉 e-commerce'],
    ['commerce', 'the second word of a tag', '李明辉 e-commerce'],
    ['li ming hui', 'pinyin with spaces', '李明辉 liminghui'],
    ['明辉小米', 'nothing that is not there', '李明辉 liminghui'],
  ])('B2: %s finds %s', (query, what, keys) => {
    expect(matches(person('a', { search: keys }), wordsOf(query))).toBe(!what.startsWith('nothing'));
  });

  it.each([
    ['O’Brien & Söhne — ＡＩ 产品'],
    ["It's e-commerce, 跨境电商。Plan B!"],
    ['李明辉 liminghui 咖啡☕ snake_case 3.5'],
  ])('folds plain text as it folds any other: %s', (text) => {
    expect(paddedWords(text)).toBe(` ${wordsOf(text).join(' ')}`);
  });

  it('leaves out a goal that nobody can have', () => {
    expect(filterFrom(new URLSearchParams('goal=world-domination&free=1'))).toEqual({ ...NO_FILTER, freeNow: true });
  });

  it('B2: finds people by what they do and what they came for', () => {
    const goal = { kind: 'partner' as const, seeks: [], offers: [], sentence: 'Building a Ceramics brand.' };
    const potter = person('a', { headline: 'Founder · 景德镇陶瓷', goal });
    expect(['ceram', '陶瓷', 'founder'].map((query) => matches(potter, wordsOf(query)))).toEqual([true, true, true]);
  });

  it('B2: Latin letters match beginnings, not middles', () => {
    expect(matches(person('a', { search: '李明辉 liminghui lmh' }), wordsOf('inghui'))).toBe(false);
  });

  it('B2: filters add up, the free come first, oneself is left out', () => {
    const people = [
      person('me'),
      person('busy', { presence: 'talking', goal: { kind: 'hire', seeks: [], offers: [], sentence: '' } }),
      person('free', { goal: { kind: 'hire', seeks: [], offers: [], sentence: '' } }),
      person('other'),
    ];
    const shown = (filter = NO_FILTER) => ids(people, filter, {}, 'me');
    expect(shown()).toEqual(['free', 'other', 'busy']);
    expect(shown({ ...NO_FILTER, goal: 'hire' })).toEqual(['free', 'busy']);
    expect(shown({ ...NO_FILTER, goal: 'hire', freeNow: true })).toEqual(['free']);
    expect(shown({ ...NO_FILTER, suggested: true })).toEqual([]);
  });

  it('B2: language, what we share, and who is suggested to me', () => {
    const none = { common: [], suggested: false, met: false, iKnow: false, sharedAcquaintances: 0 };
    const relations: Relations = {
      a: { ...none, suggested: true },
      b: { ...none, common: [{ kind: 'hometown', text: 'Leiden' }] },
      c: { ...none, sharedAcquaintances: 2 },
    };
    const people = [person('a', { languages: ['Dutch'] }), person('b'), person('c'), person('d')];
    expect(ids(people, { ...NO_FILTER, suggested: true }, relations)).toEqual(['a']);
    expect(ids(people, { ...NO_FILTER, inCommon: true }, relations)).toEqual(['b', 'c']);
    expect(ids(people, { ...NO_FILTER, language: 'Dutch' }, relations)).toEqual(['a']);
  });

  it('B2: a tag finds who seeks it and who offers it, however it is written', () => {
    const goal = { kind: 'advice' as const, seeks: [] as string[], offers: [] as string[], sentence: '' };
    const people = [
      person('seeks', { goal: { ...goal, seeks: ['Coffee'] } }),
      person('offers', { goal: { ...goal, offers: ['coffee'] } }),
      person('drinks', { search: 'coffee' }),
    ];
    expect(ids(people, { ...NO_FILTER, tag: 'coffee' })).toEqual(['seeks', 'offers']);
  });

  it.each([['李明辉'], ['lmh'], ['minghuili'], ['limh'], ['jia'], ['后端'], ['coffee'], ['kaolin'], ['luyun']])(
    'B2: %s finds a person of a packed board as well',
    (query) => {
      const goal = { kind: 'advice' as const, seeks: ['Coffee'], offers: [], sentence: 'Kaolin.' };
      const id = '00000000-0000-4000-8000-000000000000';
      const people = [
        person(id, { name: '李明辉', goal }),
        person(id, { name: '吕云' }),
        person(id, { name: '贾後端' }),
      ];
      const search: Record<string, string> = { 李明辉: 'li,ming hui|', 吕云: 'lv,yun|', 贾後端: 'jia,hou duan|贾后端' };
      const packed = packBlock(people, ({ name }) => search[name] ?? '');
      const found = unpackBlock(JSON.parse(JSON.stringify(packed))).filter((one) => matches(one, wordsOf(query)));
      expect(found).toHaveLength(1);
      expect(searchKeys(found[0] as BoardPerson)).not.toMatch(/[|,]/u);
    },
  );

  it('keeps the filter in the address', () => {
    const filter = { ...NO_FILTER, query: '咖啡', goal: 'hire' as const, tag: 'e-commerce', freeNow: true };
    expect(filterFrom(paramsOf(filter))).toEqual(filter);
  });
});
