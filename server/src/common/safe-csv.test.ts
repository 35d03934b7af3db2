import { safeCsv } from './safe-csv.js';

describe('E5: no spreadsheet executes what we export', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\tx',
    '\rx',
    '\nx',
    '\0=1',
    ' =1',
    '＝1',
    '＋1',
    '\u200b=1',
    '=HYPERLINK("http://e.example","x")',
  ])('%j', (text) => {
    const cell = safeCsv([[text]]).slice(1);
    expect(cell.replace(/^"/u, '')[0]).toBe("'");
  });

  it('quotes what would break a row, also for semicolon countries', () => {
    expect(safeCsv([['a,b', 'c"d', 'e\nf', 'g;h', '李']])).toBe('\ufeff"a,b","c""d","e\nf","g;h",李\r\n');
  });

  it('leaves numbers, nothing and plain text alone', () => {
    expect(safeCsv([[-5, null, true, 'a-b', '3=3']])).toBe('\ufeff-5,,true,a-b,3=3\r\n');
  });
});
