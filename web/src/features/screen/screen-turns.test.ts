import { pagesOf, TURN_MS, turnAt } from './screen-turns.js';

const names = (count: number) => Array.from({ length: count }, (_, number) => `P${number}`);
const turns = (count: number, pages: { people: number; asks: number }) =>
  Array.from({ length: count }, (_, turn) => turnAt(turn * TURN_MS, pages)).map(({ show, page }) => `${show} ${page}`);

describe('turns of the wall', () => {
  it('fill the last page up from the first, and show nobody twice at once where there are few', () => {
    expect(pagesOf(names(6), 4)).toEqual([
      ['P0', 'P1', 'P2', 'P3'],
      ['P4', 'P5', 'P0', 'P1'],
    ]);
    expect(pagesOf(names(2), 4)).toEqual([['P0', 'P1']]);
    expect(pagesOf([], 4)).toEqual([]);
  });

  it('A1: come back to the asks after two pages of people, and reach everybody', () => {
    expect(turns(6, { people: 3, asks: 2 })).toEqual([
      'people 0',
      'people 1',
      'asks 0',
      'people 2',
      'people 0',
      'asks 1',
    ]);
    const seen = new Set(turns(120, { people: 40, asks: 6 }));
    expect(seen.size).toBe(46);
  });

  it('are people alone where nobody asks, and asks have their turn where nobody agreed to be shown', () => {
    expect(turns(3, { people: 2, asks: 0 })).toEqual(['people 0', 'people 1', 'people 0']);
    expect(turns(3, { people: 0, asks: 1 })).toEqual(['people 0', 'people 0', 'asks 0']);
  });
});
