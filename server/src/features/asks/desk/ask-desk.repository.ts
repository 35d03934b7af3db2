import { Injectable } from '@nestjs/common';
import type { DeskAsk } from '@teabreak/shared';
import { DataSource } from 'typeorm';

export interface DeskRow extends Omit<DeskAsk, 'postedAt'> {
  postedAt: Date;
}
const MOST = 200;

@Injectable()
export class AskDeskRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Everything that was posted and not taken back; what was reported and nobody has looked at yet first. Who reported
   * stays unsaid, and nobody reads what was said about themselves.
   */
  list(eventId: string, readerId: string, now: Date): Promise<DeskRow[]> {
    return this.dataSource.query(
      `SELECT a.id, a.kind, a.text, a.tags, a.posted_at AS "postedAt",
         CASE WHEN a.state = 'open' AND e.ends_at <= $2 THEN 'over' ELSE a.state END AS state,
         json_build_object('registrationId', author.id, 'name', author.name) AS author,
         CASE WHEN a.hidden_at IS NOT NULL THEN json_build_object('reason', a.hidden_reason, 'removed', a.removed_at IS NOT NULL) END AS hidden,
         coalesce(told.reports, '[]') AS reports
       FROM asks a JOIN events e ON e.id = a.event_id JOIN registrations author ON author.id = a.author_id
       LEFT JOIN LATERAL (SELECT json_agg(json_build_object('reason', r.reason, 'at', r.created_at) ORDER BY r.created_at) AS reports
         FROM reports r WHERE r.ask_id = a.id AND r.handled_at IS NULL AND author.account_id IS DISTINCT FROM $3) told ON true
       WHERE a.event_id = $1 AND a.state <> 'withdrawn'
       ORDER BY (told.reports IS NOT NULL AND a.hidden_at IS NULL) DESC, a.posted_at DESC, a.id LIMIT ${MOST}`,
      [eventId, now, readerId],
    );
  }

  /** null: there is no such ask; false: nothing to change. What was removed stays removed. */
  async hide(eventId: string, askId: string, by: string, reason: string, now: Date): Promise<boolean | null> {
    return this.change(
      eventId,
      askId,
      `UPDATE asks SET hidden_at = coalesce(hidden_at, $3), hidden_by = $4, hidden_reason = $5
       WHERE event_id = $1 AND id = $2 AND removed_at IS NULL`,
      [now, by, reason],
    );
  }

  async unhide(eventId: string, askId: string): Promise<boolean | null> {
    return this.change(
      eventId,
      askId,
      `UPDATE asks SET hidden_at = NULL, hidden_by = NULL, hidden_reason = ''
       WHERE event_id = $1 AND id = $2 AND hidden_at IS NOT NULL AND removed_at IS NULL`,
      [],
    );
  }

  /** The words are gone for good, also from those who have answered. */
  async remove(eventId: string, askId: string, by: string, reason: string, now: Date): Promise<boolean | null> {
    return this.change(
      eventId,
      askId,
      `UPDATE asks SET removed_at = $3, hidden_at = coalesce(hidden_at, $3), hidden_by = $4, hidden_reason = $5,
         text = '–', tags = '{}', topic_keys = '{}', search_keys = ''
       WHERE event_id = $1 AND id = $2 AND removed_at IS NULL`,
      [now, by, reason],
    );
  }

  private async change(eventId: string, askId: string, sql: string, rest: unknown[]): Promise<boolean | null> {
    const [, count] = await this.dataSource.query<[unknown[], number]>(sql, [eventId, askId, ...rest]);
    if (count > 0) return true;
    const rows: unknown[] = await this.dataSource.query('SELECT 1 FROM asks WHERE event_id = $1 AND id = $2', [
      eventId,
      askId,
    ]);
    return rows.length > 0 ? false : null;
  }
}
