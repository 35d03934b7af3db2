import type { CommonalityKind, GoalKind, Locale } from '@teabreak/shared';
import fc from 'fast-check';
import type { Help, MatchSuggestion } from './candidates.js';
import { openingLine, type ReasonContext, reasonTexts } from './reasons.js';

const base: MatchSuggestion = {
  personId: 'p',
  direction: 'mutual',
  score: 700,
  helpsMe: null,
  iHelp: null,
  commons: [],
  via: [],
  bridge: false,
};
const help = (mine: string, theirs: string, as: Help['as'] = 'offer'): Help => ({ mine, theirs, as });
const bothWays = (mine: string, theirs: string) => ({
  helpsMe: help(mine, theirs, 'wish'),
  iHelp: help(mine, theirs, 'wish'),
});
type Kinds = readonly [mine: GoalKind | null, theirs: GoalKind | null];
const context = (name: string, [myKind, theirKind]: Kinds = [null, null]): ReasonContext => ({
  name,
  via: [],
  myKind,
  theirKind,
});
/** The reasons, and what to say first, as lines. */
const said = (suggestion: Partial<MatchSuggestion>, given: ReasonContext, locale: Locale) => [
  ...reasonTexts({ ...base, ...suggestion }, given, locale).map(({ kind, text }) => `${kind}: ${text}`),
  openingLine({ ...base, ...suggestion }, given, locale),
];

