import { tokens } from './tag-text.js';
import { hiringId, jobId } from './vocabulary/answers.js';
import { loadConcepts } from './vocabulary/load-concepts.js';
import { asWork, decides, meaning, Vocabulary, vocabulary } from './vocabulary.js';

const own = new Vocabulary(
  () =>
    loadConcepts(
      new Map([
        [
          'test.txt',
          `
software
  en: software, software engineer, programmer
  zh: 软件、程序员
backend < software
  en: backend, server-side
  zh: 后端
product ~ design:0.7
  en: product manager, product
  zh: 产品、产品经理
project
  en: project manager
design
  en: design
  zh: 设计
accounting > tax:0.8
  en: accountant
  zh: 会计
tax
  en: tax
bookkeeping < accounting
  en: bookkeeping
wfoe
  en: WFOE
food
  en: restaurant
  zh: 餐饮
beauty
  en: beauty
fintech
  en: fintech
marketing
  en: marketing
  zh: 市场营销
fashion
  en: fashion
  zh: 时尚
teaching
  en: teacher
  zh: 老师
recruiting
  en: hiring, recruiter
  zh: 招聘
?job > recruiting:0.8
  en: job
  zh: 工作、岗位
running
  en: running, runner
surfing
  en: surfing, surf
piano
  en: piano
  zh: 钢琴
books
  zh: 书
support
  en: IT, IT support
pm-a
  en: PM
pm-b
  en: PM, scrum master
trade
  zh: 跨境电商
operations
  zh: 运营
society
  zh: 学会
`,
        ],
        ['ambiguous.txt', 'PM = pm-a 0.8, pm-b 0.6 | both call themselves PM'],
      ]),
    ),
  () => ['tac'],
);

const read = (text: string) => Object.fromEntries(own.read(text));

const inFull = (text: string) => Object.fromEntries(vocabulary.read(text));

describe('G1: by the whole vocabulary', () => {
  it('a kind of something says what the general word beside it is about', () => {
    expect(inFull('a developer for our iOS app')).toMatchObject({ ios: 1 });
    expect(inFull('WeChat mini program developer')).toMatchObject({ 'mini-program': 1 });
  });

  it('a country is a market beside business there, and alone; elsewhere it is only where something is', () => {
    expect(inFull('business development in Thailand')).toEqual({ 'business-development': 1, 'thailand-market': 1 });
    expect(inFull('印尼落地')).toEqual({ 'indonesia-market': 1 });
    expect(inFull('Singapore')).toEqual({ 'singapore-market': 1 });
    expect(inFull('lawyer in Singapore')).toEqual({ legal: 1, 'singapore-market': 0.45 });
  });
});

describe('G1: a text is about its head', () => {
  it.each([
    ['an accountant for a WFOE', { accounting: 1, wfoe: 0.5 }],
    ['an accountant who knows fintech', { accounting: 1, fintech: 0.5 }],
    ['marketing for fashion brands', { marketing: 1, fashion: 0.5 }],
    ['marketing for fashion and beauty', { marketing: 1, fashion: 0.5, beauty: 0.75 }],
    ['marketing and fashion', { marketing: 1, fashion: 1 }],
    ['marketing / fashion', { marketing: 1, fashion: 1 }],
    ['fashion marketing', { fashion: 0.5, marketing: 1 }],
    ['head of marketing', { marketing: 1 }],
    ['taxes of restaurants', { tax: 1, food: 0.75 }],
    ['跨境电商的会计', { trade: 0.5, accounting: 1 }],
    ['时尚和餐饮的会计', { fashion: 0.5, food: 0.5, accounting: 1 }],
    ['设计、会计', { design: 1, accounting: 1 }],
    ['设计 会计', { design: 1, accounting: 1 }],
    ['找会计聊聊产品', { accounting: 1, product: 1 }],
    ['backend software engineer', { backend: 1, software: 0.45 }],
  ])('%s', (text, concepts) => {
    expect(read(text)).toEqual(concepts);
  });

  it('a role gives way to what it is a role for, and stands where it is alone', () => {
    expect(read('piano teacher')).toEqual({ piano: 1, teaching: 0.45 });
    expect(read('钢琴老师')).toEqual({ piano: 1, teaching: 0.45 });
    expect(read('teacher')).toEqual({ teaching: 1 });
    expect(read('a teacher for the piano')).toMatchObject({ piano: 1 });
    expect(read('zither teacher')).toEqual({ teaching: 0.45 });
  });

  it('what is followed by an unknown word is only perhaps what it is about', () => {
    expect(read('piano forgery')).toEqual({ piano: 0.75 });
  });

  it('what is denied is not read', () => {
    expect(read('accountant, no fintech')).toEqual({ accounting: 1 });
    expect(read('不需要设计，找会计')).toEqual({ accounting: 1 });
    expect(read('not only design')).toEqual({ design: 1 });
  });
});

