import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export interface SeatedEvent {
  id: string;
  capacity: number | null;
  taken: number;
  endsAt: Date;
}
export interface Promoted {
  id: string;
  accountId: string | null;
}

const COLUMNS = 'id, capacity, taken, ends_at AS "endsAt"';
/**
 * Every change of a status locks the event first, so that the waitlist has one order and no seat stays empty while
 * somebody waits. NO KEY: rows that merely point to the event may still be written meanwhile.
 */
const LOCK = 'FOR NO KEY UPDATE';
const WAITING = `SELECT id FROM registrations WHERE event_id = $1 AND status = 'waitlisted'`;

/** The seats of an event (E3): `events.taken` counts the confirmed, and is written here and where people join. */
@Injectable()
export class SeatsRepository {
  async lock(manager: EntityManager, eventId: string): Promise<SeatedEvent | null> {
    const rows: SeatedEvent[] = await manager.query(`SELECT ${COLUMNS} FROM events WHERE id = $1 ${LOCK}`, [eventId]);
    return rows[0] ?? null;
  }

  /** One conditional UPDATE: whoever comes too late finds the condition untrue, however many come at once. */
  async take(manager: EntityManager, eventId: string): Promise<boolean> {
    const [, changed]: [unknown, number] = await manager.query(
      'UPDATE events SET taken = taken + 1 WHERE id = $1 AND (capacity IS NULL OR taken < capacity)',
      [eventId],
    );
    return changed === 1;
  }

  async release(manager: EntityManager, eventId: string): Promise<void> {
    await manager.query('UPDATE events SET taken = taken - 1 WHERE id = $1', [eventId]);
  }

  /** Adds what an import seated; the CHECK on the table refuses more than the capacity. */
  async add(manager: EntityManager, eventId: string, seats: number): Promise<void> {
    await manager.query('UPDATE events SET taken = taken + $2 WHERE id = $1', [eventId, seats]);
  }

  /** Confirms the first of the waitlist, who was put there by hand included; not `leaver`, who just left the seat for it. */
  promoteFirst(manager: EntityManager, eventId: string, leaver: string): Promise<Promoted[]> {
    const first = `${WAITING} AND id <> $2 ORDER BY COALESCE(waiting_since, created_at), id LIMIT 1`;
    return this.confirm(manager, first, [eventId, leaver]);
  }

  /** Confirms up to `seats` of those who wait only because there was no seat. */
  promoteWaiting(manager: EntityManager, eventId: string, seats: number): Promise<Promoted[]> {
    const waiting = `${WAITING} AND waiting_since IS NOT NULL ORDER BY waiting_since, id LIMIT $2`;
    return this.confirm(manager, waiting, [eventId, seats]);
  }

  private confirm(manager: EntityManager, first: string, parameters: unknown[]): Promise<Promoted[]> {
    return manager.query(
      `WITH first AS (${first}), confirmed AS (
         UPDATE registrations r SET status = 'confirmed', waiting_since = NULL, updated_at = now()
         FROM first WHERE r.id = first.id RETURNING r.id, r.account_id
       ) SELECT id, account_id AS "accountId" FROM confirmed`,
      parameters,
    );
  }
}
