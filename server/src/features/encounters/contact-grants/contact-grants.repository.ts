import { Injectable } from '@nestjs/common';
import type { ContactKind } from '@teabreak/shared';
import { DataSource, type EntityManager } from 'typeorm';

export type GrantOrigin = 'introduction' | 'card';
export interface GrantedContact {
  ownerId: string;
  kind: ContactKind;
  value: string;
  /** The owner's place in the event. */
  registrationId: string | null;
}

/** A grant counts while nobody took it back and neither has blocked the other. */
const STANDING = `g.revoked_at IS NULL
  AND NOT EXISTS (SELECT FROM blocks b WHERE (b.blocker_id, b.blocked_id)
    IN ((g.owner_account_id, g.viewer_account_id), (g.viewer_account_id, g.owner_account_id)))`;

@Injectable()
export class ContactGrantsRepository {
  constructor(private readonly dataSource: DataSource) {}

  async grantBoth(
    manager: EntityManager,
    eventId: string,
    pair: readonly [string, string],
    origin: GrantOrigin,
    at: Date,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO contact_grants (owner_account_id, viewer_account_id, event_id, origin, granted_at)
       VALUES ($1, $2, $3, $4, $5), ($2, $1, $3, $4, $5)
       ON CONFLICT (owner_account_id, viewer_account_id, event_id) DO UPDATE SET revoked_at = NULL,
         origin = CASE WHEN contact_grants.revoked_at IS NULL THEN contact_grants.origin ELSE excluded.origin END,
         granted_at = CASE WHEN contact_grants.revoked_at IS NULL THEN contact_grants.granted_at ELSE excluded.granted_at END`,
      [...pair, eventId, origin, at],
    );
  }

  async revoke(manager: EntityManager, eventId: string, ownerId: string, viewerId: string, at: Date): Promise<boolean> {
    const [, count] = await manager.query<[unknown[], number]>(
      `UPDATE contact_grants SET revoked_at = $4
       WHERE owner_account_id = $1 AND viewer_account_id = $2 AND event_id = $3 AND revoked_at IS NULL`,
      [ownerId, viewerId, eventId, at],
    );
    return count > 0;
  }

  async standingSince(viewerId: string, ownerId: string, eventId: string): Promise<Date | null> {
    const rows = await this.dataSource.query<{ at: Date }[]>(
      `SELECT g.granted_at AS at FROM contact_grants g
       WHERE g.viewer_account_id = $1 AND g.owner_account_id = $2 AND g.event_id = $3 AND ${STANDING}`,
      [viewerId, ownerId, eventId],
    );
    return rows[0]?.at ?? null;
  }

  visible(viewerId: string, ownerIds: readonly string[], eventId: string): Promise<GrantedContact[]> {
    return this.dataSource.query(
      `SELECT c.account_id AS "ownerId", c.kind, c.value, r.id AS "registrationId"
       FROM contact_grants g JOIN contacts c ON c.account_id = g.owner_account_id
       LEFT JOIN registrations r ON r.event_id = g.event_id AND r.account_id = g.owner_account_id
       WHERE g.viewer_account_id = $1 AND g.owner_account_id = ANY($2::uuid[]) AND g.event_id = $3 AND ${STANDING}
         AND c.visibility <> 'nobody'
       ORDER BY c.account_id, c.position, c.kind, c.value`,
      [viewerId, ownerIds, eventId],
    );
  }
}
