import { createHash, randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { sessionCookieName } from '../src/common/session-cookie.js';
import { createEvent } from '../test/factories.js';

export interface FullEvent {
  eventId: string;
  /** Of everybody in it, ready to be sent. */
  cookies: string[];
}

/** An event with `count` people who are checked in, have a goal, and show themselves on the board. */
export async function createFullEvent(db: DataSource, count: number): Promise<FullEvent> {
  const { eventId } = await createEvent(db);
  const accounts = await createAccounts(db, count);
  const tokens = accounts.map(() => randomBytes(32).toString('base64url'));
  await db.query(
    `INSERT INTO sessions (account_id, token_hash, device, expires_at)
     SELECT id, hash, 'bench', now() + interval '30 days' FROM unnest($1::uuid[], $2::bytea[]) AS new (id, hash)`,
    [accounts, tokens.map((token) => createHash('sha256').update(token).digest())],
  );
  await db.query(
    `WITH seated AS (UPDATE events SET taken = taken + cardinality($2::uuid[]) WHERE id = $1), put AS (
       INSERT INTO registrations (event_id, account_id, status, source, name, headline, search_keys, sort_key, languages, checked_in_at,
         consent_take_part, consent_board, consent_screen, consent_suggestions, on_board)
       SELECT $1, id, 'confirmed', 'joined', '李明辉 ' || n, 'Engineer for payments at company ' || n, 'li minghui lmh ' || n,
         'liminghui' || lpad(n::text, 6, '0'), '{zh,en}', now(), true, true, true, true, true
       FROM unnest($2::uuid[]) WITH ORDINALITY AS new (id, n) RETURNING id, event_id)
     INSERT INTO goals (registration_id, event_id, kind, seeks, offers, sentence)
     SELECT id, event_id, 'hire', '{backend engineers,Go}', '{visa support,relocation}', 'We hire three people for our payments team.' FROM put`,
    [eventId, accounts],
  );
  await db.query('ANALYZE');
  return { eventId, cookies: tokens.map((token) => `${sessionCookieName(false)}=${token}`) };
}

/** Accounts without anything else; resolves to their ids. */
export async function createAccounts(db: Pick<DataSource, 'query'>, count: number): Promise<string[]> {
  const rows: { id: string }[] = await db.query(
    `INSERT INTO accounts (name) SELECT 'Person ' || n FROM generate_series(1, $1) n RETURNING id`,
    [count],
  );
  return rows.map(({ id }) => id);
}
