import { Injectable } from '@nestjs/common';
import type { CirclePerson, CircleThanks, KnownPerson } from '@teabreak/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { CONNECTS } from './connects.js';

export type AcquaintanceOrigin = KnownPerson['origin'];
/** A person of the event as the circle needs them. */
export interface Party {
  registrationId: string;
  accountId: string;
}
/** `told`: whether the other one's phone has something new to show. */
export interface Said {
  known: boolean;
  changed: boolean;
  told: boolean;
}

const PERSON = 'SELECT r.id AS "registrationId", r.account_id AS "accountId" FROM registrations r';
const TAKES_PART = `r.status = 'confirmed' AND r.consent_take_part`;
const UNBLOCKED = `NOT EXISTS (SELECT FROM blocks b
  WHERE (b.blocker_id, b.blocked_id) IN (($1::uuid, r.account_id), (r.account_id, $1::uuid)))`;
const PAIR = 'one_id = least($1::uuid, $2::uuid) AND other_id = greatest($1::uuid, $2::uuid)';
/**
 * Unanswered questions between $1 and people of the event $2. Who has blocked the other is gone for both, as somebody who hides or
 * leaves is: a name that stayed while the person is found nowhere else would tell (I6).
 */
const QUESTIONS = `SELECT r.id AS "registrationId", r.name, r.headline FROM acquaintances a
  JOIN registrations r ON r.event_id = $2 AND r.account_id IN (a.one_id, a.other_id) AND r.account_id <> $1
  WHERE $1 IN (a.one_id, a.other_id) AND a.confirmed_at IS NULL AND ${TAKES_PART} AND r.board_level <> 'hidden' AND ${UNBLOCKED}`;
const CONNECTORS_LISTED = 5;

