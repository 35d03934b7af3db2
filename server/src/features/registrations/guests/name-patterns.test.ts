import fc from 'fast-check';
import { matchesName, nameSearchKeys } from '../../../common/name-search.js';
import { namePatterns } from './name-patterns.js';

const like = (text: string, pattern: string) => new RegExp(`^${pattern.replaceAll('%', '.*')}$`, 'su').test(text);

function found(keys: string, query: string): boolean {
  const patterns = namePatterns(query);
  if (patterns === null || patterns === 'none') return patterns === null;
  const padded = ` ${keys}`;
  return like(padded, patterns.whole) || patterns.pieces.every((pattern) => like(padded, pattern));
}

describe('E4: searching guests in the database', () => {
  const names = [
    '李明辉',
    '欧阳若曦',
    'Zoë 🎉 Müller',
    'Liam O’Connor',
    'Junjie Chen 陈俊杰',
    '单晓梅',
    'Pieter de Vries',
    '張三',
  ];
  const queries = fc.oneof(
    fc.string({ maxLength: 6 }),
    fc.constantFrom(
      '李',
      'lmh',
      'liming',
      '明辉li',
      'ouyang',
      'zoe mu',
      '🎉',
      "o'connor",
      'chen 陈',
      'shan',
      '张三',
      'zs',
      '%',
      '_',
      ' ',
      'de vr',
    ),
  );

  it('finds exactly whom matchesName finds', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), queries, (name, query) => {
        const keys = nameSearchKeys(name);
        expect(found(keys, query)).toBe(matchesName(keys, query));
      }),
      { numRuns: 2000 },
    );
  });

  it('knows a wildcard from a name', () => {
    expect(namePatterns('%')).toBe('none');
    expect(namePatterns('  ')).toBeNull();
  });
});
