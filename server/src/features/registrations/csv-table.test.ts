import fc from 'fast-check';
import { decodeTable, readRecords } from './csv-table.js';

const rows = (text: string) =>
  readRecords(text).map(({ line, cells, fault }) => [line, ...cells, ...(fault ? [fault] : [])]);

describe('E5: records with their physical lines', () => {
  it('counts lines inside quotes, of every line end, and skips empty rows', () => {
    expect(rows('a,b\r\n1,"x\r\ny"\r\n\r\n,\r\n2,z\r\n')).toEqual([
      [1, 'a', 'b'],
      [2, '1', 'x\r\ny'],
      [6, '2', 'z'],
    ]);
    expect(rows('a,b\r1,"2\r3"\r4,5')).toEqual([
      [1, 'a', 'b'],
      [2, '1', '2\r3'],
      [4, '4', '5'],
    ]);
  });

  it('a stray quote spoils its own line, not the good ones after it', () => {
    expect(rows('a,b\n"bad"x,1\n2,3\n')).toEqual([
      [1, 'a', 'b'],
      [2, '"bad"x', '1', 'stray_quote'],
      [3, '2', '3'],
    ]);
  });

  it('a quote that is never closed spoils its own line', () => {
    expect(rows('a,b\n1,"never\n2,3\n4,5')).toEqual([
      [1, 'a', 'b'],
      [2, '1', '"never', 'unclosed_quote'],
      [3, '2', '3'],
      [4, '4', '5'],
    ]);
  });

  it('finds semicolons, tabs and Excel’s own hint', () => {
    expect(rows('a;"b,c,d"\n1;2')).toEqual([
      [1, 'a', 'b,c,d'],
      [2, '1', '2'],
    ]);
    expect(rows('a\tb, c\td\n1\t2\t3')[1]).toEqual([2, '1', '2', '3']);
    expect(rows('sep=;\na;b,b,b\n1;2')[1]).toEqual([3, '1', '2']);
  });

  it('reads back whatever is quoted properly', () => {
    const table = fc.array(
      fc.array(fc.string({ unit: fc.constantFrom('a', '李', '"', ',', '\n', '\r', ' ') }), {
        minLength: 2,
        maxLength: 4,
      }),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(table, (cells) => {
        const text = [
          'h,h',
          ...cells.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')),
        ].join('\r\n');
        const kept = cells.filter((row) => row.some((cell) => cell.trim() !== ''));
        expect(
          readRecords(text)
            .slice(1)
            .map((record) => record.cells),
        ).toEqual(kept);
      }),
    );
  });
});

describe('E5: whatever a spreadsheet writes is text', () => {
  const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
  it.each([
    ['UTF-8', Buffer.from('姓名,é'), '姓名,é'],
    ['UTF-8 with its mark', Buffer.from('\ufeff姓名'), '姓名'],
    ['UTF-16 little-endian', utf16('姓名'), '姓名'],
    ['UTF-16 big-endian', utf16('姓名').swap16(), '姓名'],
    ['GB18030', Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xd5, 0xc5, 0xce, 0xb0]), '姓名,张伟'],
    ['Western', Buffer.from('name,Chlo\u00e9 M\u00fcller', 'latin1'), 'name,Chloé Müller'],
  ])('%s', (_, bytes, text) => expect(decodeTable(bytes)).toBe(text));

  it('but not a zip, nor a picture', () => {
    expect(decodeTable(Buffer.from('PK\u0003\u0004xl/workbook'))).toBeNull();
    expect(decodeTable(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]))).toBeNull();
  });
});