describe('G1: words that only look like something', () => {
  it.each([
    ['running a company', {}],
    ['running', { running: 1 }],
    ['who can do it', {}],
    ['our product needs design', { design: 1 }],
    ['IT', { support: 1 }],
    ['I need it', {}],
    ['证书', {}],
    ['书', { books: 1 }],
    ['想学会计', { accounting: 1 }],
    ['surfer', { surfing: 1 }],
    ['pianist', { piano: 1 }],
  ])('%s', (text, concepts) => {
    expect(read(text)).toEqual(concepts);
  });

  it('an ambiguous form means each of its concepts in part', () => {
    expect(read('PM')).toEqual({ 'pm-a': 0.8, 'pm-b': 0.6 });
    expect(read('looking for a PM')).toEqual({ 'pm-a': 0.8, 'pm-b': 0.6 });
    expect(own.exact('PM')).toBeNull();
    expect(own.exact('scrum masters')).toBe('pm-b');
  });
});

describe('G1: slips, spellings, scripts', () => {
  it.each([
    ['acountant', { accounting: 1 }],
    ['looking for an accuontant', { accounting: 1 }],
    ['BACK-END', { backend: 1 }],
    ['back end', { backend: 1 }],
    ['ｂａｃｋｅｎｄ', { backend: 1 }],
    ['back\u200bend', { backend: 1 }],
    ['軟件', { software: 1 }],
    ['会计accountant', { accounting: 1 }],
    ['péople who dó táx', { tax: 1 }],
    ['🎉🎉', {}],
    ['', {}],
  ])('%s', (text, concepts) => {
    expect(read(text)).toEqual(concepts);
  });
});

describe('G1: work is given by who hires and sought by who wants a job', () => {
  it.each([
    ['hiring product managers', { [hiringId('product')]: 1, recruiting: 0.5 }],
    ['we are hiring: backend, design', { [hiringId('backend')]: 1, design: 1 }],
    ['招聘产品经理', { [hiringId('product')]: 1, recruiting: 0.5 }],
    ['招聘懂跨境电商的运营', { [hiringId('operations')]: 1, trade: 0.5, recruiting: 0.5 }],
    ['产品经理招聘', { [hiringId('product')]: 1, recruiting: 0.5 }],
    ['find a job in product', { [jobId('product')]: 1, job: 0.45 }],
    ['product job', { [jobId('product')]: 1, job: 0.45 }],
    ['找产品经理的工作', { [jobId('product')]: 1, job: 0.45 }],
    ['会计岗位', { [jobId('accounting')]: 1, job: 0.45 }],
    ['a job in fintech with tax', { [jobId('fintech')]: 1, job: 0.45, tax: 0.5 }],
    ['looking for a job', { job: 1 }],
  ])('%s', (text, concepts) => {
    expect(read(text)).toEqual(concepts);
  });

  it('the two answer each other, two who hire or the wrong field do not', () => {
    const answer = (sought: string, offered: string) => own.answers(sought).get(offered) ?? 0;
    expect(answer(jobId('product'), hiringId('product'))).toBe(1);
    expect(answer(jobId('software'), hiringId('backend'))).toBeGreaterThan(0.9);
    expect(answer('product', jobId('product'))).toBeGreaterThan(0.8);
    expect(answer(hiringId('product'), 'product')).toBe(1);
    expect(answer(hiringId('product'), hiringId('product'))).toBe(0);
    expect(answer(jobId('product'), hiringId('tax'))).toBe(0);
    expect(answer(jobId('product'), 'recruiting')).toBeGreaterThan(0.5);
    expect(own.has(jobId('product'))).toBe(true);
    expect(own.has(jobId('nothing'))).toBe(false);
    expect(own.answers('nothing').size).toBe(0);
  });
});

describe('G1: the tags of who hires or seeks a job', () => {
  it('also mean work in that field; recruiters and what is work already stay as they are', () => {
    const as = (text: string, work: 'hiring' | 'job') => [...asWork(meaning(text), work).concepts.keys()];
    expect(as('product manager', 'job')).toEqual(['product', jobId('product')]);
    expect(as('product manager', 'hiring')).toEqual(['product', hiringId('product')]);
    expect(as('recruiter', 'job')).toEqual(['recruiting']);
    expect(as('internship', 'job')).toEqual(['internship']);
    expect(as('hiring product managers', 'hiring')).toEqual(['recruiting', hiringId('product')]);
  });
});

