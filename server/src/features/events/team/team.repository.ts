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

  async eventsOf(manager: EntityManager, accountId: string): Promise<string[]> {
    const rows: { id: string }[] = await manager.query(
      'SELECT event_id AS id FROM event_roles WHERE account_id = $1 ORDER BY event_id',
      [accountId],
    );
    return rows.map(({ id }) => id);
  }

  /** Not over, and without another owner or organizer. A demo goes by itself. */
  onlyRunBy(manager: EntityManager, accountId: string, now: Date): Promise<{ eventId: string; title: string }[]> {
    return manager.query(
      `SELECT e.id AS "eventId", e.title FROM events e JOIN event_roles r ON r.event_id = e.id AND r.account_id = $1
       WHERE r.role IN ('owner', 'organizer') AND e.ends_at > $2 AND NOT e.is_demo AND NOT EXISTS (SELECT FROM event_roles other
         WHERE other.event_id = e.id AND other.account_id <> $1 AND other.role IN ('owner', 'organizer'))
       ORDER BY e.starts_at, e.id`,
      [accountId, now],
    );
  }

  async passOn(manager: EntityManager, accountId: string): Promise<{ eventId: string; accountId: string }[]> {
    const [rows]: [{ eventId: string; accountId: string }[], number] = await manager.query(
      `UPDATE event_roles heir SET role = 'owner' WHERE (heir.event_id, heir.account_id) IN (
         SELECT DISTINCT ON (r.event_id) r.event_id, r.account_id FROM event_roles r
         JOIN event_roles mine ON mine.event_id = r.event_id AND mine.account_id = $1 AND mine.role = 'owner'
         WHERE r.role = 'organizer' AND NOT EXISTS (SELECT FROM event_roles owner
           WHERE owner.event_id = r.event_id AND owner.account_id <> $1 AND owner.role = 'owner')
         ORDER BY r.event_id, r.created_at, r.account_id)
       RETURNING heir.event_id AS "eventId", heir.account_id AS "accountId"`,
      [accountId],
    );
    return rows;
  }
}
