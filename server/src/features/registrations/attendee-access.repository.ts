import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SharedLookup } from '../../database/shared-lookup.js';
import type { RegistrationEntity } from './registration.entity.js';

@Injectable()
export class AttendeeAccessRepository {
  /** Whoever looks at a board asks. */
  private readonly attendees = new SharedLookup<{ eventId: string; accountId: string }, true>(
    ({ eventId, accountId }) => `${eventId} ${accountId}`.toLowerCase(),
    async (keys) => {
      const rows: { eventId: string; accountId: string }[] = await this.dataSource.query(
        `SELECT r.event_id AS "eventId", r.account_id AS "accountId"
         FROM unnest($1::uuid[], $2::uuid[]) AS asked (event_id, account_id) JOIN registrations r USING (event_id, account_id)
         WHERE r.status = 'confirmed' AND r.consent_take_part`,
        [keys.map(({ eventId }) => eventId), keys.map(({ accountId }) => accountId)],
      );
      return new Map(rows.map(({ eventId, accountId }) => [`${eventId} ${accountId}`, true]));
    },
  );

  constructor(private readonly dataSource: DataSource) {}

  async isAttendee(accountId: string, eventId: string): Promise<boolean> {
    return (await this.attendees.get({ eventId, accountId })) !== null;
  }

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
