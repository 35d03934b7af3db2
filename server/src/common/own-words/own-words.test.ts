import { nameIn, offerIn, wishIn } from './own-words.js';
import { bareWords, quote, shortened } from './quote.js';
import * as inChinese from './say-chinese.js';
import * as inEnglish from './say-english.js';

const ann = inEnglish.person('Ann');

describe('M8: somebody’s own words, in a sentence about them', () => {
  it.each([
    ['accountant', 'Ann is looking for “accountant”', 'Ann 在找“accountant”'],
    ['someone to hike with', 'Ann is looking for “someone to hike with”', 'Ann 在找“someone to hike with”'],
    ['raise a seed round', 'Ann wants to “raise a seed round”', 'Ann 想“raise a seed round”'],
    ['raising a pre-A round', 'Ann is “raising a pre-A round”', 'Ann 写了“raising a pre-A round”'],
    ['looking for a job in product', 'Ann is looking for “a job in product”', 'Ann 在找“a job in product”'],
    ['Looking for work in product!', 'Ann is looking for “work in product”', 'Ann 在找“work in product”'],
    ['I need an accountant', 'Ann is looking for “an accountant”', 'Ann 在找“an accountant”'],
    ['I’m currently seeking “angel investors”.', 'Ann is looking for “angel investors”', 'Ann 在找“angel investors”'],
    ['do our books', 'Ann is looking for somebody to “do our books”', 'Ann 想请人“do our books”'],
    ['find me a flat', 'Ann is looking for somebody to “find me a flat”', 'Ann 想请人“find me a flat”'],
    ['want to meet founders', 'Ann wants to “meet founders”', 'Ann 想“meet founders”'],
    [
      'want someone to do our books',
      'Ann is looking for “someone to do our books”',
      'Ann 在找“someone to do our books”',
    ],
    ['hiring product managers', 'Ann is hiring “product managers”', 'Ann 在招“product managers”'],
    ['hiring manager', 'Ann is looking for “hiring manager”', 'Ann 在找“hiring manager”'],
    ['practise English', 'Ann wants to “practise English”', 'Ann 想“practise English”'],
    ['practice partner', 'Ann is looking for “practice partner”', 'Ann 在找“practice partner”'],
    ['work visa', 'Ann is looking for “work visa”', 'Ann 在找“work visa”'],
    ['how to raise money', 'Ann wrote “how to raise money”', 'Ann 写了“how to raise money”'],
    ['New here. Looking for jazz.', 'Ann wrote “New here. Looking for jazz”', 'Ann 写了“New here. Looking for jazz”'],
    ['代理记账', 'Ann is looking for “代理记账”', 'Ann 在找“代理记账”'],
    ['找合伙人', 'Ann is looking for “合伙人”', 'Ann 在找“合伙人”'],
    ['想找个室友', 'Ann is looking for “室友”', 'Ann 在找“室友”'],
    ['我想找懂供应链的合伙人', 'Ann is looking for “懂供应链的合伙人”', 'Ann 在找“懂供应链的合伙人”'],
    ['找 CTO', 'Ann is looking for “CTO”', 'Ann 在找“CTO”'],
    ['looking for 合伙人', 'Ann is looking for “合伙人”', 'Ann 在找“合伙人”'],
    ['找人一起爬山', 'Ann wrote “找人一起爬山”', 'Ann 想“找人一起爬山”'],
    ['找老师学琴', 'Ann wrote “找老师学琴”', 'Ann 想“找老师学琴”'],
    ['学中文', 'Ann wrote “学中文”', 'Ann 想“学中文”'],
    ['想法', 'Ann is looking for “想法”', 'Ann 在找“想法”'],
    ['帮我们做账', 'Ann wrote “帮我们做账”', 'Ann 想请人“帮我们做账”'],
    ['招聘前端工程师', 'Ann is hiring “前端工程师”', 'Ann 在招“前端工程师”'],
    ['招聘经理', 'Ann is looking for “招聘经理”', 'Ann 在找“招聘经理”'],
    ['想要投资', 'Ann wrote “想要投资”', 'Ann 写了“想要投资”'],
    ['有人一起打球吗？', 'Ann wrote “有人一起打球吗”', 'Ann 写了“有人一起打球吗”'],
  ])('sought: %s', (text, english, chinese) => {
    expect(inEnglish.wants(ann, wishIn(text))).toBe(english);
    expect(inChinese.wants('Ann', wishIn(text))).toBe(chinese);
  });

  it.each([
    ['sales', 'Ann offers “sales”', 'Ann 可以提供“sales”'],
    ['back-end engineer', 'Ann is here as “back-end engineer”', 'Ann 是“back-end engineer”'],
    ['angel investment', 'Ann offers “angel investment”', 'Ann 可以提供“angel investment”'],
    ['天使投资人', 'Ann is here as “天使投资人”', 'Ann 是“天使投资人”'],
    ['介绍律师', 'Ann offers “介绍律师”', 'Ann 可以“介绍律师”'],
    ['help with visas', 'Ann offers “help with visas”', 'Ann 可以提供“help with visas”'],
    ['I can teach Chinese', 'Ann can “teach Chinese”', 'Ann 可以“teach Chinese”'],
    ['teach yoga', 'Ann can “teach yoga”', 'Ann 可以“teach yoga”'],
    ['happy to show you around', 'Ann can “show you around”', 'Ann 可以“show you around”'],
    ['good at Excel', 'Ann is good at “Excel”', 'Ann 擅长“Excel”'],
    ['learn English', 'Ann wrote “learn English”', 'Ann 写了“learn English”'],
    ['可以提供场地', 'Ann offers “场地”', 'Ann 可以提供“场地”'],
    ['教中文', 'Ann offers “教中文”', 'Ann 可以“教中文”'],
    ['教育', 'Ann offers “教育”', 'Ann 可以提供“教育”'],
    ['会计', 'Ann is here as “会计”', 'Ann 是“会计”'],
    ['场地', 'Ann offers “场地”', 'Ann 可以提供“场地”'],
    ['会说日语', 'Ann offers “说日语”', 'Ann 可以“说日语”'],
    ['懂供应链', 'Ann is good at “供应链”', 'Ann 擅长“供应链”'],
  ])('offered: %s', (text, english, chinese) => {
    expect(inEnglish.gives(ann, offerIn(text))).toBe(english);
    expect(inChinese.gives('Ann', offerIn(text))).toBe(chinese);
  });

  it('a name goes without quotes, anything else with them', () => {
    expect(nameIn('Hamburg, Germany')).toBe('Hamburg, Germany');
    expect(nameIn('中文 (HSK 4)')).toBe('中文 (HSK 4)');
    expect(nameIn('I love jazz.')).toBe('“I love jazz”');
  });
});

