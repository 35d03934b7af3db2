import { Injectable } from '@nestjs/common';
import type { Circle } from '@teabreak/shared';
import { DataSource, type EntityManager } from 'typeorm';

export type AcquaintanceOrigin = 'confirmed' | 'met' | 'scanned';
/** A person of the event as the circle needs them. */
export interface CirclePerson {
  registrationId: string;
  accountId: string;
}
export interface SharedAcquaintance {
  accountId: string;
  name: string;
  /** Checked in. */
  present: boolean;
}
type Asking = Circle['asking'][number];
type Known = Circle['known'][number];

const PERSON = 'SELECT r.id AS "registrationId", r.account_id AS "accountId" FROM registrations r';
const TAKES_PART = `r.status = 'confirmed' AND r.consent_take_part`;
/**
 * Everybody whom $1 is tied to by a row of acquaintances, in an event $2. Who has blocked the other is gone for both, as
 * somebody who hides or leaves is: a name that stayed while the person is found nowhere else would tell (I6).
 */
const PEOPLE_TIED = `FROM acquaintances a
  JOIN registrations r ON r.event_id = $2 AND r.account_id IN (a.one_id, a.other_id) AND r.account_id <> $1
  WHERE $1 IN (a.one_id, a.other_id) AND ${TAKES_PART} AND r.board_level <> 'hidden'
    AND NOT EXISTS (SELECT FROM blocks b WHERE (b.blocker_id, b.blocked_id) IN (($1::uuid, r.account_id), (r.account_id, $1::uuid)))`;

