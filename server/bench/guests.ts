import type { CommonalityKind, GoalKind, Presence } from '@teabreak/shared';
import type { DataSource } from 'typeorm';
import { nameSearchKeys, nameSortKey } from '../src/common/name-search.js';
import { createAccounts } from './people.js';

const FAMILY = '李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗曾'.split('');
const GIVEN = '明辉 小红 伟 芳 娜 敏静 秀英 丽 强 磊 军 洋 勇 艳 杰 娟 涛 雨桐 子轩 欣怡'.split(' ');
const LATIN = 'Ada Bo Carla Dmitri Eun Fatima Goran Hiroko Ivo Jürgen'.split(' ');
const LATER = "Obi Lind Park O'Brien Müller Silva Novak Sato King Haddad".split(' ');
const TAGS =
  '后端开发,visa support,代理记账,product photography,天使投资,UX design,跨境电商,Go,coffee,陶瓷,hiking,签证支持,machine learning,法律咨询'.split(
    ',',
  );
const ROLES = 'Founder,产品经理,Backend engineer,设计师,Interpreter,投资人,Lawyer,律师,Sales,供应链'.split(',');
const FIELDS =
  'a payments company,工业软件,景德镇陶瓷,a hospital,机器人,a coffee roastery,跨境电商,a film studio,新能源'.split(',');
const WISHES = [
  'We hire three people for our',
  '想找一位懂行的合伙人，我们在做',
  'Would like to hear honestly how it goes in',
  '正在寻找第一批客户，产品是',
  'Happy to tell newcomers about',
];
const PLACES = '上海 Berlin 成都 Lyon 深圳 Nairobi 杭州 Porto 西安 Osaka 福建泉州 Leiden'.split(' ');
const KINDS: readonly GoalKind[] = ['hire', 'find-job', 'partner', 'advice', 'friends', 'clients'];
const PRESENCES: readonly Presence[] = ['free', 'free', 'talking', 'at-place', 'away'];
const TRAITS: readonly [CommonalityKind, readonly string[]][] = [
  ['hometown', PLACES],
  ['lives-in', PLACES],
  ['speaks', ['中文', 'English', 'Français', '日本語']],
  ['interest', TAGS],
];

/** Repeatable: the same room every time. */
export const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

function guest(n: number) {
  const name =
    n % 3 === 0
      ? `${pick(LATIN, n * 7)} ${pick(LATER, n * 3 + (n >> 4))} ${n}`
      : `${pick(FAMILY, n * 11 + (n >> 5))}${pick(GIVEN, n * 7 + (n >> 3))}`;
  const field = pick(FIELDS, n * 5 + (n >> 3));
  return {
    name,
    searchKeys: nameSearchKeys(name),
    sortKey: nameSortKey(name),
    headline: n % 6 === 5 ? '' : `${pick(ROLES, n * 3 + (n >> 2))} · ${field}`,
    presence: pick(PRESENCES, n * 3 + (n >> 2)),
    kind: pick(KINDS, n),
    seeks: [pick(TAGS, n), pick(TAGS, n * 5 + 1)],
    offers: [pick(TAGS, n * 7 + 3)],
    sentence: n % 4 === 3 ? '' : `${pick(WISHES, n * 7 + (n >> 5))} ${field}, ${pick(TAGS, n + (n >> 4))} (${n})`,
    traits: TRAITS.map(([kind, values], at) => ({ kind, value: pick(values, n * (at + 3) + (n >> (at + 2))) })),
  };
}

/** People who differ from each other as people do: checked in, with a goal and four things they tell everybody, on the board. */
export async function addGuests(
  db: DataSource,
  eventId: string,
  count: number,
): Promise<{ id: string; accountId: string }[]> {
  const accounts = await createAccounts(db, count);
  const guests = accounts.map((accountId, n) => ({ accountId, ...guest(n) }));
  return db.query(
    `WITH guest AS (
       SELECT * FROM jsonb_to_recordset($2) AS g ("accountId" uuid, name text, "searchKeys" text, "sortKey" text, headline text,
         presence text, kind text, seeks jsonb, offers jsonb, sentence text, traits jsonb)
     ), seated AS (UPDATE events SET taken = taken + jsonb_array_length($2) WHERE id = $1), put AS (
       INSERT INTO registrations (event_id, account_id, status, source, name, headline, search_keys, sort_key, languages, checked_in_at,
         presence, consent_take_part, consent_board, consent_screen, consent_suggestions, on_board)
       SELECT $1, "accountId", 'confirmed', 'joined', name, headline, "searchKeys", "sortKey", '{zh,en}', now(), presence,
         true, true, true, true, true FROM guest RETURNING id, account_id
     ), goal AS (
       INSERT INTO goals (registration_id, event_id, kind, seeks, offers, sentence)
       SELECT put.id, $1, kind, ARRAY(SELECT jsonb_array_elements_text(seeks)), ARRAY(SELECT jsonb_array_elements_text(offers)), sentence
       FROM put JOIN guest ON guest."accountId" = put.account_id
     ), told AS (
       INSERT INTO commonalities (account_id, kind, value, visibility, position)
       SELECT "accountId", trait->>'kind', trait->>'value', 'everyone', at FROM guest, jsonb_array_elements(traits) WITH ORDINALITY AS t (trait, at)
     ) SELECT id, account_id AS "accountId" FROM put`,
    [eventId, JSON.stringify(guests)],
  );
}
