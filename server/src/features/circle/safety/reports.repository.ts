import { Injectable } from '@nestjs/common';
import type { Report } from '@teabreak/shared';
import { DataSource, type EntityManager } from 'typeorm';

export interface NewReport {
  eventId: string;
  reporterId: string;
  registrationId: string;
  reason: string;
  requestId: string | undefined;
  messageId: string | undefined;
  at: Date;
}
export interface Hidden {
  registrationId: string;
  accountId: string | null;
}

@Injectable()
export class ReportsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Quotes the message as it stands where the person wrote it. False where this request was written already. */
  async insert({ eventId, reporterId, registrationId, reason, requestId, messageId, at }: NewReport): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(
      `INSERT INTO reports (event_id, reporter_id, reported_registration_id, reason, request_id, created_at, quote)
       VALUES ($1, $2, $3, $4, $5, $6, COALESCE((
         SELECT m.text FROM room_messages m JOIN registrations r ON r.id = $3 AND r.account_id = m.author_account_id
         WHERE m.event_id = $1 AND m.id = $7 AND m.removed_at IS NULL), ''))
       ON CONFLICT (event_id, reporter_id, request_id) DO NOTHING RETURNING id`,
      [eventId, reporterId, registrationId, reason, requestId ?? null, at, messageId ?? null],
    );
    return rows.length > 0;
  }

  /** Nobody reads what was said about themselves. Open ones first, then the newest. */
  list(eventId: string, readerId: string): Promise<Report[]> {
    return this.dataSource.query(
      `SELECT x.id, ${instant('x.created_at')} AS at, x.reason, x.quote, ${instant('x.handled_at')} AS "handledAt",
         json_build_object('registrationId', r.id, 'name', r.name, 'headline', r.headline, 'status', r.status,
           'hidden', r.level_before_hidden IS NOT NULL) AS person,
         (SELECT count(DISTINCT other.reporter_id)::int FROM reports other
           WHERE other.event_id = x.event_id AND other.reported_registration_id = r.id) AS reporters,
         COALESCE((SELECT own.name FROM registrations own WHERE own.event_id = x.event_id AND own.account_id = x.reporter_id), a.name) AS by
       FROM reports x JOIN registrations r ON r.id = x.reported_registration_id JOIN accounts a ON a.id = x.reporter_id
       WHERE x.event_id = $1 AND r.account_id IS DISTINCT FROM $2
       ORDER BY x.handled_at IS NOT NULL, x.created_at DESC, x.id`,
      [eventId, readerId],
    );
  }

  /** The one it is about cannot: for them it does not exist. */
  async setHandled(eventId: string, reportId: string, by: string, at: Date | null): Promise<boolean> {
    const [, count] = await this.dataSource.query<[unknown[], number]>(
      `UPDATE reports x SET handled_at = CASE WHEN $4::timestamptz IS NULL THEN NULL ELSE COALESCE(handled_at, $4) END,
         handled_by = CASE WHEN $4::timestamptz IS NULL THEN NULL ELSE COALESCE(handled_by, $3) END
       FROM registrations r WHERE x.event_id = $1 AND x.id = $2 AND r.id = x.reported_registration_id AND r.account_id IS DISTINCT FROM $3`,
      [eventId, reportId, by, at],
    );
    return count > 0;
  }

  /** Hides a person whatever they choose, or gives them back the level they had; null where there is nobody, or nothing to do. */
  async setHidden(
    manager: EntityManager,
    eventId: string,
    registrationId: string,
    hidden: boolean,
  ): Promise<Hidden | null> {
    const [rows] = await manager.query<[Hidden[], number]>(
      `UPDATE registrations SET level_before_hidden = CASE WHEN $3 THEN board_level END,
         board_level = CASE WHEN $3 THEN 'hidden' ELSE level_before_hidden END, updated_at = now()
       WHERE event_id = $1 AND id = $2 AND (level_before_hidden IS NULL) = $3
       RETURNING id AS "registrationId", account_id AS "accountId"`,
      [eventId, registrationId, hidden],
    );
    return rows[0] ?? null;
  }

  async exists(eventId: string, registrationId: string): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>('SELECT FROM registrations WHERE event_id = $1 AND id = $2', [
      eventId,
      registrationId,
    ]);
    return rows.length > 0;
  }

  /** Who may read a report about this registration and is part of the team. */
  async readers(eventId: string, registrationId: string, roles: readonly string[]): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT h.account_id AS id FROM event_roles h WHERE h.event_id = $1 AND h.role = ANY($3)
         AND NOT EXISTS (SELECT FROM registrations r WHERE r.id = $2 AND r.account_id = h.account_id)`,
      [eventId, registrationId, roles],
    );
    return rows.map(({ id }) => id);
  }
}

function instant(column: string): string {
  return `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
