import { meaning, suggestTags, Vocabulary, vocabulary } from './vocabulary.js';

/** How well an offered text answers a sought one by the vocabulary alone, 0…1. */
function answers(sought: string, offered: string): number {
  let best = 0;
  for (const [seek, one] of meaning(sought).concepts) {
    for (const [offer, two] of meaning(offered).concepts) {
      best = Math.max(best, one * two * (vocabulary.answers(seek).get(offer) ?? 0));
    }
  }
  return best;
}

describe('G1: other words for the same, in both languages', () => {
  it.each([
    ['an angel to back our seed round', '天使投资人'],
    ['someone to do our books', 'an accountant'],
    ['代账公司', 'bookkeeping for small firms'],
    ['register a WFOE', '公司注册'],
    ['Z-visa paperwork', '签证咨询'],
    ['back end dev', '后端开发'],
    ['Node.JS engineers', 'server-side developer'],
    ['Front-End Engineer', '前端工程师'],
    ['技術合夥人', 'technical co-founder'],
    ['co-founder', '合伙人'],
    ['cofounders', 'Business Partner'],
    ['headshots', '人像摄影'],
    ['photographer', '约拍'],
    ['爵士樂', 'jazz musicians'],
    ['weekend hikes', '徒步'],
    ['爬山搭子', 'hiking partners'],
    ['rock climber', '攀岩'],
    ['play soccer', '踢球'],
    ['half marathons', '跑友'],
    ['围棋', 'a chess club'],
    ['playing badminton', '羽毛球'],
    ['練口語', 'English conversation'],
    ['HSK tutors', '汉语老师'],
    ['sourcing in Guangdong', '供应商'],
    ['factories for small batches', '代工厂'],
    ['cross-border e-commerce operators', '跨境电商'],
    ['Taobao shop', 'online store'],
    ['RedNote marketing', '小红书运营'],
    ['recruiters', '猎头'],
    ['a job in product', 'product managers'],
    ['international school places', '双语学校'],
    ['carbon markets', '碳中和'],
    ['solar engineers', '光伏'],
    ['AI engineers', '大模型'],
    ['medical device makers', '医疗器械'],
    ['contract lawyer', '法律顾问'],
    ['news reporters', '记者'],
    ['cafe owners', '咖啡店'],
    ['flat hunting', '租房'],
    ['shared desks', '联合办公'],
    ['startup advisors', '创业导师'],
  ])('%s ↔ %s', (sought, offered) => {
    expect(answers(sought, offered)).toBeGreaterThanOrEqual(0.5);
    expect(answers(offered, sought)).toBeGreaterThanOrEqual(0.5);
  });

  it.each([
    ['backend engineers', '前端'],
    ['product manager', 'product photos'],
    ['football', '篮球'],
    ['English conversation', 'HSK tutor'],
    ['business partner', 'English partner'],
    ['coffee', 'yoga'],
    ['market entry', 'marketing'],
    ['go game', 'golang'],
    ['kids', 'kitchen'],
    ['investor', 'interior design'],
    ['trail running', 'running a company'],
  ])('%s is not answered by %s', (sought, offered) => {
    expect(answers(sought, offered)).toBeLessThan(0.5);
  });
});

describe('a text is about its head', () => {
  it.each([
    ['an accountant for a WFOE', { accounting: 1, 'company-setup': 0.5 }],
    ['招聘懂跨境电商的运营', { recruiting: 0.5, ecommerce: 0.5, operations: 1 }],
    ['jazz and hiking', { jazz: 1, hiking: 1 }],
    ['people to hike with', { hiking: 1 }],
    ['head of marketing', { marketing: 1 }],
    ['a data science job in Beijing with visa support', { data: 1, job: 0.45, visa: 0.5 }],
    ['🎉', {}],
    ['', {}],
  ])('%s', (text, concepts) => {
    expect(Object.fromEntries(meaning(text).concepts)).toEqual(concepts);
  });

  it('a narrower thing answers nearly, a broader one in part', () => {
    expect(answers('software engineer', 'iOS developer')).toBeGreaterThan(
      answers('iOS developer', 'software engineer'),
    );
    expect(answers('recruiters', 'part-time work')).toBe(0);
    expect(answers('part-time work', 'recruiters')).toBeGreaterThan(0.5);
  });

  it('10,000 characters are read at once', () => {
    const started = performance.now();
    meaning('想找懂供应链的合伙人 and backend engineers '.repeat(300));
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('a vocabulary with errors is refused', () => {
  it.each([
    ['a | one |\nb | one |', '"one" of b already means a'],
    ['a | one |\na | two |', 'a stands twice'],
    ['a ~ nowhere:0.5 | one |', 'nowhere is not defined'],
    ['a < nowhere | one |', 'nowhere is not defined'],
    ['a ~ b | one |\nb | two |', 'b needs a weight'],
    ['A? | one |', 'cannot read "A? "'],
    ['a | the |', '"the" of a is empty'],
  ])('%j: %s', (data, message) => {
    expect(() => new Vocabulary(data)).toThrow(`vocabulary: ${message}`);
  });
});

it('what is being typed is completed, in both languages', () => {
  expect(suggestTags('angel inv', 3)).toContain('angel investor');
  expect(suggestTags('天使', 5)).toContain('天使投资');
  expect(suggestTags('  ', 5)).toEqual([]);
  expect(suggestTags('a', 8)).toHaveLength(8);
});
