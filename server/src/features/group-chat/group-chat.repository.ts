import { Injectable } from '@nestjs/common';
import type { GroupLink, GroupPlatform } from '@teabreak/shared';
import { DataSource } from 'typeorm';

export interface GroupRow {
  eventId: string;
  title: string;
  slug: string;
  code: string;
  endsAt: Date;
  link: GroupLink | null;
}

interface RawRow {
  event_id: string;
  title: string;
  slug: string;
  group_code: string;
  ends_at: Date;
  platform: GroupPlatform | null;
  url: string | null;
  label: string | null;
  expires_at: Date | null;
  updated_at: Date | null;
}

const SELECT = `SELECT e.id AS event_id, e.title, e.slug, e.group_code, e.ends_at, l.platform, l.url, l.label, l.expires_at, l.updated_at
  FROM events e LEFT JOIN group_links l ON l.event_id = e.id`;

@Injectable()
export class GroupChatRepository {
  constructor(private readonly dataSource: DataSource) {}

  async byCode(code: string): Promise<GroupRow | null> {
    return toRow(await this.dataSource.query<RawRow[]>(`${SELECT} WHERE e.group_code = $1`, [code]));
  }

  async byEvent(eventId: string): Promise<GroupRow | null> {
    return toRow(await this.dataSource.query<RawRow[]>(`${SELECT} WHERE e.id = $1`, [eventId]));
  }

  async put(eventId: string, link: Omit<GroupLink, 'updatedAt'>, accountId: string, at: Date): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO group_links (event_id, platform, url, label, expires_at, updated_by, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (event_id) DO UPDATE SET platform = excluded.platform, url = excluded.url, label = excluded.label,
         expires_at = excluded.expires_at, updated_by = excluded.updated_by, updated_at = excluded.updated_at`,
      [eventId, link.platform, link.url, link.label, link.expiresAt, accountId, at],
    );
  }

  async remove(eventId: string): Promise<void> {
    await this.dataSource.query('DELETE FROM group_links WHERE event_id = $1', [eventId]);
  }
}

function toRow([row]: RawRow[]): GroupRow | null {
  if (!row) return null;
  const link =
    row.platform === null || row.url === null || row.updated_at === null
      ? null
      : {
          platform: row.platform,
          url: row.url,
          label: row.label ?? '',
          expiresAt: row.expires_at?.toISOString() ?? null,
          updatedAt: row.updated_at.toISOString(),
        };
  return { eventId: row.event_id, title: row.title, slug: row.slug, code: row.group_code, endsAt: row.ends_at, link };
}
