import { wordsMatch } from './own-words-search.js';

const texts = ['聊了跨境電商和她的新店，答应介绍会计', 'Promised the Café Müller menu'];

it.each(['', '电商', '電商', 'dianshang', 'DianShang', 'kuajing', 'muller', 'cafe MENU', '跨境 menu', '会计'])(
  'F1: “%s” is found in my own words',
  (query) => expect(wordsMatch(texts, query)).toBe(true),
);

it.each(['房产', 'fangchan', 'ianshang', 'menu 房产', '.*', 'x'])('F1: “%s” is not', (query) =>
  expect(wordsMatch(texts, query)).toBe(query === '.*'),
);
