import { Injectable } from '@nestjs/common';
import type { EventRole, TeamMember } from '@teabreak/shared';
import { DataSource, type EntityManager } from 'typeorm';

@Injectable()
export class TeamRepository {
  constructor(private readonly dataSource: DataSource) {}

  async list(eventId: string): Promise<TeamMember[]> {
    return this.dataSource.query(
      `SELECT account.id AS "accountId", account.name, account.email, helper.role
       FROM event_roles helper JOIN accounts account ON account.id = helper.account_id
       WHERE helper.event_id = $1
       ORDER BY array_position(ARRAY['owner', 'organizer', 'host', 'door'], helper.role), helper.created_at, account.id`,
      [eventId],
    );
  }

  /** Changes of one team come one after the other until commit: two owners cannot remove each other at once. */
  async lock(manager: EntityManager, eventId: string): Promise<void> {
    await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('team:' || $1, 0))`, [eventId]);
  }

  async roleOf(manager: EntityManager, eventId: string, accountId: string): Promise<EventRole | null> {
    const rows: { role: EventRole }[] = await manager.query(
      'SELECT role FROM event_roles WHERE event_id = $1 AND account_id = $2',
      [eventId, accountId],
    );
    return rows[0]?.role ?? null;
  }

  async owners(manager: EntityManager, eventId: string): Promise<number> {
    const rows: { count: number }[] = await manager.query(
      `SELECT count(*)::int AS count FROM event_roles WHERE event_id = $1 AND role = 'owner'`,
      [eventId],
    );
    return rows[0]?.count ?? 0;
  }

  async set(manager: EntityManager, eventId: string, accountId: string, role: EventRole): Promise<void> {
    await manager.query(
      `INSERT INTO event_roles (event_id, account_id, role) VALUES ($1, $2, $3)
       ON CONFLICT (event_id, account_id) DO UPDATE SET role = excluded.role`,
      [eventId, accountId, role],
    );
  }

  async remove(manager: EntityManager, eventId: string, accountId: string): Promise<void> {
    await manager.query('DELETE FROM event_roles WHERE event_id = $1 AND account_id = $2', [eventId, accountId]);
  }
}
