import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Programme } from './demo-programme.js';

export interface DemoEvent {
  id: string;
  slug: string;
  startedBy: string | null;
  endsAt: Date;
}
export interface RemovedSession {
  id: string;
  accountId: string;
}

const DEMO = 'id, slug, created_by AS "startedBy", ends_at AS "endsAt"';

/** The demo's event and its end. There is one at a time: `events_one_demo`. */
@Injectable()
export class DemoRepository {
  constructor(private readonly dataSource: DataSource) {}

  async find(manager: EntityManager = this.dataSource.manager): Promise<DemoEvent | null> {
    const rows: DemoEvent[] = await manager.query(`SELECT ${DEMO} FROM events WHERE is_demo`);
    return rows[0] ?? null;
  }

  /**
   * Waits for whoever is seeding at the same time.
   * @returns null when somebody else's demo is there
   */
  async insertEvent(
    manager: EntityManager,
    programme: Programme,
    keys: { slug: string; groupCode: string },
  ): Promise<string | null> {
    const rows: { id: string }[] = await manager.query(
      `INSERT INTO events (slug, title, description, time_zone, starts_at, ends_at, venue, address, capacity, group_code, is_demo)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, true) ON CONFLICT (is_demo) WHERE is_demo DO NOTHING RETURNING id`,
      [
        keys.slug,
        programme.title,
        programme.description,
        programme.timeZone,
        programme.startsAt,
        programme.endsAt,
        programme.venue,
        programme.address,
        programme.capacity,
        keys.groupCode,
      ],
    );
    return rows[0]?.id ?? null;
  }

  async insertAgenda(manager: EntityManager, eventId: string, { agenda }: Programme): Promise<void> {
    await manager.query(
      `INSERT INTO agenda_items (event_id, kind, title, starts_at, ends_at)
       SELECT $1, item.kind, item.title, item."startsAt", item."endsAt"
       FROM jsonb_to_recordset($2) AS item (kind text, title text, "startsAt" timestamptz, "endsAt" timestamptz)`,
      [eventId, JSON.stringify(agenda)],
    );
  }

  /** @returns ids in the programme's order */
  async insertPlaces(manager: EntityManager, eventId: string, { places }: Programme): Promise<string[]> {
    const rows: { id: string }[] = await manager.query(
      `WITH made AS (
         INSERT INTO places (event_id, name, seats, hint, position)
         SELECT $1, place.name, place.seats, place.hint, place.position
         FROM jsonb_to_recordset($2) AS place (name text, seats integer, hint text, position smallint)
         RETURNING id, position
       ) SELECT id FROM made ORDER BY position`,
      [eventId, JSON.stringify(places.map((place, position) => ({ ...place, position })))],
    );
    return rows.map(({ id }) => id);
  }

  async setStarter(manager: EntityManager, eventId: string, accountId: string): Promise<void> {
    await manager.query('UPDATE events SET created_by = $2 WHERE id = $1', [eventId, accountId]);
    await manager.query(`INSERT INTO event_roles (event_id, account_id, role) VALUES ($1, $2, 'owner')`, [
      eventId,
      accountId,
    ]);
  }

  async remove(manager: EntityManager, eventId: string): Promise<void> {
    await manager.query('DELETE FROM events WHERE id = $1 AND is_demo', [eventId]);
  }

  /**
   * Removes the accounts of demos that are gone. Who stepped in and has since become somebody outside of it stays, as an
   * ordinary account. @returns the sessions that ended with them
   */
  async removeLeftovers(manager: EntityManager): Promise<RemovedSession[]> {
    await manager.query(
      `UPDATE accounts a SET is_demo = false WHERE is_demo AND (email IS NOT NULL OR site_role <> 'none'
         OR EXISTS (SELECT FROM registrations r JOIN events e ON e.id = r.event_id WHERE r.account_id = a.id AND NOT e.is_demo)
         OR EXISTS (SELECT FROM event_roles r JOIN events e ON e.id = r.event_id WHERE r.account_id = a.id AND NOT e.is_demo))`,
    );
    const left = `SELECT id FROM accounts a WHERE is_demo
      AND NOT EXISTS (SELECT FROM registrations WHERE account_id = a.id) AND NOT EXISTS (SELECT FROM event_roles WHERE account_id = a.id)`;
    const sessions: RemovedSession[] = await manager.query(
      `SELECT id, account_id AS "accountId" FROM sessions WHERE account_id IN (${left}) AND revoked_at IS NULL`,
    );
    await manager.query(`DELETE FROM accounts WHERE id IN (${left})`);
    return sessions;
  }
}
