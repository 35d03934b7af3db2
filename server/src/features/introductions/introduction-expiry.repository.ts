import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Introduction } from './introduction-state.js';
import type { Involved } from './introductions.policy.js';
import { JOINED, STATE } from './introductions.repository.js';

export type ExpiredIntroduction = Introduction & Involved & { id: string; eventId: string };

/** What is open for those who asked, a "no" that nobody may notice included: whatever moves the time moves it for all alike (I2). */
const UNTOLD = `i.told_at IS NULL AND i.state IN ('asked', 'passed-on', 'not-this-time')`;

@Injectable()
export class IntroductionExpiryRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Marks up to `most` of those that have run out, and of those that ended in secret before. Several servers may do it at once:
   * each takes rows that the others do not hold. In an order that tells nothing: rows that were touched lie further back.
   */
  async expire(now: Date, most: number): Promise<ExpiredIntroduction[]> {
    return this.dataSource.query(
      `WITH due AS MATERIALIZED (
         SELECT i.id FROM introductions i WHERE ${UNTOLD} AND i.expires_at <= $1
         ORDER BY i.expires_at, i.id LIMIT $2 FOR UPDATE SKIP LOCKED
       ), marked AS (
         UPDATE introductions x SET told_at = $1, updated_at = $1, state = 'not-this-time',
           end_reason = coalesce(end_reason, 'expired'), ended_at = coalesce(ended_at, expires_at)
         FROM due WHERE x.id = due.id RETURNING x.*
       ) SELECT ${STATE} FROM marked i ${JOINED} ORDER BY i.expires_at, i.id`,
      [now, most],
    );
  }

  /** Closes up to `most` meetings of which nobody has said for so long after the event whether they took place. */
  async closeUnreported(now: Date, afterMs: number, most: number): Promise<ExpiredIntroduction[]> {
    return this.dataSource.query(
      `WITH due AS MATERIALIZED (
         SELECT i.id, e.ends_at + make_interval(secs => $2) AS at FROM introductions i JOIN events e ON e.id = i.event_id
         WHERE i.state = 'agreed' AND e.ends_at <= $1::timestamptz - make_interval(secs => $2)
         ORDER BY i.id LIMIT $3 FOR UPDATE OF i SKIP LOCKED
       ), closed AS (
         UPDATE introductions x SET state = 'unknown', ended_at = due.at, updated_at = $1 FROM due WHERE x.id = due.id RETURNING x.*
       ) SELECT ${STATE} FROM closed i ${JOINED} ORDER BY i.id`,
      [now, afterMs / 1000, most],
    );
  }

  async hostsOf(eventIds: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await this.dataSource.query<{ eventId: string; accountIds: string[] }[]>(
      `SELECT event_id AS "eventId", array_agg(account_id) AS "accountIds" FROM event_roles
       WHERE event_id = ANY($1::uuid[]) AND role IN ('owner', 'organizer', 'host') GROUP BY event_id`,
      [eventIds],
    );
    return new Map(rows.map(({ eventId, accountIds }) => [eventId, accountIds]));
  }

  /**
   * A break that goes on longer than planned: what would end within `ahead` ends five minutes later, never after the event.
   * Ahead of time, so that nobody sees an end that is taken back.
   */
  async prolong(now: Date, aheadMs: number): Promise<void> {
    await this.dataSource.query(
      `UPDATE introductions i SET expires_at = least(e.ends_at, $1::timestamptz + interval '5 minutes')
       FROM agenda_items t, events e
       WHERE t.id = i.expiry_break_id AND e.id = i.event_id AND ${UNTOLD} AND t.opened_at IS NOT NULL AND t.closed_at IS NULL
         AND i.expires_at > $1 AND i.expires_at <= $1::timestamptz + make_interval(secs => $2) AND e.ends_at > i.expires_at`,
      [now, aheadMs / 1000],
    );
  }

  /** A break was closed, or it or the event was moved: what was to end with it ends when it ends now. */
  async reschedule(eventId: string, now: Date): Promise<void> {
    await this.dataSource.query(
      `UPDATE introductions i SET expires_at = moved.at FROM (
         SELECT x.id, greatest($2::timestamptz, least(e.ends_at, CASE WHEN t.closed_at IS NOT NULL THEN $2 ELSE t.ends_at END)) AS at
         FROM introductions x JOIN events e ON e.id = x.event_id LEFT JOIN agenda_items t ON t.id = x.expiry_break_id
         WHERE x.event_id = $1 AND x.expires_at > $2
           AND NOT coalesce(t.opened_at IS NOT NULL AND t.closed_at IS NULL AND t.ends_at <= $2, false)) AS moved
       WHERE i.id = moved.id AND ${UNTOLD} AND i.expires_at > $2 AND i.expires_at <> moved.at`,
      [eventId, now],
    );
  }
}