describe('M8: reasons and an opening line, in the reader’s language and both people’s words', () => {
  it.each<[string, Partial<MatchSuggestion>, ReasonContext, string[], string[]]>([
    [
      'M1: both ways, across languages',
      { helpsMe: help('accountant', '代理记账'), iHelp: help('sales', '销售渠道') },
      context('李明辉'),
      [
        'helps-you: You are looking for “accountant”; 李明辉 offers “代理记账”.',
        'you-help: 李明辉 is looking for “销售渠道”; you offer “sales”.',
        'Hi 李明辉, I offer “sales”, which may be what you are looking for; in turn, I am looking for “accountant” – shall we talk for five minutes?',
      ],
      [
        'helps-you: 你在找“accountant”，李明辉可以提供“代理记账”。',
        'you-help: 李明辉在找“销售渠道”，你可以提供“sales”。',
        '李明辉您好，看到您在找“销售渠道”，我也许能帮上忙；正好我在找“accountant”，方便聊五分钟吗？',
      ],
    ],
    [
      'verbs for what is wanted',
      { helpsMe: help('raise a seed round', 'angel investment'), iHelp: help('教中文', '学中文') },
      context('王Wang'),
      [
        'helps-you: You want to “raise a seed round”; 王Wang offers “angel investment”.',
        'you-help: 王Wang wrote “学中文”; you offer “教中文”.',
        'Hi 王Wang, I read what you came for, and I may be able to help; in turn, I want to “raise a seed round” – shall we talk for five minutes?',
      ],
      [
        'helps-you: 你想“raise a seed round”，王Wang 可以提供“angel investment”。',
        'you-help: 王Wang 想“学中文”，你可以“教中文”。',
        '王Wang 您好，看到您想“学中文”，我也许能帮上忙；正好我想“raise a seed round”，方便聊五分钟吗？',
      ],
    ],
    [
      'one way, to me',
      { helpsMe: help('do our books', 'bookkeeping') },
      context('Ann'),
      [
        'helps-you: You are looking for somebody to “do our books”; Ann offers “bookkeeping”.',
        'Hi Ann, I am looking for somebody to “do our books” and read that you offer “bookkeeping” – may I ask you about it?',
      ],
      [
        'helps-you: 你想请人“do our books”，Ann 可以提供“bookkeeping”。',
        'Ann 您好，我想请人“do our books”，看到您可以提供“bookkeeping”，能请教一下吗？',
      ],
    ],
    [
      'one way, from me',
      { iHelp: help('visa help', '找签证顾问') },
      context('Ann'),
      [
        'you-help: Ann is looking for “签证顾问”; you offer “visa help”.',
        'Hi Ann, I offer “visa help”, which may be what you are looking for – shall we talk for five minutes?',
      ],
      [
        'you-help: Ann 在找“签证顾问”，你可以提供“visa help”。',
        'Ann 您好，看到您在找“签证顾问”，我也许能帮上忙，方便聊五分钟吗？',
      ],
    ],
    [
      'the same word for both',
      { helpsMe: help('找合伙人', '合伙人') },
      context('陈静'),
      [
        'helps-you: 陈静 offers just what you are looking for: “合伙人”.',
        'Hi 陈静, you may know a lot about what I came for – do you have five minutes?',
      ],
      [
        'helps-you: 你要找的，陈静正好能提供：“合伙人”。',
        '陈静您好，看到您可以提供“合伙人”，正是我需要的，能请教一下吗？',
      ],
    ],
    [
      'somebody who is what is sought',
      { helpsMe: help('an accountant', 'accountant'), iHelp: help('后端工程师', '后端工程师') },
      context('李明辉'),
      [
        'helps-you: You are looking for “an accountant”; 李明辉 is here as “accountant”.',
        'you-help: You are just who 李明辉 is looking for: “后端工程师”.',
        'Hi 李明辉, I read what you came for, and I may be able to help; in turn, I am looking for “an accountant” – shall we talk for five minutes?',
      ],
      [
        'helps-you: 你在找“an accountant”，李明辉是“accountant”。',
        'you-help: 李明辉要找的人，你正好就是：“后端工程师”。',
        '李明辉您好，看到您在找“后端工程师”，我也许能帮上忙；正好我在找“an accountant”，方便聊五分钟吗？',
      ],
    ],
    [
      'both seek the same, and both can give',
      { helpsMe: help('investors', 'fundraising'), iHelp: help('pitch decks', 'Investors') },
      context('Ann'),
      [
        'helps-you: You are looking for “investors”; Ann offers “fundraising”.',
        'you-help: Ann is looking for “Investors”; you offer “pitch decks”.',
        'Hi Ann, we both put down “Investors”, and I may be able to help – shall we compare notes?',
      ],
      [
        'helps-you: 你在找“investors”，Ann 可以提供“fundraising”。',
        'you-help: Ann 在找“Investors”，你可以提供“pitch decks”。',
        'Ann 您好，我们都写了“Investors”，这方面我也许能帮上忙，要不要交流一下？',
      ],
    ],
    [
      'both came for the same',
      bothWays('hiking', 'Hiking'),
      context('Ann', ['friends', 'friends']),
      [
        'together: You and Ann have the same in mind: “hiking”.',
        'Hi Ann, we both put down “hiking” – shall we do that together?',
      ],
      ['together: 你和 Ann 想到一块儿了：“hiking”。', 'Ann 您好，我们都写了“hiking”，要不要一起？'],
    ],
    [
      'both came for the same, in other words',
      bothWays('someone to hike with', '找人一起爬山'),
      context('Ann', ['friends', 'friends']),
      [
        'together: You and Ann have much the same in mind: “someone to hike with” and “找人一起爬山”.',
        'Hi Ann, we came for much the same – shall we do it together?',
      ],
      [
        'together: 你和 Ann 想的差不多：“someone to hike with”和“找人一起爬山”。',
        'Ann 您好，您写了“找人一起爬山”，我写了“someone to hike with”，要不要一起？',
      ],
    ],
    [
      'a job, to who seeks it',
      bothWays('looking for a job in product', 'hiring product managers'),
      context('Ann', ['find-job', 'hire']),
      [
        'helps-you: You are looking for “a job in product”; Ann is hiring “product managers”.',
        'you-help: You may be just who Ann is looking for: “product managers”.',
        'Hi Ann, I read that you are hiring “product managers”, and I am looking for “a job in product” – shall we talk for five minutes?',
      ],
      [
        'helps-you: 你在找“a job in product”，Ann 在招“product managers”。',
        'you-help: 你也许正是 Ann 要找的人：“product managers”。',
        'Ann 您好，看到您在招“product managers”，正好我在找“a job in product”，方便聊五分钟吗？',
      ],
    ],
    [
      'a job, to who gives it',
      bothWays('产品经理', '找产品工作'),
      context('李明辉', ['hire', 'find-job']),
      [
        'helps-you: You are hiring “产品经理”; 李明辉 is looking for “产品工作”.',
        'you-help: You may have just what 李明辉 is looking for: “产品工作”.',
        'Hi 李明辉, I read what you came for, and we may have it – shall we talk for five minutes?',
      ],
      [
        'helps-you: 你在招“产品经理”，李明辉在找“产品工作”。',
        'you-help: 李明辉要找的，你这里也许正好有：“产品工作”。',
        '李明辉您好，看到您在找“产品工作”，正好我在招“产品经理”，方便聊五分钟吗？',
      ],
    ],
    [
      'a job and who gives it in the same words are not two who seek',
      bothWays('product manager', 'product manager'),
      context('Ann', ['find-job', 'hire']),
      [
        'helps-you: You are looking for “product manager”; Ann is hiring “product manager”.',
        'you-help: You may be just who Ann is looking for: “product manager”.',
        'Hi Ann, I read that you are hiring “product manager”, and I may be the one – shall we talk for five minutes?',
      ],
      [
        'helps-you: 你在找“product manager”，Ann 在招“product manager”。',
        'you-help: 你也许正是 Ann 要找的人：“product manager”。',
        'Ann 您好，看到您在招“product manager”，我们也许正合适，方便聊五分钟吗？',
      ],
    ],
    [
      'languages in exchange',
      { helpsMe: help('中文 (HSK 4)', 'Chinese', 'language'), iHelp: help('English', 'English (B2)', 'language') },
      context('李明辉'),
      [
        'helps-you: You would like to practise 中文; 李明辉 speaks Chinese.',
        'you-help: 李明辉 would like to practise English; you speak English.',
        'Hi 李明辉, shall we speak English for five minutes, and then Chinese for another five?',
      ],
      [
        'helps-you: 你想练中文，李明辉会说 Chinese。',
        'you-help: 李明辉想练 English，你会说 English。',
        '李明辉您好，我们先说五分钟 English，再说五分钟中文，好吗？',
      ],
    ],
    [
      'a language sought by a tag',
      { helpsMe: help('practise English', 'English', 'language') },
      context('Ann'),
      [
        'helps-you: You want to “practise English”; Ann speaks English.',
        'Hi Ann, I am learning English – may I practise with you for five minutes?',
      ],
      ['helps-you: 你想“practise English”，Ann 会说 English。', 'Ann 您好，我在学 English，能跟您练五分钟吗？'],
    ],
    [
      'only a sentence',
      {
        helpsMe: help(
          'I just moved here from Munich and would love to meet people who know how small German suppliers find customers.',
          'market entry',
        ),
        iHelp: help('viola lessons', '刚来上海，想认识爱音乐的朋友。'),
      },
      context('Ann'),
      [
        'helps-you: You wrote “I just moved here from Munich and would love to meet people who know how small…”; Ann offers “market entry”.',
        'you-help: Ann wrote “刚来上海，想认识爱音乐的朋友”; you offer “viola lessons”.',
        'Hi Ann, I offer “viola lessons”, which may be what you are looking for; in turn, I would love to ask you about “market entry” – shall we talk for five minutes?',
      ],
      [
        'helps-you: 你写了“I just moved here from Munich and would love to meet people who know how small…”，Ann 可以提供“market entry”。',
        'you-help: Ann 写了“刚来上海，想认识爱音乐的朋友”，你可以提供“viola lessons”。',
        'Ann 您好，我可以提供“viola lessons”，也许正是您需要的；也想请教您“market entry”，方便聊五分钟吗？',
      ],
    ],
    ['nothing known', {}, context(''), ['Hi, what brought you here today?'], ['您好，您今天是怎么想到来这里的？']],
  ])('%s', (_, suggestion, given, english, chinese) => {
    expect(said(suggestion, given, 'en')).toEqual(english);
    expect(said(suggestion, given, 'zh-CN')).toEqual(chinese);
  });

  const common = (kind: CommonalityKind, mine: string, theirs: string, same = true): Partial<MatchSuggestion> => ({
    commons: [{ kind, mine, theirs, same }],
  });
  it.each<[Partial<MatchSuggestion>, [string, string], [string, string]]>([
    [
      common('hometown', '福建泉州', 'Quanzhou'),
      ['You both come from 福建泉州 (Quanzhou).', 'Hi Ann, I am from Quanzhou too – what brought you here?'],
      ['你和 Ann 是同乡：福建泉州（Quanzhou）。', 'Ann 您好，我也来自福建泉州，您是怎么来到这里的？'],
    ],
    [
      common('ancestral-home', '福州', '泉州', false),
      [
        'You come from the same region or country: 福州 and 泉州.',
        'Hi Ann, you are from 泉州 and I am from 福州 – what brought you here?',
      ],
      ['你和 Ann 来自同一地区或国家：福州和泉州。', 'Ann 您好，您来自泉州，我来自福州，您是怎么来到这里的？'],
    ],
    [
      common('lives-in', 'Pudong', 'Pudong'),
      ['You both live in Pudong.', 'Hi Ann, I live in Pudong too – where do you like to go there?'],
      ['你和 Ann 都住在 Pudong。', 'Ann 您好，我也住在 Pudong，那边您常去哪里？'],
    ],
    [
      common('lived-in', 'Berlin', 'Berlin'),
      ['You have both lived in Berlin.', 'Hi Ann, I have lived in Berlin too – when were you there?'],
      ['你和 Ann 都在 Berlin 住过。', 'Ann 您好，我也在 Berlin 住过，您是什么时候在那里的？'],
    ],
    [
      common('school', '交大', 'SJTU'),
      ['You both went to 交大 (SJTU).', 'Hi Ann, I went to SJTU too – when were you there?'],
      ['你和 Ann 是校友：交大（SJTU）。', 'Ann 您好，我也是交大的，您是哪一届？'],
    ],
    [
      common('company', '字节跳动', '字节跳动'),
      [
        'You both know 字节跳动 from the inside.',
        'Hi Ann, we both know 字节跳动 from the inside – what do you remember best?',
      ],
      ['你和 Ann 都有在字节跳动工作的经历。', 'Ann 您好，我们都有在字节跳动工作的经历，您在那里做什么？'],
    ],
    [
      common('industry', 'logistics', '物流'),
      [
        'You work in the same field: logistics (物流).',
        'Hi Ann, we work in the same field, logistics – what keeps you busy these days?',
      ],
      ['你和 Ann 是同行：logistics（物流）。', 'Ann 您好，我们是同行，都在 logistics 这一行，您最近在忙什么？'],
    ],
    [
      common('speaks', '日语', '日语（N1）'),
      ['You both speak 日语.', 'Hi Ann, I speak 日语 too – how did you come to it?'],
      ['你和 Ann 都会说日语。', 'Ann 您好，我也会说日语，您是怎么学的？'],
    ],
    [
      common('learns', 'French', 'French'),
      ['You are both learning French.', 'Hi Ann, I am learning French too – how do you practise?'],
      ['你和 Ann 都在学 French。', 'Ann 您好，我也在学 French，您平时怎么练？'],
    ],
    [
      common('interest', 'jazz', '爵士乐'),
      ['You both enjoy jazz (爵士乐).', 'Hi Ann, I enjoy jazz too – how did you come to it?'],
      ['你和 Ann 都喜欢 jazz（爵士乐）。', 'Ann 您好，我也喜欢 jazz，您是怎么开始的？'],
    ],
  ])('M2: what is shared (%j)', (suggestion, english, chinese) => {
    const lines = (locale: Locale) =>
      said(suggestion, context('Ann'), locale).map((line) => line.replace('common: ', ''));
    expect(lines('en')).toEqual(english);
    expect(lines('zh-CN')).toEqual(chinese);
  });

  const [ann, fang, bo] = ['Ann', '王芳', 'Bo'].map((name) => ({ name, here: true })) as [Here, Here, Here];
  type Here = { name: string; here: boolean };
  const away = (one: Here) => ({ ...one, here: false });
  it.each<[Here[], string, string]>([
    [[ann], 'Ann is here, knows you both and could introduce you.', 'Ann 就在现场，认识你们两位，可以帮忙引荐。'],
    [
      [fang, bo],
      '王芳 and Bo are here, know you both and could introduce you.',
      '王芳和 Bo 都在现场，认识你们两位，可以帮忙引荐。',
    ],
    [
      [ann, fang, bo],
      'Ann, 王芳 and Bo are here, know you both and could introduce you.',
      'Ann、王芳和 Bo 都在现场，认识你们两位，可以帮忙引荐。',
    ],
    [
      [fang, away(ann)],
      '王芳 is here, knows you both and could introduce you.',
      '王芳就在现场，认识你们两位，可以帮忙引荐。',
    ],
    [[away(fang)], '王芳 knows you both and could introduce you on arrival.', '王芳认识你们两位，到场后可以帮忙引荐。'],
  ])('M5: the warm path by name (%j)', (via, english, chinese) => {
    const path = (locale: Locale) => reasonTexts({ ...base, bridge: true }, { ...context('X'), via }, locale);
    expect(path('en')[0]).toEqual({ kind: 'warm-path', text: english });
    expect(path('zh-CN').map(({ text }) => text)).toEqual([chinese, '来自你的圈子之外：平时不容易遇到的人。']);
  });
});

