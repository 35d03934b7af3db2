import type { BoardPerson } from '@teabreak/shared';
import { filterFrom, matches, NO_FILTER, paramsOf, presencesOf, visiblePeople, wordsOf } from './board-filter.js';

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

  it('B3: a row stays where it is while its person goes from free to talking', () => {
    const before = [person('a'), person('b')];
    const settled = presencesOf(before);
    const after = [person('a', { presence: 'away' }), person('b'), person('c', { presence: 'talking' })];
    expect(visiblePeople(after, NO_FILTER, {}, null, settled).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(visiblePeople(after, NO_FILTER, {}, null).map(({ id }) => id)).toEqual(['b', 'c', 'a']);
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
    const ids = (filter = NO_FILTER) => visiblePeople(people, filter, {}, 'me').map(({ id }) => id);
    expect(ids()).toEqual(['free', 'other', 'busy']);
    expect(ids({ ...NO_FILTER, goal: 'hire' })).toEqual(['free', 'busy']);
    expect(ids({ ...NO_FILTER, goal: 'hire', freeNow: true })).toEqual(['free']);
    expect(ids({ ...NO_FILTER, suggested: true })).toEqual([]);
  });

  it('I6: whoever is blocked either way is not on one’s board', () => {
    const gone = {
      common: [],
      suggested: false,
      met: false,
      iKnow: false,
      sharedAcquaintances: 0,
      gone: true as const,
    };
    expect(visiblePeople([person('a'), person('b')], NO_FILTER, { a: gone }, null).map(({ id }) => id)).toEqual(['b']);
  });

  it('keeps the filter in the address', () => {
    const filter = { ...NO_FILTER, query: '咖啡', goal: 'hire' as const, freeNow: true };
    expect(filterFrom(paramsOf(filter))).toEqual(filter);
  });
});
