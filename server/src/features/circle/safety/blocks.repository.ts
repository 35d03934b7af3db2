import { Injectable } from '@nestjs/common';
import type { BlockedPeople } from '@teabreak/shared';
import { DataSource } from 'typeorm';
import type { Party } from '../circle.repository.js';

@Injectable()
export class BlocksRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Anybody else of the event with an account, whatever they show or have left: whom one may block or report. */
  async anybody(accountId: string, eventId: string, registrationId: string): Promise<Party | null> {
    const rows = await this.dataSource.query<Party[]>(
      `SELECT r.id AS "registrationId", r.account_id AS "accountId" FROM registrations r
       WHERE r.event_id = $1 AND r.id = $2 AND r.account_id <> $3`,
      [eventId, registrationId, accountId],
    );
    return rows[0] ?? null;
  }

  /** Named as they were at the last event both were at, newest block first. */
  of(accountId: string): Promise<BlockedPeople['blocked']> {
    return this.dataSource.query(
      `SELECT b.blocked_id AS "accountId", to_char(b.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, COALESCE((
         SELECT r.name FROM registrations r JOIN registrations own ON own.event_id = r.event_id AND own.account_id = $1
         WHERE r.account_id = b.blocked_id ORDER BY r.created_at DESC, r.id LIMIT 1
       ), a.name) AS name
       FROM blocks b JOIN accounts a ON a.id = b.blocked_id WHERE b.blocker_id = $1 ORDER BY b.created_at DESC, b.blocked_id`,
      [accountId],
    );
  }

  /** Events that are not over and that both are registered for: a block holds in all of them. */
  async events(accountA: string, accountB: string, now: Date): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT e.id FROM events e JOIN registrations a ON a.event_id = e.id AND a.account_id = $1
       JOIN registrations b ON b.event_id = e.id AND b.account_id = $2 WHERE e.ends_at > $3`,
      [accountA, accountB, now],
    );
    return rows.map(({ id }) => id);
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
}