const FRAMES = [
  '',
  'looking for ',
  'I want to ',
  'need ',
  'hiring ',
  'I can ',
  'offering ',
  '找',
  '我想',
  '在找',
  '招聘',
  '可以提供',
  '帮我们',
  '擅长',
];
const THINGS = [
  'a job',
  'investors',
  'raise money',
  'hike',
  '合伙人',
  '学中文',
  'C++',
  '🏀',
  '一起爬山',
  '“三体”',
  'Node.js',
];
const ENDS = ['', '.', '!', '？', '。', '……', '”', ' ', ' and I would love to hear from you', '，谢谢大家'];
const typed = fc
  .oneof(
    fc
      .tuple(fc.constantFrom(...FRAMES), fc.constantFrom(...THINGS), fc.constantFrom(...ENDS))
      .map((parts) => parts.join('')),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 280 }),
  )
  .filter((text) => text.trim() !== '');
const helps = fc.option(
  fc.record({ mine: typed, theirs: typed, as: fc.constantFrom<Help['as'][]>('offer', 'wish', 'language') }),
);
const kinds = fc.constantFrom<(GoalKind | null)[]>('friends', 'hire', 'find-job', 'language-exchange', null);
const KINDS: CommonalityKind[] = [
  'hometown',
  'lives-in',
  'lived-in',
  'school',
  'company',
  'industry',
  'speaks',
  'interest',
];
const commons = fc.record({ kind: fc.constantFrom(...KINDS), mine: typed, theirs: typed, same: fc.boolean() });

