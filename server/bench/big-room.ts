import { createHash, randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline';
import type { BoardPerson, GoalKind, Presence } from '@teabreak/shared';
import type { DataSource } from 'typeorm';
import { BoardLog } from '../src/common/board-log.js';
import { DomainEvents } from '../src/common/domain-events.js';
import { nameSearchKeys, nameSortKey } from '../src/common/name-search.js';
import { sessionCookieName } from '../src/common/session-cookie.js';
import { createEvent } from '../test/factories.js';
import { createAccounts } from './people.js';
import { openWorld, type World } from './world.js';

/**
 * A room full of people behind a server of its own, for a browser: `big-room.ts COUNT`. Says where it is in one line of JSON. Then each
 * line it is told is how many people a second change what they do; at the end of its input the room closes.
 */
export interface BigRoom {
  origin: string;
  slug: string;
  /** Of the one who looks, who is in the room as well: name and value. */
  cookie: { name: string; value: string };
  count: number;
}

const BEAT_MS = 200;
const FAMILY = '李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'.split('');
const GIVEN = '明辉 小红 伟 芳 娜 敏静 秀英 丽 强 磊 军 洋 勇 艳 杰 娟 涛 雨桐 子轩 欣怡'.split(' ');
const LATIN = 'Ada Bo Carla Dmitri Eun Fatima Goran Hiroko Ivo Jürgen'.split(' ');
const LATER = "Obi Lind Park O'Brien Müller Silva Novak Sato King Haddad".split(' ');
const TAGS =
  '后端开发 visa support 代理记账 product photography 天使投资 UX design 跨境电商 Go coffee 陶瓷 hiking 签证支持'.split(
    ' ',
  );
const WORK = [
  'Founder · 景德镇陶瓷',
  'Backend engineer at a payments company',
  '产品经理，做工业软件',
  'Interpreter',
  '',
];
const SENTENCES = [
  'We hire three people for our payments team, remote is fine.',
  '想找一位懂跨境电商的合伙人，我们已经有稳定的供应链和一个小团队。',
  'Looking for somebody who has opened a WFOE and would tell me honestly how it went.',
  '',
];
const KINDS: readonly GoalKind[] = ['hire', 'find-job', 'partner', 'advice', 'friends', 'clients'];
const PRESENCES: readonly Presence[] = ['free', 'free', 'talking', 'at-place', 'away'];

/** Repeatable: the same room every time. */
const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

function guest(n: number) {
  const name =
    n % 3 === 0
      ? `${pick(LATIN, n * 7)} ${pick(LATER, n * 3 + (n >> 4))} ${n}`
      : `${pick(FAMILY, n * 11 + (n >> 5))}${pick(GIVEN, n * 7 + (n >> 3))}`;
  return {
    name,
    searchKeys: nameSearchKeys(name),
    sortKey: nameSortKey(name),
    headline: pick(WORK, n),
    presence: pick(PRESENCES, n * 3 + (n >> 2)),
    kind: pick(KINDS, n),
    seeks: [pick(TAGS, n), pick(TAGS, n * 5 + 1)],
    offers: [pick(TAGS, n * 7 + 3)],
    sentence: pick(SENTENCES, n),
  };
}

async function fill(db: DataSource, eventId: string, count: number): Promise<{ ids: string[]; token: string }> {
  const accounts = await createAccounts(db, count);
  const guests = accounts.map((accountId, n) => ({ accountId, ...guest(n) }));
  const rows: { id: string }[] = await db.query(
    `WITH guest AS (
       SELECT * FROM jsonb_to_recordset($2) AS g ("accountId" uuid, name text, "searchKeys" text, "sortKey" text, headline text,
         presence text, kind text, seeks jsonb, offers jsonb, sentence text)
     ), seated AS (UPDATE events SET taken = taken + jsonb_array_length($2) WHERE id = $1), put AS (
       INSERT INTO registrations (event_id, account_id, status, source, name, headline, search_keys, sort_key, languages, checked_in_at,
         presence, consent_take_part, consent_board, consent_screen, consent_suggestions, on_board)
       SELECT $1, "accountId", 'confirmed', 'joined', name, headline, "searchKeys", "sortKey", '{zh,en}', now(), presence,
         true, true, true, true, true FROM guest RETURNING id, account_id
     ), goal AS (
       INSERT INTO goals (registration_id, event_id, kind, seeks, offers, sentence)
       SELECT put.id, $1, kind, ARRAY(SELECT jsonb_array_elements_text(seeks)), ARRAY(SELECT jsonb_array_elements_text(offers)), sentence
       FROM put JOIN guest ON guest."accountId" = put.account_id
     ) SELECT id FROM put`,
    [eventId, JSON.stringify(guests)],
  );
  const token = randomBytes(32).toString('base64url');
  await db.query(
    `INSERT INTO sessions (account_id, token_hash, device, expires_at) VALUES ($1, $2, 'bench', now() + interval '1 day')`,
    [accounts[0], createHash('sha256').update(token).digest()],
  );
  await db.query('ANALYZE');
  return { ids: rows.map(({ id }) => id), token };
}

/** People begin and end talks, `perSecond` of them. @returns how it ends */
function stir({ app, dataSource }: World, eventId: string, ids: readonly BoardPerson['id'][], perSecond: number) {
  const each = Math.max(Math.round((perSecond * BEAT_MS) / 1000), 1);
  let at = 0;
  const timer = setInterval(async () => {
    at += each;
    const some = Array.from({ length: each }, (_, n) => pick(ids, (at + n) * 7919));
    await dataSource.transaction(async (manager) => {
      await manager.query(
        `UPDATE registrations SET presence = CASE presence WHEN 'free' THEN 'talking' ELSE 'free' END WHERE id = ANY($1)`,
        [some],
      );
      await app.get(BoardLog, { strict: false }).peopleChanged(manager, eventId, some);
    });
    app.get(DomainEvents).emit('board:changed', { eventId });
  }, BEAT_MS);
  return () => clearInterval(timer);
}

const count = Number(process.argv[2] ?? 10_000);
const world = await openWorld();
const { eventId, slug } = await createEvent(world.dataSource);
const { ids, token } = await fill(world.dataSource, eventId, count);
const cookie = { name: sessionCookieName(false), value: token };
console.log(JSON.stringify({ origin: world.origin, slug, cookie, count } satisfies BigRoom));
let still = () => {};
for await (const line of createInterface({ input: process.stdin })) {
  still();
  const perSecond = Number(line);
  still = perSecond > 0 ? stir(world, eventId, ids, perSecond) : () => {};
}
still();
await world.stop();
