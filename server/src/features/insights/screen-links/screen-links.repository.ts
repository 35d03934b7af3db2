import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface ScreenLinkRow {
  id: string;
  name: string;
  hoursAfterEnd: number;
  /** Given out before links were signed: its address is known to nobody but those who have it. */
  isOld: boolean;
  createdBy: string | null;
  createdAt: Date;
  lastUsedAt: Date | null;
  expiresAt: Date;
}
export interface LivingLink {
  id: string;
  eventId: string;
  lastUsedAt: Date | null;
  expiresAt: Date;
}
export interface NewScreenLink {
  requestId: string;
  name: string;
  hoursAfterEnd: number;
  createdBy: string;
}

const EXPIRES_AT = `greatest(event.ends_at, link.created_at) + link.hours_after_end * interval '1 hour'`;
const COLUMNS = `link.id, link.name, link.hours_after_end AS "hoursAfterEnd", link.old_token_hash IS NOT NULL AS "isOld",
  creator.name AS "createdBy", link.created_at AS "createdAt", link.last_used_at AS "lastUsedAt", ${EXPIRES_AT} AS "expiresAt"`;
const TABLES =
  'screen_links link JOIN events event ON event.id = link.event_id LEFT JOIN accounts creator ON creator.id = link.created_by';

@Injectable()
export class ScreenLinksRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Those that open something, the newest first. */
  async living(eventId: string, now: Date): Promise<ScreenLinkRow[]> {
    return this.dataSource.query(
      `SELECT ${COLUMNS} FROM ${TABLES}
       WHERE link.event_id = $1 AND link.revoked_at IS NULL AND ${EXPIRES_AT} > $2 ORDER BY link.created_at DESC, link.id`,
      [eventId, now],
    );
  }

  async findLiving(by: { id: string } | { oldTokenHash: Buffer }, now: Date): Promise<LivingLink | null> {
    const [column, value] = 'id' in by ? ['id', by.id] : ['old_token_hash', by.oldTokenHash];
    const rows: LivingLink[] = await this.dataSource.query(
      `SELECT link.id, link.event_id AS "eventId", link.last_used_at AS "lastUsedAt", ${EXPIRES_AT} AS "expiresAt"
       FROM screen_links link JOIN events event ON event.id = link.event_id
       WHERE link.${column} = $1 AND link.revoked_at IS NULL AND ${EXPIRES_AT} > $2`,
      [value, now],
    );
    return rows[0] ?? null;
  }

  /** The same request again answers with the link that it made. `atMost` is kept also by requests at the same moment, give or take their number. */
  async insert(eventId: string, link: NewScreenLink, now: Date, atMost: number): Promise<ScreenLinkRow | null> {
    await this.dataSource.query(
      `INSERT INTO screen_links (event_id, request_id, name, hours_after_end, created_by, created_at)
       SELECT $1, $2, $3, $4, $5, $6
       WHERE (SELECT count(*) FROM screen_links link JOIN events event ON event.id = link.event_id
         WHERE link.event_id = $1 AND link.revoked_at IS NULL AND ${EXPIRES_AT} > $6) < $7
       ON CONFLICT (event_id, request_id) DO NOTHING`,
      [eventId, link.requestId, link.name, link.hoursAfterEnd, link.createdBy, now, atMost],
    );
    const rows: ScreenLinkRow[] = await this.dataSource.query(
      `SELECT ${COLUMNS} FROM ${TABLES} WHERE link.event_id = $1 AND link.request_id = $2`,
      [eventId, link.requestId],
    );
    return rows[0] ?? null;
  }

  async used(id: string, now: Date): Promise<void> {
    await this.dataSource.query('UPDATE screen_links SET last_used_at = $2 WHERE id = $1', [id, now]);
  }

  /** @returns those it took away: one, or with `linkId` null all of the event */
  async revoke(eventId: string, linkId: string | null, now: Date): Promise<string[]> {
    const [rows]: [{ id: string }[], number] = await this.dataSource.query(
      `UPDATE screen_links SET revoked_at = $3
       WHERE event_id = $1 AND ($2::uuid IS NULL OR id = $2) AND revoked_at IS NULL RETURNING id`,
      [eventId, linkId, now],
    );
    return rows.map(({ id }) => id);
  }

  async exists(eventId: string, linkId: string): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query('SELECT 1 FROM screen_links WHERE id = $1 AND event_id = $2', [
      linkId,
      eventId,
    ]);
    return rows.length > 0;
  }
}
