import { numbered } from './table-numbers.js';

const sat = new Map([
  ['a', 1],
  ['b', 1],
  ['c', 2],
  ['d', 2],
  ['e', 3],
  ['f', 3],
]);

it('R4: a held table keeps its number, and one of every other table stays seated', () => {
  const tables = numbered(
    new Map([[2, ['c', 'd']]]),
    [
      ['a', 'e'],
      ['b', 'f'],
    ],
    sat,
  );
  expect(Object.fromEntries(tables)).toEqual({ 1: ['a', 'e'], 2: ['c', 'd'], 3: ['b', 'f'] });
});

it('who is new gets a free table, and the order of weight is in no number', () => {
  const first = numbered(
    new Map(),
    [
      ['y', 'z'],
      ['w', 'x'],
    ],
    new Map(),
  );
  expect(Object.fromEntries(first)).toEqual({ 1: ['w', 'x'], 2: ['y', 'z'] });
});

it('fewer tables than before are numbered from one', () => {
  const tables = numbered(new Map(), [['e', 'f']], sat);
  expect(Object.fromEntries(tables)).toEqual({ 1: ['e', 'f'] });
});
