import { filterFrom, isFiltered, NO_FILTER, paramsOf } from './ask-filter.js';

const read = (address: string) => filterFrom(new URLSearchParams(address));

it('A1: a filter in the address comes back as it was', () => {
  const filter = { query: '会计', kind: 'offer', state: 'answered', mine: true, tag: 'a&b' } as const;
  expect(filterFrom(paramsOf(filter))).toEqual(filter);
  expect(`${paramsOf(NO_FILTER)}`).toBe('');
  expect(isFiltered(read(''))).toBe(false);
});

it('whatever somebody writes into the address is understood or left out', () => {
  expect(read('kind=demand&state=__proto__&other=1')).toEqual(NO_FILTER);
  expect(read(`q=${'x'.repeat(500)}`).query).toHaveLength(60);
});
