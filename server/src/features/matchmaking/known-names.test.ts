import { KnownNames } from './known-names.js';

const read = (text: string) => new KnownNames('names.txt', text, { fold: (name) => name.toLowerCase() });

const PLACES = `# a comment
Germany = Deutschland
  Berlin; Hamburg = HH
United States = USA
  New York State
    Hamburg = Hamburg NY

- nowhere, everywhere
? Hamburg = Germany/Hamburg; New York State/Hamburg | the one in Germany is larger
`;

describe('a file of names', () => {
  it('gives one thing under all its names, and what it lies in', () => {
    const known = read(PLACES);
    expect(known.find('hh').map(({ name, within }) => [name, within?.name])).toEqual([['Hamburg', 'Germany']]);
    expect(known.find('DEUTSCHLAND')).toEqual(known.find('Germany'));
    expect(known.find('Bonn')).toEqual([]);
    expect(known.isNobodys('Nowhere')).toBe(true);
    expect(known.isNobodys('Berlin')).toBe(false);
  });

  it('gives what is meant first, and every thing an id of its own', () => {
    const found = read(PLACES).find('Hamburg');
    expect(found.map(({ within }) => within?.name)).toEqual(['Germany', 'New York State']);
    expect(new Set(found.map(({ id }) => id)).size).toBe(2);
  });

  it('takes a further name only where it is free and means one thing', () => {
    const known = read('Boston University\nBoston College\nYale University = Yale');
    const thing = (name: string) => known.find(name)[0] as NonNullable<ReturnType<typeof known.find>[0]>;
    known.addWhereFree([
      ['boston', thing('boston university')],
      ['boston', thing('boston college')],
      ['new haven', thing('yale')],
      ['yale', thing('boston college')],
    ]);
    expect(known.find('Boston')).toEqual([]);
    expect(known.find('New Haven')[0]?.name).toBe('Yale University');
    expect(known.find('Yale')[0]?.name).toBe('Yale University');
  });

  it.each([
    [
      'two things of one name',
      'A = X\nB = X',
      'names.txt: "x" is A (line 1) and B (line 2); a line "? x = …" must say',
    ],
    ['an unknown thing', 'A = X\n? X = A; C | why', 'names.txt:2: "C" names 0 things'],
    ['a note that forgets one', 'A = X\nB = X\nC\n? X = A; C | why', 'names.txt:4: "X" is a name of B too'],
    ['a note without need', 'A = X\n? X = A | why', 'names.txt:2: "X" has one meaning only'],
    ['a note without reason', 'A = X\nB = X\n? X = A; B', 'names.txt:3: expected "? NAME'],
    ['an odd indentation', 'A\n B', 'names.txt:2: two spaces are one level'],
    ['what lies in several', 'A; B\n  C', 'names.txt:2: what is deeper must lie in'],
    ['a line with two signs', 'A = B = C', 'names.txt:1: cannot read "A = B = C"'],
    ['a thing without name', 'A; = B', 'names.txt:1: cannot read "= B"'],
  ])('says where it cannot be read: %s', (_, text, message) => {
    expect(() => read(text)).toThrow(message);
  });
});
