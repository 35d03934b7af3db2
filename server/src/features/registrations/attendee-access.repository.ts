import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { RegistrationEntity } from './registration.entity.js';

@Injectable()
export class AttendeeAccessRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * `connected`: contact details that were shared, or an introduction that the viewer knows of. Its end does not count: a
   * person who vanished at that moment would tell that somebody said no (I2).
   */
  async between(
    viewer: RegistrationEntity,
    other: RegistrationEntity,
  ): Promise<{ blocked: boolean; connected: boolean }> {
    const rows: { blocked: boolean; connected: boolean }[] = await this.dataSource.query(
      `SELECT EXISTS (
         SELECT 1 FROM blocks WHERE (blocker_id = $1 AND blocked_id = $2) OR (blocker_id = $2 AND blocked_id = $1)
       ) AS blocked, EXISTS (
         SELECT 1 FROM contact_grants WHERE owner_account_id = $2 AND viewer_account_id = $1 AND event_id = $3 AND revoked_at IS NULL
       ) OR EXISTS (
         SELECT 1 FROM introductions WHERE event_id = $3 AND ((requester_id = $4 AND target_id = $5)
           OR (requester_id = $5 AND target_id = $4 AND passed_on_at IS NOT NULL))
       ) AS connected`,
      [viewer.accountId, other.accountId, viewer.eventId, viewer.id, other.id],
    );
    return rows[0] as { blocked: boolean; connected: boolean };
  }
}