@Injectable()
export class CircleRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The account's own confirmed place in the event. */
  async self(accountId: string, eventId: string): Promise<CirclePerson | null> {
    const rows = await this.dataSource.query<CirclePerson[]>(
      `${PERSON} WHERE r.event_id = $1 AND r.account_id = $2 AND r.status = 'confirmed'`,
      [eventId, accountId],
    );
    return rows[0] ?? null;
  }

  /** Somebody else of the event whom the account may see: taking part, not blocked either way, not hidden from them. */
  async visible(accountId: string, eventId: string, registrationId: string): Promise<CirclePerson | null> {
    const rows = await this.dataSource.query<CirclePerson[]>(
      `${PERSON} WHERE r.event_id = $1 AND r.id = $2 AND r.account_id <> $3 AND ${TAKES_PART}
         AND NOT EXISTS (SELECT FROM blocks b WHERE (b.blocker_id, b.blocked_id) IN (($3, r.account_id), (r.account_id, $3)))
         AND (r.board_level <> 'hidden'
           OR EXISTS (SELECT FROM contact_grants g WHERE g.owner_account_id = r.account_id AND g.viewer_account_id = $3
             AND g.event_id = r.event_id AND g.revoked_at IS NULL)
           OR EXISTS (SELECT FROM acquaintances a
             WHERE a.one_id = least(r.account_id, $3) AND a.other_id = greatest(r.account_id, $3)))`,
      [eventId, registrationId, accountId],
    );
    return rows[0] ?? null;
  }

  /** Anybody else of the event with an account, whatever they show or have left: whom one may block or report. */
  async anybody(accountId: string, eventId: string, registrationId: string): Promise<CirclePerson | null> {
    const rows = await this.dataSource.query<CirclePerson[]>(
      `${PERSON} WHERE r.event_id = $1 AND r.id = $2 AND r.account_id <> $3`,
      [eventId, registrationId, accountId],
    );
    return rows[0] ?? null;
  }

  known(accountId: string, eventId: string): Promise<Known[]> {
    return this.dataSource.query(
      `SELECT r.id AS "registrationId", r.name, r.headline, r.checked_in_at IS NOT NULL AS "checkedIn"
       ${PEOPLE_TIED} AND a.confirmed_at IS NOT NULL ORDER BY r.sort_key, r.id`,
      [accountId, eventId],
    );
  }

  asking(accountId: string, eventId: string): Promise<Asking[]> {
    return this.dataSource.query(
      `SELECT r.id AS "registrationId", r.name, r.headline
       ${PEOPLE_TIED} AND a.confirmed_at IS NULL AND a.asked_by = r.account_id ORDER BY a.created_at, r.id`,
      [accountId, eventId],
    );
  }

  /**
   * One side's "we know each other"; the second side's makes it true. The row is locked meanwhile, so that two people who
   * say it in the same moment both find it known.
   */
  async confirm(
    manager: EntityManager,
    from: string,
    to: string,
    eventId: string,
    at: Date,
  ): Promise<{ known: boolean; changed: boolean }> {
    const inserted = await manager.query<unknown[]>(
      `INSERT INTO acquaintances (one_id, other_id, origin, asked_by, event_id, created_at)
       VALUES (least($1::uuid, $2::uuid), greatest($1::uuid, $2::uuid), 'confirmed', $1, $3, $4)
       ON CONFLICT (one_id, other_id) DO NOTHING RETURNING one_id`,
      [from, to, eventId, at],
    );
    if (inserted.length > 0) return { known: false, changed: true };
    const [updated] = await manager.query<[unknown[], number]>(
      `UPDATE acquaintances SET confirmed_at = $3
       WHERE one_id = least($1::uuid, $2::uuid) AND other_id = greatest($1::uuid, $2::uuid)
         AND confirmed_at IS NULL AND asked_by = $2 RETURNING one_id`,
      [from, to, at],
    );
    if (updated.length > 0) return { known: true, changed: true };
    const rows = await manager.query<{ known: boolean }[]>(
      `SELECT confirmed_at IS NOT NULL AS known FROM acquaintances
       WHERE one_id = least($1::uuid, $2::uuid) AND other_id = greatest($1::uuid, $2::uuid)`,
      [from, to],
    );
    return { known: rows[0]?.known ?? false, changed: false };
  }

  /** True when there was something to take back. */
  async withdraw(accountA: string, accountB: string): Promise<boolean> {
    const [, count] = await this.dataSource.query<[unknown[], number]>(
      'DELETE FROM acquaintances WHERE one_id = least($1::uuid, $2::uuid) AND other_id = greatest($1::uuid, $2::uuid)',
      [accountA, accountB],
    );
    return count > 0;
  }

  /** Both did something that proves it. What they had confirmed before keeps its origin. */
  async addMet(
    manager: EntityManager,
    pair: readonly [string, string],
    origin: AcquaintanceOrigin,
    eventId: string,
    at: Date,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO acquaintances AS a (one_id, other_id, origin, confirmed_at, event_id, created_at)
       VALUES (least($1::uuid, $2::uuid), greatest($1::uuid, $2::uuid), $3, $5, $4, $5)
       ON CONFLICT (one_id, other_id) DO UPDATE SET confirmed_at = excluded.confirmed_at, origin = excluded.origin
       WHERE a.confirmed_at IS NULL`,
      [...pair, origin, eventId, at],
    );
  }

  async acquaintancesOf(accountId: string): Promise<string[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `SELECT CASE WHEN a.one_id = $1 THEN a.other_id ELSE a.one_id END AS id FROM acquaintances a
       WHERE $1 IN (a.one_id, a.other_id) AND a.confirmed_at IS NOT NULL
         AND NOT EXISTS (SELECT FROM blocks b WHERE (b.blocker_id, b.blocked_id) IN ((a.one_id, a.other_id), (a.other_id, a.one_id)))`,
      [accountId],
    );
    return rows.map(({ id }) => id);
  }

  /** People both know, taking part in the event, on good terms with both. Present ones first. */
  shared(accountA: string, accountB: string, eventId: string): Promise<SharedAcquaintance[]> {
    return this.dataSource.query(
      `SELECT r.account_id AS "accountId", r.name, r.checked_in_at IS NOT NULL AS present
       FROM registrations r
       JOIN acquaintances a ON a.one_id = least(r.account_id, $1::uuid) AND a.other_id = greatest(r.account_id, $1::uuid)
       JOIN acquaintances b ON b.one_id = least(r.account_id, $2::uuid) AND b.other_id = greatest(r.account_id, $2::uuid)
       WHERE r.event_id = $3 AND r.account_id NOT IN ($1, $2) AND ${TAKES_PART} AND r.board_level <> 'hidden'
         AND a.confirmed_at IS NOT NULL AND b.confirmed_at IS NOT NULL
         AND NOT EXISTS (SELECT FROM blocks x WHERE (x.blocker_id = r.account_id AND x.blocked_id IN ($1, $2))
           OR (x.blocked_id = r.account_id AND x.blocker_id IN ($1, $2)))
       ORDER BY present DESC, r.sort_key, r.id`,
      [accountA, accountB, eventId],
    );
  }

  async isBlocked(manager: EntityManager, accountA: string, accountB: string): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      'SELECT 1 FROM blocks WHERE (blocker_id, blocked_id) IN (($1, $2), ($2, $1))',
      [accountA, accountB],
    );
    return rows.length > 0;
  }

  async block(blocker: string, blocked: string, at: Date): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(
      'INSERT INTO blocks (blocker_id, blocked_id, created_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING blocker_id',
      [blocker, blocked, at],
    );
    return rows.length > 0;
  }

  async unblock(blocker: string, blocked: string): Promise<boolean> {
    const [, count] = await this.dataSource.query<[unknown[], number]>(
      'DELETE FROM blocks WHERE blocker_id = $1 AND blocked_id = $2',
      [blocker, blocked],
    );
    return count > 0;
  }

  async report(eventId: string, reporter: string, registrationId: string, reason: string, at: Date): Promise<void> {
    await this.dataSource.query(
      'INSERT INTO reports (event_id, reporter_id, reported_registration_id, reason, created_at) VALUES ($1, $2, $3, $4, $5)',
      [eventId, reporter, registrationId, reason, at],
    );
  }
}
