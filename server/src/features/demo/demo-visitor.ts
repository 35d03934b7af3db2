import type { Goal, Locale } from '@teabreak/shared';

export interface DemoVisitor {
  name: string;
  headline: string;
  goal: Goal;
  /** Only what is true of anybody who tries Teabreak in this language: the account may go on to a real event. */
  commonalities: { kind: 'speaks' | 'interest'; value: string }[];
}

const TEAS = {
  en: ['Oolong', 'Jasmine', 'Pu’er', 'Longjing', 'Darjeeling', 'Sencha', 'Assam', 'Keemun', 'Rooibos', 'Genmaicha'],
  'zh-CN': ['乌龙', '茉莉', '普洱', '龙井', '大吉岭', '煎茶', '阿萨姆', '祁门', '白毫', '玄米'],
} as const;

/** A profile to play with for the n-th who steps in (from 0); `name` where the person has one already. */
export function demoVisitor(locale: Locale, serial: number, name?: string): DemoVisitor {
  const teas = TEAS[locale];
  const tea = `${teas[serial % teas.length]}${serial < teas.length ? '' : ` ${Math.floor(serial / teas.length) + 1}`}`;
  return locale === 'zh-CN'
    ? {
        name: name ?? `访客·${tea}`,
        headline: '正在体验茶歇',
        goal: {
          kind: 'partner',
          seeks: ['产品设计', '天使投资', '供应链'],
          offers: ['后端工程师', '活动场地', '英语对话'],
          sentence: '想找一起做点小事的人，也乐意帮别人牵线。',
        },
        commonalities: [
          { kind: 'speaks', value: '中文' },
          { kind: 'interest', value: '茶' },
        ],
      }
    : {
        name: name ?? `Visitor ${tea}`,
        headline: 'Trying Teabreak out',
        goal: {
          kind: 'partner',
          seeks: ['product design', 'angel investment', 'supply chain'],
          offers: ['back-end engineer', 'event venue', 'Chinese conversation'],
          sentence: 'Looking for somebody to start something small with, and happy to introduce others.',
        },
        commonalities: [
          { kind: 'speaks', value: 'English' },
          { kind: 'interest', value: 'tea' },
        ],
      };
}
