import type { CommonalityKind, GoalKind, RegistrationStatus } from '@teabreak/shared';
import { DateTime } from 'luxon';
import { cleanLine, foldLatin, halfWidth } from '../../common/text-fold.js';

const STATUSES: readonly (readonly [RegistrationStatus, RegExp])[] = [
  [
    'cancelled',
    /^(?:not attending|not going|cancell?ed|refunded|deleted|transferred|已取消|取消|不参加|已退款|未参加)$/u,
  ],
  [
    'confirmed',
    /^(?:approved|attending|going|confirmed|checked in|yes|invited and going|已通过|通过|已确认|确认|参加|已报名|报名成功)$/u,
  ],
  ['pending', /^(?:pending|pending approval|invited|maybe|待审核|审核中|待确认|未审核)$/u],
  ['waitlisted', /^(?:waitlist|waitlisted|waiting list|候补|排队中|等候)$/u],
  ['declined', /^(?:declined|rejected|denied|no|已拒绝|拒绝|未通过|审核不通过)$/u],
];

export function registrationStatus(text: string): RegistrationStatus | null {
  const plain = foldLatin(text).replace(/[_-]+/gu, ' ');
  return STATUSES.find(([, form]) => form.test(plain))?.[0] ?? null;
}

/** Tried in order: "language exchange" before "exchange ideas", hiring before jobs. */
const GOAL_KINDS: readonly (readonly [GoalKind, RegExp])[] = [
  ['language-exchange', /language|tandem|语言|练口语|语伴|外语/u],
  ['hire', /\bhir(?:e|ing)\b|recruit|talent|staff|招聘|招人|招募|招员工|找人才/u],
  ['find-job', /\bjobs?\b|\bwork\b|employ|career|intern|求职|找工作|工作机会|实习|跳槽/u],
  ['partner', /partner|co ?founder|collaborat|合伙|合作|联合创始|搭档/u],
  ['investment', /invest|fund|rais(?:e|ing)|capital|\bvc\b|融资|投资|投融资|找钱/u],
  ['clients', /client|customer|sales|\bleads?\b|客户|拓客|销售|商机/u],
  ['advice', /advi[cs]e|mentor|learn|guidance|建议|请教|咨询|导师|学习|指导/u],
  ['friends', /friend|social|people|network|交友|朋友|社交|认识人/u],
  ['curious', /curious|look(?:ing)? around|explor|just|fun|看看|好奇|随便|逛逛|了解/u],
];

export function goalKind(text: string): GoalKind | null {
  const plain = foldLatin(text).replace(/[-_]+/gu, ' ');
  return GOAL_KINDS.find(([, form]) => form.test(plain))?.[0] ?? null;
}

/** A list as people type it: comma, 顿号, semicolon, bar or new line. Same things once, in their order. */
export function splitList(text: string): string[] {
  const seen = new Set<string>();
  return text
    .split(/[,，、;；|\n]+/u)
    .map((item) => cleanLine(item, item.length))
    .filter((item) => item !== '' && !seen.has(foldLatin(item)) && seen.add(foldLatin(item)));
}

const LEARNING = /\s*[(（]\s*(?:learning|beginner|learner|studying|学习中|在学|初学|初级)\s*[)）]/iu;
const LEARNER_LEVEL = /[(（]\s*(?:hsk|jlpt|topik|delf|a[12]\b|b1\b)/iu;

/** "English; 中文 (HSK 4)": a course's level says that it is being learnt. */
export function languages(text: string): { kind: Extract<CommonalityKind, 'speaks' | 'learns'>; value: string }[] {
  return splitList(text).map((item) => ({
    kind: LEARNING.test(item) || LEARNER_LEVEL.test(item) ? 'learns' : 'speaks',
    value: item.replace(LEARNING, ''),
  }));
}

const HAN_ONLY = /^\p{Script=Han}+$/u;

/** One name out of two columns: family first and no space where both are Chinese. */
export function joinName(first: string, last: string): string {
  const chinese = HAN_ONLY.test(first) && HAN_ONLY.test(last);
  return chinese ? last + first : `${first} ${last}`.trim();
}

/** 张　伟, spaced out to look even in a column, is 张伟. Other names stay as typed. */
export function tidyName(text: string): string {
  const name = cleanLine(text, text.length);
  const joined = name.replaceAll(' ', '');
  return HAN_ONLY.test(joined) && joined.length <= 4 ? joined : name;
}

const FORMATS = [
  'yyyy/M/d H:mm:ss',
  'yyyy/M/d H:mm',
  'yyyy/M/d',
  'yyyy.M.d',
  'yyyy-M-d H:mm',
  'yyyy年M月d日 H:mm',
  'yyyy年M月d日',
  'd.M.yyyy',
  'd.M.yyyy H:mm',
  'LLL d, yyyy',
  'd LLL yyyy',
];
const DAY_FIRST = ['d/M/yyyy', 'd/M/yyyy H:mm', 'd/M/yyyy H:mm:ss'];
const MONTH_FIRST = ['M/d/yyyy', 'M/d/yyyy H:mm', 'M/d/yyyy H:mm:ss', 'M/d/yyyy h:mm a'];

/** ISO instant; 'ambiguous' for 3/4/2026, which is two days; null for what is no date. */
export function instant(text: string, zone: string): string | 'ambiguous' | null {
  const plain = halfWidth(text);
  const options = { zone, locale: 'en' };
  const sure = [
    DateTime.fromISO(plain, options),
    DateTime.fromSQL(plain, options),
    ...FORMATS.map((format) => DateTime.fromFormat(plain, format, options)),
  ].find((date) => date.isValid);
  if (sure !== undefined) return sure.toUTC().toISO();
  const [day, month] = [DAY_FIRST, MONTH_FIRST].map((formats) =>
    formats.map((format) => DateTime.fromFormat(plain, format, options)).find((date) => date.isValid),
  );
  if (day !== undefined && month !== undefined && day.toMillis() !== month.toMillis()) return 'ambiguous';
  return (day ?? month)?.toUTC().toISO() ?? null;
}