describe('quoting', () => {
  it.each([
    ['  “accountant” ', 'accountant'],
    ['investors!!!', 'investors'],
    ['C++', 'C++'],
    ['🏀', '🏀'],
    ['?!', '…'],
    ['“”', '…'],
    ['accountant."', 'accountant'],
  ])('%s is said as %s', (text, bare) => expect(bareWords(text)).toBe(bare));

  it('what is quoted within a quote has single marks', () => {
    expect(quote(bareWords('readers of "Dune" and “三体”!'), 80)).toBe('“readers of ‘Dune’ and ‘三体’”');
    expect(quote(bareWords('「三体」书友。'), 80)).toBe('“‘三体’书友”');
  });

  it('cuts between words, in both languages, and leaves no word waiting for another', () => {
    const english = 'people who know how small German suppliers find their first customers in the south of China';
    expect(shortened(english, 40)).toBe('people who know how small German…');
    expect(shortened(english, 88)).toBe(
      'people who know how small German suppliers find their first customers in the south…',
    );
    expect(shortened('想认识了解德国中小企业如何在中国找到第一批客户的人', 30)).toBe('想认识了解德国中小企业如何…');
    expect(shortened('a'.repeat(100), 20)).toBe(`${'a'.repeat(19)}…`);
  });
});

it('a space parts Latin names from Chinese characters, and nothing else', () => {
  const { chinese, listed } = inChinese;
  expect(chinese`${'Ann'}您好`).toBe('Ann 您好');
  expect(chinese`你和${'王Wang'}是同乡：${'Lyon'}。`).toBe('你和王Wang 是同乡：Lyon。');
  expect(chinese`${'李明辉'}在找${'“sales”'}`).toBe('李明辉在找“sales”');
  expect([listed(['Ann']), listed(['Ann', '王芳']), listed(['王芳', 'Bo', 'Cy'])]).toEqual([
    'Ann',
    'Ann 和王芳',
    '王芳、Bo 和 Cy',
  ]);
});
