import { matchesName, nameSearchKeys, nameSortKey } from './name-search.js';

const found = (name: string, query: string, latin?: string) => matchesName(nameSearchKeys(name, latin), query);

describe('B2, E4: a name is found', () => {
  it.each([
    [
      '李明辉',
      [
        '李',
        '明辉',
        '李明辉',
        'li',
        'lim',
        'liminghui',
        'li ming hui',
        'Minghui',
        'minghui li',
        'lmh',
        'mh',
        'LI MINGH',
        '李minghui',
      ],
    ],
    ['張三', ['张三', '張三', 'zhangsan', 'zs']],
    ['曾乐', ['zeng', 'ceng', 'zengle', 'zengyue', 'cengle', 'zl', 'cl']],
    ['单晓梅', ['shan', 'dan', 'shanxiaomei', 'danxiaomei', 'sxm']],
    ['解静', ['xie', 'jie', 'xiejing', 'jj']],
    ['仇伟', ['qiu', 'chou', 'qiuwei']],
    ['区博文', ['ou', 'qu', 'oubowen']],
    ['欧阳明辉', ['ouyang', 'ouyangmh', 'ouyang minghui', 'oymh', '欧阳', 'minghui', 'mh']],
    ['吕雪', ['lv', 'lu', 'lvxue', 'lü']],
    [
      'Junjie Chen 陈俊杰',
      ['junjie', 'chen', 'chenj', '陈', '俊杰', 'cjj', 'junjiechen', 'chenjunjie', 'jc', 'chen 俊杰'],
    ],
    ['Liam O’Connor', ["o'connor", 'o’con', 'oconnor', 'liam oc', 'lo', 'liamo']],
    ['Zoë 🎉 Müller', ['zoe', 'Zoë', 'muller', 'müller', '🎉', 'zm']],
    ['Ｚｈａｎｇ　Ｗｅｉ', ['zhang', 'wei', 'zhangwei', 'ｚｗ']],
    ['　张　伟　', ['张 伟', 'zhang']],
    ['Mei-Ling Tan', ['mei', 'ling', 'mei-ling', 'meiling', 'mlt']],
    ['', ['']],
  ])('%s', (name, queries) => {
    expect(queries.filter((query) => !found(name, query))).toEqual([]);
  });

  it('by its Latin spelling where that is another word', () => {
    expect(found('陈俊杰', 'jackie', 'Jackie Chan')).toBe(true);
  });
});

it.each([
  ['李明辉', 'inghui'],
  ['李明辉', 'lhm'],
  ['李明辉', '李白'],
  ['李明辉', 'wang'],
  ['Liam O’Connor', 'connor x'],
  ['Liam O’Connor', '-'],
])('%s is not found by %s', (name, query) => expect(found(name, query)).toBe(false));

it('an absurdly long name costs nothing', () => {
  const keys = nameSearchKeys('曾'.repeat(5000));
  expect(keys.length).toBeLessThan(20_000);
});

it('names sort by the surname’s reading, Latin ones between', () => {
  const sorted = ['解静', '曾乐', 'Liam', '单晓梅', '安娜', 'Bea', '陈静'].sort((a, b) =>
    nameSortKey(a) < nameSortKey(b) ? -1 : 1,
  );
  expect(sorted).toEqual(['安娜', 'Bea', '陈静', 'Liam', '单晓梅', '解静', '曾乐']);
});
