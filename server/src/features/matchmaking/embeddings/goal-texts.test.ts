import { goalTexts } from './goal-texts.js';

const texts = (goal: { seeks?: string[]; offers?: string[]; sentence?: string }, name = 'Ada Lovelace') =>
  goalTexts([{ name, goal: { seeks: [], offers: [], sentence: '', ...goal } }]);

it('takes what is sought and offered, folded, each once, in order', async () => {
  const people = [
    { name: 'Bo', goal: { seeks: ['Ｋnitting', '編織'], offers: ['Zen'], sentence: '' } },
    { name: 'Cy', goal: { seeks: ['knitting'], offers: ['zen ', 'Ale'], sentence: '' } },
    { name: 'Di', goal: null },
  ];
  expect(await goalTexts(people)).toEqual({ sought: ['knitting', '编织'], offered: ['ale', 'zen'] });
});

it('takes a sentence only where it alone says what is sought', async () => {
  expect((await texts({ sentence: 'Someone to knit with' })).sought).toEqual(['someone to knit with']);
  expect((await texts({ seeks: ['wool'], sentence: 'Someone to knit with' })).sought).toEqual(['wool']);
});

it.each([
  'write to me@example.org',
  'see https://example.org/me',
  'www.example.org',
  'my page is knitter.com',
  'call 138 0013 8000',
  '+49 (30) 123-456',
  '加微信 knit_2024',
  'WeChat: ada-knits_1',
  'vx：knitting88',
  'ask for Ada',
  'Lovelace knits',
  '🎉',
  '42',
])('leaves out "%s"', async (text) => {
  expect(await texts({ seeks: [text], offers: [text] })).toEqual({ sought: [], offered: [] });
});

it.each([
  'wechat mini programs',
  '微信营销',
  'adaptive lighting',
  'C++ and Rust',
  '5G networks',
  'node.js',
  '2024 marathon',
])('takes "%s"', async (text) => {
  expect((await texts({ offers: [text] })).offered).toEqual([text.toLowerCase()]);
});

it('leaves out a Chinese name wherever it stands', async () => {
  expect((await texts({ seeks: ['找小明聊天', '聊天'] }, '小明')).sought).toEqual(['聊天']);
});

it('of too many takes what most people say', async () => {
  const offers = Array.from({ length: 2_100 }, (_, at) => `thing ${String.fromCharCode(97 + (at % 26))}${at}x`);
  const people = [...offers.map((offer) => [offer]), ['the common one'], ['the common one']].map((list) => ({
    name: '',
    goal: { seeks: [], offers: list, sentence: '' },
  }));
  const { offered } = await goalTexts(people);
  expect(offered).toHaveLength(2_000);
  expect(offered).toContain('the common one');
});
