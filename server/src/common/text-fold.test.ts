import fc from 'fast-check';
import { cleanLine, fold, foldLatin, halfWidth } from './text-fold.js';

describe('fold', () => {
  it('makes traditional, simplified, full-width and capitals meet', () => {
    expect(fold('臺灣大學')).toBe('台湾大学');
    expect(fold('張三')).toBe(fold('张三'));
    expect(fold('ＡＢＣ１２３　微信：ｗｘ＿ｉｄ')).toBe('abc123 微信:wx_id');
    expect(fold('  Ding \t Dong\n')).toBe('ding dong');
  });

  it('loses what hides or reorders text', () => {
    expect(fold('a\u202eb\u200bc\u0000d\ufeff')).toBe('abc d');
  });

  it('folds once and for all', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(fold(text)) === fold(text)));
  });
});

it('foldLatin also drops accents and apostrophes but leaves kana alone', () => {
  expect(foldLatin('Liam O’Connor')).toBe('liam oconnor');
  expect(foldLatin('Zoë Müller, Nyström, Søren')).toBe('zoe muller, nystrom, soren');
  expect(foldLatin('ガパオ')).toBe('ガパオ');
});

it('halfWidth keeps capitals', () => {
  expect(halfWidth('ｗｘ＿Ｚｈａｎｇ')).toBe('wx_Zhang');
});

describe('cleanLine', () => {
  it('keeps what was typed, without controls and overrides', () => {
    expect(cleanLine('Ann\u202egnp.exe\u0007\r\n Lee', 80)).toBe('Anngnp.exe Lee');
    expect(cleanLine('　张　伟　', 80)).toBe('张 伟');
    expect(cleanLine('=HYPERLINK("x")', 80)).toBe('=HYPERLINK("x")');
  });

  it('cuts between visible characters', () => {
    expect(cleanLine('👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 12)).toBe('👩‍👩‍👧‍👦');
    expect(cleanLine('abc', 2)).toBe('ab');
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.nat(40),
        (text, max) =>
          cleanLine(text, max).length <= max && Buffer.from(cleanLine(text, max)).toString() === cleanLine(text, max),
      ),
    );
  });
});
