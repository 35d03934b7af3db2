import { checkConcepts } from './checked-concepts.js';
import { parseAmbiguous, parseConcepts } from './concept-file.js';
import { loadConcepts, readVocabularyFiles } from './load-concepts.js';

const GOOD = `
# Craft
software = 0.6
  en: software, programmer
backend < software ~ devops:0.5 > tech-lead:0.8
  en: backend, back-end engineer
  zh: 后端、服务端开发
  note: and everything behind the page
devops
  en: devops
tech-lead
  en: tech lead
?job
  en: job
`;

describe('G1: a data file is read', () => {
  it('with broader, related and answered concepts, forms of both languages and the mark of what is general', () => {
    const { concepts, problems } = parseConcepts('craft.txt', GOOD);
    expect(problems).toEqual([]);
    expect(concepts.map(({ id, general }) => [id, general])).toEqual([
      ['software', false],
      ['backend', false],
      ['devops', false],
      ['tech-lead', false],
      ['job', true],
    ]);
    expect(concepts[1]).toMatchObject({
      file: 'craft.txt',
      line: 5,
      broader: ['software'],
      related: [{ to: 'devops', weight: 0.5 }],
      answered: [{ to: 'tech-lead', weight: 0.8 }],
    });
    expect(concepts.map(({ kinds }) => kinds)).toEqual([0.6, null, null, null, null]);
    expect(concepts[1]?.forms.map(({ text, line }) => [text, line])).toEqual([
      ['backend', 6],
      ['back-end engineer', 6],
      ['后端', 7],
      ['服务端开发', 7],
    ]);
  });

  it('an ambiguous form means several concepts', () => {
    const files = new Map([
      ['a.txt', 'product-management\n  en: PM, product manager\nproject-management\n  en: PM, project manager\n'],
      ['ambiguous.txt', 'PM = product-management 0.8, project-management 0.7 | both call themselves PM\n'],
    ]);
    expect(loadConcepts(files).meanings.get('pm')).toEqual([
      { to: 'product-management', weight: 0.8 },
      { to: 'project-management', weight: 0.7 },
    ]);
  });
});

describe('G1: errors in the files stop the start, all at once, with their place and what to do', () => {
  it.each([
    ['a\n  en: one\na\n  en: two', 'x.txt:3  a stands twice, first in x.txt:1 — join the two.'],
    ['a ~ nowhere:0.5\n  en: one', 'x.txt:1  a names nowhere, which is not there — correct the name.'],
    ['a < nowhere\n  en: one', 'x.txt:1  a names nowhere, which is not there'],
    ['a ~ a:0.5\n  en: one', 'x.txt:1  a answers itself'],
    ['a < b ~ b:0.5\n  en: one\nb\n  en: two', 'x.txt:1  a is linked to b twice'],
    ['a < b\n  en: one\nb < c\n  en: two\nc < a\n  en: three', 'x.txt:1  a < b < c < a goes in a circle'],
    ['a ~ b\n  en: one\nb\n  en: two', '"b" has no weight above 0 and up to 1 — write b:0.5.'],
    ['a ~ b:1.5\n  en: one\nb\n  en: two', '"b:1.5" has no weight above 0 and up to 1'],
    ['a ~ b:0\n  en: one\nb\n  en: two', '"b:0" has no weight above 0 and up to 1'],
    ['a b\n  en: one', '"b" follows a without a sign — put <, ~, > or = before it.'],
    ['a = 1\n  en: one', 'x.txt:1  "= 1" is no weight from 0 up to 1 — write = 0.6.'],
    ['a = 0.5 0.6\n  en: one', '"= 0.5 0.6" is no weight from 0 up to 1'],
    ['A+\n  en: one', '"A+" is no name of a concept'],
    ['  en: one', 'x.txt:1  en: before any concept'],
    ['a\n  fr: un', 'x.txt:2  "fr: un" is neither a concept nor en:, zh: or note:'],
    ['a', 'x.txt:1  a has no form'],
    ['a\n  en: one,, two', 'x.txt:2  the form "" says nothing'],
    ['a\n  zh: ——', 'x.txt:2  the form "——" says nothing'],
    [`a\n  en: ${'very '.repeat(12)}long`, 'is too long'],
    ['a\n  en: one\nb\n  en: One', 'x.txt:4  "One" of b stands for a (x.txt:2) already — keep it in one of them'],
    ['a\n  en: back-end\nb\n  en: backend', '"backend" of b stands for a (x.txt:2) already'],
  ])('%j: %s', (text, message) => {
    expect(() => loadConcepts(new Map([['x.txt', text]]))).toThrow(message);
  });

  it.each([
    ['one = a 0.5', 'ambiguous.txt:1  cannot read "one = a 0.5"'],
    ['one = a 0.5 | why', 'ambiguous.txt:1  "one" means fewer than two concepts'],
    ['one = a 0.5, c 0.5 | why', 'ambiguous.txt:1  "one" names c, which is not there'],
    ['one = a 0.5, b 2 | why', '"b:2" has no weight above 0 and up to 1'],
    ['three = a 0.5, b 0.5 | why', 'ambiguous.txt:1  no concept has the form "three"'],
    ['one = a 0.5, b 0.5 | why\none = a 0.5, b 0.5 | why', 'ambiguous.txt:2  "one" stands twice'],
  ])('ambiguous.txt %j: %s', (text, message) => {
    const files = new Map([
      ['x.txt', 'a\n  en: one\nb\n  en: two'],
      ['ambiguous.txt', text],
    ]);
    expect(() => loadConcepts(files)).toThrow(message);
  });

  it('every error is named, not only the first', () => {
    const files = new Map([['x.txt', 'a < c\n  en: one\nb < d\n  en: one']]);
    expect(() => loadConcepts(files)).toThrow(/names c(?:.|\n)*names d(?:.|\n)*"one" of b/u);
  });

  it('what is left after an error can still be read', () => {
    const { concepts } = parseConcepts('x.txt', 'a ~ b\n  en: one\nB!\n  en: two');
    expect([...checkConcepts(concepts, []).concepts.keys()]).toEqual(['a']);
    expect(parseAmbiguous('y.txt', 'nonsense').ambiguous).toEqual([]);
  });
});

describe('the vocabulary itself', () => {
  const { concepts } = loadConcepts(readVocabularyFiles());
  const forms = [...concepts.values()].flatMap((concept) => concept.forms);

  it('has no errors, and covers what people at such evenings talk about', () => {
    expect(concepts.size).toBeGreaterThanOrEqual(600);
    expect(forms.length).toBeGreaterThanOrEqual(5000);
  });

  it('is named in both languages, but for a few concepts', () => {
    const inOne = [...concepts.values()].filter(
      ({ forms }) => new Set(forms.map(({ text }) => /\p{Script=Han}/u.test(text))).size < 2,
    );
    expect(inOne.map(({ id }) => id)).toEqual([]);
  });
});
