import type { GoalKind, Locale } from '@teabreak/shared';
import type { MatchSuggestion } from './candidates.js';
import { openingLine, reasonTexts } from './reasons.js';

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
const context = (kinds: { my?: GoalKind; their?: GoalKind } = {}, via: string[] = []) => ({
  name: '李明辉',
  via,
  myKind: kinds.my ?? null,
  theirKind: kinds.their ?? null,
});
const texts = (suggestion: MatchSuggestion, locale: Locale, given = context()) =>
  reasonTexts(suggestion, given, locale).map(({ kind, text }) => [kind, text]);

const mutual: MatchSuggestion = {
  ...base,
  helpsMe: { mine: 'accountant', theirs: '代理记账', as: 'offer' },
  iHelp: { mine: 'sales', theirs: '销售渠道', as: 'offer' },
  commons: [
    { kind: 'hometown', mine: '福建泉州', theirs: 'Quanzhou', same: true },
    { kind: 'hometown', mine: '福建泉州', theirs: '福州', same: false },
  ],
  via: ['x'],
  bridge: true,
};

describe('M8: reasons in the reader’s language, in both people’s words', () => {
  it('English', () => {
    expect(texts(mutual, 'en', context({}, ['Ann', 'Bo', 'Cy']))).toEqual([
      ['helps-you', 'You are looking for “accountant”; 李明辉 offers “代理记账”.'],
      ['you-help', '李明辉 is looking for “销售渠道”; you offer “sales”.'],
      ['common', 'You both come from “福建泉州” (“Quanzhou”).'],
      ['common', 'You come from the same region or country: “福建泉州” and “福州”.'],
      ['warm-path', 'Ann and Bo know you both and could introduce you.'],
      ['bridge', 'From outside your own circle: somebody you would hardly meet otherwise.'],
    ]);
    expect(openingLine(mutual, context(), 'en')).toBe(
      'Hi 李明辉, you are looking for “销售渠道”, and I can offer “sales” – I am looking for “accountant” myself. Shall we talk for five minutes?',
    );
  });

  it('中文', () => {
    expect(texts(mutual, 'zh-CN', context({}, ['安娜']))).toEqual([
      ['helps-you', '你在找“accountant”，李明辉可以提供“代理记账”。'],
      ['you-help', '李明辉在找“销售渠道”，你可以提供“sales”。'],
      ['common', '你和李明辉是同乡：“福建泉州”（“Quanzhou”）。'],
      ['common', '你和李明辉来自同一地区或国家：“福建泉州”和“福州”。'],
      ['warm-path', '安娜认识你们两位，可以帮忙引见。'],
      ['bridge', '来自你的圈子之外：平时不容易遇到的人。'],
    ]);
    expect(openingLine(mutual, context(), 'zh-CN')).toBe(
      '李明辉您好，看到您在找“销售渠道”，我可以提供“sales”；我自己也在找“accountant”。能聊五分钟吗？',
    );
  });

  it('who hires is said to hire, who speaks to speak', () => {
    const job: MatchSuggestion = { ...base, helpsMe: { mine: 'product role', theirs: 'product managers', as: 'wish' } };
    expect(texts(job, 'en', context({ their: 'hire' }))).toEqual([
      ['helps-you', 'You are looking for “product role”; 李明辉 is hiring “product managers”.'],
    ]);
    const language: MatchSuggestion = { ...base, iHelp: { mine: 'English', theirs: '练口语', as: 'language' } };
    expect(texts(language, 'zh-CN')).toEqual([['you-help', '李明辉想练习“练口语”，你会说“English”。']]);
  });

  it('two who came for the same are told once', () => {
    const help = { mine: 'hiking', theirs: 'Hiking', as: 'wish' as const };
    const both: MatchSuggestion = { ...base, helpsMe: help, iHelp: help };
    expect(texts(both, 'en')).toEqual([['helps-you', 'You and 李明辉 are both looking for “hiking”.']]);
    expect(openingLine(both, context(), 'zh-CN')).toBe('李明辉您好，看到我们都在找“hiking”，要不要一起？');
  });

  it('a long sentence is cut, not the message', () => {
    const sentence = '找懂供应链的合伙人'.repeat(20);
    const long: MatchSuggestion = { ...base, helpsMe: { mine: sentence, theirs: 'sourcing', as: 'offer' } };
    expect(texts(long, 'zh-CN')[0]?.[1]).toMatch(/^你在找“找懂.{66,68}…”，李明辉可以提供“sourcing”。$/u);
  });

  it.each(['en', 'zh-CN'] as const)(
    'every kind of suggestion has an opening line that says something (%s)',
    (locale) => {
      const kinds = [
        'hometown',
        'school',
        'company',
        'speaks',
        'learns',
        'interest',
        'lives-in',
        'lived-in',
        'industry',
        'ancestral-home',
      ] as const;
      const all: MatchSuggestion[] = [
        base,
        { ...base, helpsMe: mutual.helpsMe },
        { ...base, iHelp: mutual.iHelp },
        { ...base, iHelp: { mine: 'Java', theirs: 'jobs', as: 'wish' } },
        ...kinds.map((kind): MatchSuggestion => ({ ...base, commons: [{ kind, mine: 'X', theirs: 'Y', same: true }] })),
      ];
      for (const suggestion of all) {
        const said = [openingLine(suggestion, context(), locale), ...texts(suggestion, locale).map(([, text]) => text)];
        for (const text of said) {
          expect(text).toMatch(locale === 'en' ? /[.?!]$/u : /[。？！]$/u);
          expect(text).not.toMatch(/undefined|null|\$|\{/u);
        }
      }
    },
  );
});