it('M8: whatever people typed, every text is one whole sentence that says nothing twice', () => {
  const doubled =
    /(?:looking for|hiring|offers?|want(?:s)? to|can) “(?:looking for|hiring|offering|want to|can )|在找“(?:在?找|招聘)|想“想|招“招|提供“(?:可以)?提供|可以“可以|擅长“擅长/iu;
  fc.assert(
    fc.property(
      helps,
      helps,
      fc.array(commons, { maxLength: 2 }),
      kinds,
      kinds,
      (helpsMe, iHelp, shared, mine, theirs) => {
        for (const locale of ['en', 'zh-CN'] as const) {
          const given = context(locale === 'en' ? 'Ann' : '李明辉', [mine, theirs]);
          const suggestion = { ...base, helpsMe, iHelp, commons: shared };
          const opening = openingLine(suggestion, given, locale);
          for (const text of [opening, ...reasonTexts(suggestion, given, locale).map((reason) => reason.text)]) {
            expect(text).toMatch(locale === 'en' ? /[^.,;:!?][.?]$/u : /[^。，；：！？][。？]$/u);
            expect(text).not.toMatch(/undefined|null|\[object|“\s*”|[.!?;,:。！？；，：]”[.!?;,:。！？；，：]/u);
            expect(text).not.toMatch(doubled);
            expect(text.length).toBeLessThan(320);
          }
          // One sentence, short enough to be said.
          expect(opening.replace(/“[^”]*”/gu, '').match(/[.?!。？！](?!$)/gu) ?? []).toEqual([]);
        }
      },
    ),
    { numRuns: 3000 },
  );
});
