import type { Guest, Locale } from '@teabreak/shared';
import type { CsvCell } from '../../../common/safe-csv.js';
import type { GuestRecord } from './guests.repository.js';

/** For those who manage guests; `personalLink` only leads somewhere while nobody has claimed the place. */
export function presentGuest(row: GuestRecord, personalLink: string | null): Guest {
  const { id, name, headline, company, email, phone, status, source, goal } = row;
  return {
    id,
    name,
    headline,
    company,
    email,
    phone,
    status,
    source,
    claimed: row.accountId !== null,
    checkedInAt: row.checkedInAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    goal,
    personalLink,
  };
}

/** For the door and the hosts: whom to let in, and nothing to reach or impersonate a guest with. */
export function presentGuestAtDoor(row: GuestRecord): Guest {
  return { ...presentGuest(row, null), email: null, phone: null };
}

const HEADERS: Record<Locale, string[]> = {
  en: [
    'Name',
    'Status',
    'Email',
    'Phone',
    'Company',
    'Headline',
    'Goal',
    'Seeks',
    'Offers',
    'Sentence',
    'Source',
    'Claimed',
    'Checked in',
    'Registered',
  ],
  'zh-CN': [
    '姓名',
    '状态',
    '邮箱',
    '手机',
    '公司',
    '简介',
    '目标',
    '想认识',
    '能提供',
    '一句话',
    '来源',
    '已认领',
    '签到时间',
    '报名时间',
  ],
};
const YES: Record<Locale, [string, string]> = { en: ['yes', 'no'], 'zh-CN': ['是', '否'] };

/** Statuses and kinds stay the words of the contract: they can be imported again. */
export function guestTable(rows: readonly GuestRecord[], locale: Locale): CsvCell[][] {
  const [yes, no] = YES[locale];
  return [
    HEADERS[locale],
    ...rows.map((row) => [
      row.name,
      row.status,
      row.email,
      row.phone,
      row.company,
      row.headline,
      row.goal?.kind ?? null,
      row.goal?.seeks.join('; ') ?? null,
      row.goal?.offers.join('; ') ?? null,
      row.goal?.sentence ?? null,
      row.source,
      row.accountId === null ? no : yes,
      row.checkedInAt?.toISOString() ?? null,
      row.createdAt.toISOString(),
    ]),
  ];
}