describe('G1: concepts answer each other', () => {
  it('a narrower one nearly wholly, a broader one in part, each one itself', () => {
    expect(own.answers('software').get('backend')).toBe(0.92);
    expect(own.answers('backend').get('software')).toBe(0.7);
    expect(own.answers('tax').get('tax')).toBe(1);
  });

  it('related ones both ways, answers one way; kinds answer as what they are kinds of', () => {
    expect(own.answers('product').get('design')).toBeCloseTo(0.63);
    expect(own.answers('design').get('product')).toBeCloseTo(0.63);
    expect(own.answers('accounting').get('tax')).toBe(0.8);
    expect(own.answers('bookkeeping').get('tax')).toBeCloseTo(0.64);
    expect(own.answers('tax').get('accounting')).toBeUndefined();
  });
});

describe('G1: what no concept covers keeps its words', () => {
  it.each([
    ['zither teacher', ['zither']],
    ['carbon offsets for accountants', ['carbon', 'offset', 'accountant']],
    ['someone who can help with zithers', ['zither']],
    ['古琴 斫制', ['古琴', '斫制']],
  ])('%s', (text, terms) => {
    expect(own.understand(text).terms).toEqual(terms);
  });

  it('only a general word decides nothing', () => {
    expect(decides({ text: '', concepts: new Map([['teaching', 0.45]]), terms: [] })).toBe(false);
    expect(decides({ text: '', concepts: new Map([['piano', 0.5]]), terms: [] })).toBe(true);
  });
});

describe('G1: whatever is typed', () => {
  it.each([
    ['10,000 characters', '想找懂供应链的合伙人 and backend engineers '.repeat(300)],
    ['10,000 unknown letters', 'x'.repeat(10_000)],
    ['10,000 unknown words', Array.from({ length: 1600 }, (_, at) => `qzx${at}ing`).join(' ')],
    ['10,000 characters of one word', '会'.repeat(10_000)],
    ['emoji', '👩‍👩‍👧‍👦🎉'.repeat(1000)],
    ['half an emoji', '\ud83d'.repeat(500)],
    ['marks without letters', '\u0301'.repeat(5000)],
    ['punctuation', '-/&+#.'.repeat(1500)],
    ['directions', '\u202e\u202dabc\u2066'.repeat(1000)],
    ['scripts', 'русский العربية 한국어 ひらがな ไทย '.repeat(100)],
    ['names of JavaScript', '__proto__ constructor toString hasOwnProperty'],
  ])('%s: read, in time', (_, text) => {
    const started = process.cpuUsage();
    expect(() => meaning(text)).not.toThrow();
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(2000);
  });

  it('the opposite of itself is read as both', () => {
    expect(Object.keys(read('accountant, not an accountant'))).toEqual(['accounting']);
  });

  it('an unknown sentence takes a few milliseconds at most', () => {
    const texts = Array.from(
      { length: 400 },
      (_, at) => `looking for a photograhper${at} who knows prodcut shots ${at}`,
    );
    for (const text of texts.slice(0, 200)) vocabulary.read(text);
    const started = process.cpuUsage();
    for (const text of texts.slice(200)) vocabulary.read(text);
    const { user } = process.cpuUsage(started);
    expect(user / 1000 / 200).toBeLessThan(5);
  });
});

describe('G1: words of a text', () => {
  it('are folded and stemmed, articles noted on what follows', () => {
    expect(tokens('Running a company').map(({ unit, article }) => [unit, article])).toEqual([
      ['run', false],
      ['company', true],
    ]);
    expect(tokens('A轮').map(({ unit }) => unit)).toEqual(['a', '轮']);
    expect(tokens('APP开发').map(({ unit }) => unit)).toEqual(['app', '开', '发']);
    expect(tokens('R&D / Node.js, C++').map(({ unit, gap }) => [unit, gap])).toEqual([
      ['r&d', 'stop'],
      ['node.js', 'loose'],
      ['c++', 'stop'],
    ]);
  });

  it.each([
    ['hikes hiking hike', 'hik'],
    ['companies company', 'company'],
    ['travelling traveling', 'travel'],
    ['organisation organization', 'organization'],
    ['centre center centres', 'center'],
    ['movies movie', 'movy'],
    ['experienced experience', 'experienc'],
    ['photos photo', 'photo'],
  ])('%s are one', (text, unit) => {
    expect(new Set(tokens(text).map((token) => token.unit))).toEqual(new Set([unit]));
  });

  it.each(['market marketing', 'train training', 'box boxing', 'new news', 'bank banking'])('%s are two', (text) => {
    expect(new Set(tokens(text).map((token) => token.unit)).size).toBe(2);
  });
});
