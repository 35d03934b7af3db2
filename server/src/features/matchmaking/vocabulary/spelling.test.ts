import { Speller } from './spelling.js';

const known = [
  'photographer',
  'accountant',
  'recruiter',
  'hik',
  'hiking',
  'yoga',
  'marketing',
  'guitar',
  'dancer',
  'dance',
];
const speller = new Speller(new Map(known.map((word) => [word, 1])), ['dancers']);

describe('G1: slips in Latin words', () => {
  it.each([
    ['photograhper', 'photographer'],
    ['fotographer', 'photographer'],
    ['acountant', 'accountant'],
    ['accountent', 'accountant'],
    ['recuriter', 'recruiter'],
    ['marketng', 'marketing'],
    ['markeitng', 'marketing'],
    ['guitr', 'guitar'],
    ['giutar', 'guitar'],
    ['hikimg', 'hiking'],
  ])('%s is %s', (typed, meant) => {
    expect(speller.correct(typed)).toBe(meant);
  });

  it.each([
    ['hiding', 'a letter that is no likely slip'],
    ['yog', 'too short'],
    ['yogs', 'too short'],
    ['dancers', 'right as it is'],
    ['hiking', 'known'],
    ['dancee', 'as near to dance as to dancer'],
    ['marketplace', 'another word'],
    ['摄影师', 'not Latin'],
    ['', 'nothing'],
    ['x'.repeat(5000), 'no word'],
  ])('%s is left: %s', (typed) => {
    expect(speller.correct(typed)).toBeNull();
  });

  it('of two equally near words the clearly commoner one is meant', () => {
    const counted = new Speller(
      new Map([
        ['dance', 10],
        ['dancer', 2],
      ]),
      [],
    );
    expect(counted.correct('dancee')).toBe('dance');
  });
});
