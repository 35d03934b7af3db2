import { Injectable } from '@nestjs/common';
import type { HostShares } from '@teabreak/shared';
import { DataSource, type EntityManager } from 'typeorm';

const STANDS_IN = `role.event_id = $1 AND role.role IN ('owner', 'organizer', 'host')`;

/** How the requests that need a host are shared among them. */
@Injectable()
export class HostTurnsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Whose turn it is: a host before those who have the event to run, whoever had the fewest, and of these the one whose last was
   * longest ago. Neither of the two who are to meet, nor anybody on bad terms with one. null: there is nobody. The hosts' rows stay
   * locked, so that two requests at once do not go to the same one.
   */
  async nextOf(manager: EntityManager, eventId: string, registrationIds: readonly string[]): Promise<string | null> {
    await manager.query(
      `SELECT 1 FROM event_roles role WHERE ${STANDS_IN} ORDER BY role.account_id FOR NO KEY UPDATE`,
      [eventId],
    );
    const rows = await manager.query<{ id: string }[]>(
      `SELECT role.account_id AS id FROM event_roles role
       LEFT JOIN introductions i ON i.event_id = role.event_id AND i.by_hosts AND i.host_account_id = role.account_id
       WHERE ${STANDS_IN} AND NOT EXISTS (SELECT FROM registrations r WHERE r.id = ANY($2::uuid[]) AND (r.account_id = role.account_id
         OR EXISTS (SELECT FROM blocks k
           WHERE (k.blocker_id, k.blocked_id) IN ((r.account_id, role.account_id), (role.account_id, r.account_id)))))
       GROUP BY role.account_id, role.role
       ORDER BY role.role <> 'host', count(i.id), max(i.created_at) NULLS FIRST, role.account_id LIMIT 1`,
      [eventId, registrationIds],
    );
    return rows[0]?.id ?? null;
  }

  /**
   * Everybody's share, as one of them may see it: requests for the reader or of the reader do not count, or they would tell what
   * became of these (I2).
   */
  shares(eventId: string, readerId: string, now: Date): Promise<HostShares['hosts']> {
    return this.dataSource.query(
      `SELECT coalesce(own.name, account.name) AS name, role.account_id = $2 AS "isMe",
         count(i.id) FILTER (WHERE i.state = 'asked' AND i.expires_at > $3)::int AS waiting,
         count(i.id) FILTER (WHERE i.introducer_account_id = role.account_id)::int AS done
       FROM event_roles role JOIN accounts account ON account.id = role.account_id
       LEFT JOIN registrations own ON own.event_id = role.event_id AND own.account_id = role.account_id
       LEFT JOIN (SELECT x.* FROM introductions x JOIN registrations a ON a.id = x.requester_id JOIN registrations b ON b.id = x.target_id
         WHERE x.event_id = $1 AND x.by_hosts AND $2 NOT IN (a.account_id, b.account_id)) i ON i.host_account_id = role.account_id
       WHERE ${STANDS_IN} GROUP BY role.account_id, role.role, account.name, own.name
       HAVING role.role = 'host' OR role.account_id = $2 OR count(i.id) > 0
       ORDER BY "isMe" DESC, name, role.account_id`,
      [eventId, readerId, now],
    );
  }
}
