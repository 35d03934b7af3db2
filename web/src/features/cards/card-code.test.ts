import { cardTokenIn } from './card-code.js';

const HERE = 'https://tea.example';

describe('what a scanned text means', () => {
  it.each([
    ['https://tea.example/c/abcDEF_-12', 'abcDEF_-12'],
    ['K7P 4QX', 'K7P4QX'],
    ['k7p-4qx', 'K7P4QX'],
    ['Ｋ７Ｐ４ＱＸ', 'K7P4QX'],
  ])('C2: %s is a card', (text, token) => {
    expect(cardTokenIn(text, HERE)).toBe(token);
  });

  it.each([
    'https://evil.example/c/abcDEF_-12',
    'http://tea.example/c/abcDEF_-12',
    'https://tea.example/e/mixer',
    'https://tea.example/c/abc/../../x',
    'javascript:alert(1)',
    'https://u.wechat.com/abc',
    '',
    'x'.repeat(5000),
  ])('C2: %.40s is none', (text) => {
    expect(cardTokenIn(text, HERE)).toBeNull();
  });

  it('C2: on a local network the same server answers by several names', () => {
    expect(cardTokenIn('http://192.168.1.5:3000/c/abcDEF', 'http://localhost:3000')).toBe('abcDEF');
    expect(cardTokenIn('http://192.168.1.5:4000/c/abcDEF', 'http://localhost:3000')).toBeNull();
  });
});
