import type { Locale } from '@teabreak/shared';

/** Everything that can be said about a line of an imported guest list (E5). Closed list; `error` = not imported. */
export const GUEST_REMARK_CODES = [
  'missing_name',
  'name_from_parts',
  'invalid_email',
  'wrong_column_count',
  'stray_quote',
  'unclosed_quote',
  'duplicate_row',
  'email_of_another',
  'second_ticket',
  'too_many_rows',
  'invalid_phone',
  'unusual_wechat_id',
  'no_contact',
  'unknown_status',
  'unknown_goal',
  'invalid_date',
  'ambiguous_date',
  'shortened',
  'too_many_tags',
  'formula_text',
  'markup_text',
  'check_in_ignored',
  'column_repeated',
  'waitlisted_full',
] as const;
export type GuestRemarkCode = (typeof GUEST_REMARK_CODES)[number];
export type GuestRemarkParams = Readonly<Record<string, string | number>>;

type Saying = { severity: 'error' | 'warning'; en: string; zh: string };

const SAYINGS: Record<GuestRemarkCode, Saying> = {
  missing_name: { severity: 'error', en: 'There is no name. Not imported.', zh: '没有姓名，未导入。' },
  name_from_parts: {
    severity: 'warning',
    en: 'The name was empty; it was put together from first and last name.',
    zh: '姓名栏为空，已用名和姓两栏合成。',
  },
  invalid_email: {
    severity: 'error',
    en: 'This is not an e-mail address. Not imported.',
    zh: '邮箱格式不正确，未导入。',
  },
  wrong_column_count: {
    severity: 'error',
    en: 'This row has {found} columns instead of {expected}. Not imported.',
    zh: '这一行有 {found} 列，应为 {expected} 列，未导入。',
  },
  stray_quote: {
    severity: 'error',
    en: 'A quotation mark in the middle of a cell makes this line unreadable. Not imported.',
    zh: '单元格中间有多余的引号，这一行无法识别，未导入。',
  },
  unclosed_quote: {
    severity: 'error',
    en: 'A quotation mark on this line is never closed. Not imported.',
    zh: '这一行的引号没有成对，未导入。',
  },
  duplicate_row: {
    severity: 'error',
    en: 'This person is already on line {first}. Not imported again.',
    zh: '此人已在第 {first} 行，未重复导入。',
  },
  email_of_another: {
    severity: 'error',
    en: 'This e-mail address already belongs to {name} on line {first}. Not imported.',
    zh: '该邮箱已用于第 {first} 行的{name}，未导入。',
  },
  second_ticket: {
    severity: 'error',
    en: 'Another ticket in the order on line {first}, for the same person. Not imported: ask who it is for.',
    zh: '与第 {first} 行同一订单、同一人的另一张票，未导入。请确认持票人是谁。',
  },
  too_many_rows: {
    severity: 'error',
    en: 'Only the first {limit} guests are read at once. From this line on nothing was imported.',
    zh: '一次最多读取 {limit} 位嘉宾，从这一行起未导入。',
  },
  invalid_phone: {
    severity: 'warning',
    en: 'This phone number is not valid and was left out.',
    zh: '手机号无效，已略去。',
  },
  unusual_wechat_id: {
    severity: 'warning',
    en: 'This does not look like a WeChat ID; kept as it is.',
    zh: '这不像微信号，已原样保留。',
  },
  no_contact: {
    severity: 'warning',
    en: 'No e-mail, phone or WeChat: this guest can only be reached by the personal link you hand over.',
    zh: '没有邮箱、手机或微信，只能由您转交个人链接。',
  },
  unknown_status: {
    severity: 'warning',
    en: 'This status is not known; the guest was taken as confirmed.',
    zh: '无法识别该状态，按已确认处理。',
  },
  unknown_goal: {
    severity: 'warning',
    en: 'This goal is not known and was left open.',
    zh: '无法识别该目标，已留空。',
  },
  invalid_date: { severity: 'warning', en: 'This date does not exist and was left out.', zh: '日期不存在，已略去。' },
  ambiguous_date: {
    severity: 'warning',
    en: 'Day and month cannot be told apart; the date was left out.',
    zh: '无法分清日和月，日期已略去。',
  },
  shortened: {
    severity: 'warning',
    en: 'This has {length} characters; the first {limit} were kept.',
    zh: '共 {length} 个字符，已保留前 {limit} 个。',
  },
  too_many_tags: {
    severity: 'warning',
    en: 'These are {count}; the first {limit} were kept.',
    zh: '共 {count} 项，已保留前 {limit} 项。',
  },
  formula_text: {
    severity: 'warning',
    en: 'This looks like a spreadsheet formula; kept as plain text. Please check.',
    zh: '这像是表格公式，已作为普通文字保留，请核对。',
  },
  markup_text: {
    severity: 'warning',
    en: 'This looks like HTML; kept as plain text. Please check.',
    zh: '这像是 HTML 代码，已作为普通文字保留，请核对。',
  },
  check_in_ignored: {
    severity: 'warning',
    en: 'Check-in times of other tools are not taken over.',
    zh: '不会采用其他工具的签到时间。',
  },
  column_repeated: {
    severity: 'warning',
    en: 'Two columns have this name; the later one was not read.',
    zh: '有两列同名，后一列未读取。',
  },
  waitlisted_full: {
    severity: 'warning',
    en: 'All seats are taken; this guest is on the waitlist.',
    zh: '名额已满，此嘉宾已列入候补名单。',
  },
};

export function remarkSeverity(code: GuestRemarkCode): 'error' | 'warning' {
  return SAYINGS[code].severity;
}

/** The remark as a sentence in the reader's language. */
export function remarkMessage(code: GuestRemarkCode, params: GuestRemarkParams, locale: Locale): string {
  const text = locale === 'zh-CN' ? SAYINGS[code].zh : SAYINGS[code].en;
  return text.replace(/\{(\w+)\}/gu, (_, key: string) => String(params[key] ?? ''));
}