@Injectable()
export class CircleRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Somebody else of the event whom the account may see: taking part, not blocked either way, not hidden from them. */
  async visible(accountId: string, eventId: string, registrationId: string): Promise<Party | null> {
    const rows = await this.dataSource.query<Party[]>(
      `${PERSON} WHERE r.event_id = $2 AND r.id = $3 AND r.account_id <> $1 AND ${TAKES_PART} AND ${UNBLOCKED}
         AND (r.board_level <> 'hidden'
           OR EXISTS (SELECT FROM contact_grants g WHERE g.owner_account_id = r.account_id AND g.viewer_account_id = $1
             AND g.event_id = r.event_id AND g.revoked_at IS NULL)
           OR EXISTS (SELECT FROM acquaintances a
             WHERE a.one_id = least(r.account_id, $1) AND a.other_id = greatest(r.account_id, $1)))`,
      [accountId, eventId, registrationId],
    );
    return rows[0] ?? null;
  }

  /** K2: who is here, and who lets those they know see that they come. Those here first. */
  known(accountId: string, eventId: string): Promise<KnownPerson[]> {
    return this.dataSource.query(
      `SELECT k.registration_id AS "registrationId", k.name, k.headline, k.present AS "checkedIn", t.origin, k.introduces,
         ${CONNECTS('k')} AS connects
       FROM open_ties t JOIN event_acquaintances k ON k.event_id = $2 AND k.account_id = t.known_id
       WHERE t.account_id = $1 ORDER BY k.present DESC, k.sort_key, k.registration_id`,
      [accountId, eventId],
    );
  }

  /** Who waits for the account's answer. Whom it has declined waits unseen. */
  asking(accountId: string, eventId: string): Promise<CirclePerson[]> {
    return this.dataSource.query(
      `${QUESTIONS} AND a.asked_by = r.account_id AND a.declined_by IS NULL ORDER BY a.created_at, r.id`,
      [accountId, eventId],
    );
  }

  /** Whose answer the account waits for; a "no" is no answer. */
  asked(accountId: string, eventId: string): Promise<CirclePerson[]> {
    return this.dataSource.query(`${QUESTIONS} AND a.asked_by = $1 ORDER BY a.created_at, r.id`, [accountId, eventId]);
  }

  /** M11: on the board, with their consent, not known to the account anyway. Who did most is among them and not first. */
  connectors(accountId: string, eventId: string): Promise<CirclePerson[]> {
    return this.dataSource.query(
      `SELECT r.id AS "registrationId", r.name, r.headline FROM (SELECT r.* FROM registrations r
       WHERE r.event_id = $2 AND r.on_board AND r.account_id <> $1 AND ${UNBLOCKED} AND ${CONNECTS('r')}
         AND NOT EXISTS (SELECT FROM open_ties t WHERE t.account_id = $1 AND t.known_id = r.account_id)
       ORDER BY (SELECT sum(made.agreed) FROM introductions_made made WHERE made.account_id = r.account_id) DESC, r.sort_key, r.id
       LIMIT ${CONNECTORS_LISTED}) r ORDER BY r.sort_key, r.id`,
      [accountId, eventId],
    );
  }

  /** Whoever was the first of two steps has brought them together as much as the second. */
  async thanks(accountId: string): Promise<CircleThanks> {
    const rows: CircleThanks[] = await this.dataSource.query(
      `SELECT (SELECT count(*)::int FROM introductions
           WHERE state = 'met' AND (introducer_account_id = $1 OR through_account_id = $1)) AS met,
         (SELECT count(*)::int FROM registrations r JOIN ask_helps h ON h.helper_id = r.id
           JOIN asks a ON a.id = h.ask_id AND a.answered_by_help = h.id AND a.hidden_at IS NULL WHERE r.account_id = $1) AS helped`,
      [accountId],
    );
    return rows[0] as CircleThanks;
  }

  /**
   * One side's "we know each other"; the second side's makes it true. The row is locked meanwhile, so that two people who
   * say it in the same moment both find it known. Where the other one has said no, the question stands and they hear nothing of it.
   */
  async confirm(manager: EntityManager, from: string, to: string, eventId: string, at: Date): Promise<Said> {
    const inserted = await manager.query<unknown[]>(
      `INSERT INTO acquaintances (one_id, other_id, origin, asked_by, event_id, created_at)
       VALUES (least($1::uuid, $2::uuid), greatest($1::uuid, $2::uuid), 'confirmed', $1, $3, $4)
       ON CONFLICT (one_id, other_id) DO NOTHING RETURNING one_id`,
      [from, to, eventId, at],
    );
    if (inserted.length > 0) return { known: false, changed: true, told: true };
    const [rows] = await manager.query<[{ known: boolean; declined: boolean }[], number]>(
      `UPDATE acquaintances SET
         confirmed_at = CASE WHEN asked_by = $2 THEN $3::timestamptz END,
         declined_by = CASE WHEN asked_by = $2 OR declined_by = $1 THEN NULL ELSE declined_by END,
         asked_by = COALESCE(asked_by, $1::uuid)
       WHERE ${PAIR} AND confirmed_at IS NULL AND asked_by IS DISTINCT FROM $1
       RETURNING confirmed_at IS NOT NULL AS known, declined_by IS NOT NULL AS declined`,
      [from, to, at],
    );
    const [row] = rows;
    if (row) return { known: row.known, changed: true, told: !row.declined };
    const standing = await manager.query<{ known: boolean }[]>(
      `SELECT confirmed_at IS NOT NULL AS known FROM acquaintances WHERE ${PAIR}`,
      [from, to],
    );
    return { known: standing[0]?.known ?? false, changed: false, told: false };
  }

  /** Takes back what the two know of each other, or the account's own question; turns theirs down unseen. True when there was anything. */
  async withdraw(manager: EntityManager, from: string, other: string): Promise<boolean> {
    const [, over] = await manager.query<[unknown[], number]>(
      `DELETE FROM acquaintances WHERE ${PAIR} AND (confirmed_at IS NOT NULL OR (asked_by = $1 AND declined_by IS NULL))`,
      [from, other],
    );
    if (over > 0) return true;
    const [, changed] = await manager.query<[unknown[], number]>(
      `UPDATE acquaintances SET asked_by = NULLIF(asked_by, $1::uuid), declined_by = CASE WHEN asked_by = $2 THEN $1 ELSE declined_by END
       WHERE ${PAIR} AND (asked_by = $1 OR (asked_by = $2 AND declined_by IS NULL))`,
      [from, other],
    );
    return changed > 0;
  }

  /** Both did something that proves it. What they had confirmed before keeps its origin; each event counts once. */
  async addMet(
    manager: EntityManager,
    pair: readonly [string, string],
    origin: AcquaintanceOrigin,
    eventId: string,
    at: Date,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO acquaintances AS a (one_id, other_id, origin, confirmed_at, event_id, created_at, times_met, last_met_at, last_met_event)
       VALUES (least($1::uuid, $2::uuid), greatest($1::uuid, $2::uuid), $3, $5, $4, $5, 1, $5, $4)
       ON CONFLICT (one_id, other_id) DO UPDATE SET
         origin = CASE WHEN a.confirmed_at IS NULL THEN excluded.origin ELSE a.origin END,
         confirmed_at = COALESCE(a.confirmed_at, excluded.confirmed_at), declined_by = NULL,
         times_met = a.times_met + (a.last_met_event IS DISTINCT FROM excluded.last_met_event)::int,
         last_met_at = excluded.last_met_at, last_met_event = excluded.last_met_event`,
      [...pair, origin, eventId, at],
    );
  }

  /** One of the two says that they did not meet: what rests on that meeting alone is over. */
  async unmeet(manager: EntityManager, pair: readonly [string, string], eventId: string): Promise<void> {
    await manager.query(
      `UPDATE acquaintances SET times_met = times_met - 1, last_met_at = NULL, last_met_event = NULL
       WHERE ${PAIR} AND last_met_event = $3 AND times_met > 0`,
      [...pair, eventId],
    );
    await manager.query(
      `DELETE FROM acquaintances WHERE ${PAIR} AND origin = 'met' AND times_met = 0 AND event_id = $3`,
      [...pair, eventId],
    );
  }

  async acquaintancesOf(accountId: string): Promise<string[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      'SELECT known_id AS id FROM open_ties WHERE account_id = $1',
      [accountId],
    );
    return rows.map(({ id }) => id);
  }

  async isBlocked(manager: EntityManager, accountA: string, accountB: string): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      'SELECT 1 FROM blocks WHERE (blocker_id, blocked_id) IN (($1, $2), ($2, $1))',
      [accountA, accountB],
    );
    return rows.length > 0;
  }
}
