import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { AgendaItemEntity } from './event.entity.js';
import type { EventFields } from './events.repository.js';

const ITEM = `id, event_id AS "eventId", kind, title, starts_at AS "startsAt", ends_at AS "endsAt", opened_at AS "openedAt", closed_at AS "closedAt"`;

/** Agenda items and places as parts of their event. What is matched by id keeps what refers to it. */
@Injectable()
export class AgendaRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @returns false when an id belongs to no item of this event. */
  async replaceAgenda(
    manager: EntityManager,
    eventId: string,
    agenda: EventFields['agenda'],
    now: Date,
  ): Promise<boolean> {
    const kept = agenda.flatMap(({ id }) => id ?? []);
    await manager.query('DELETE FROM agenda_items WHERE event_id = $1 AND NOT id = ANY($2)', [eventId, kept]);
    for (const item of agenda) {
      const known = [item.kind, item.title, item.startsAt, item.endsAt];
      if (item.id === undefined) {
        await manager.query(
          'INSERT INTO agenda_items (event_id, kind, title, starts_at, ends_at) VALUES ($1, $2, $3, $4, $5)',
          [eventId, ...known],
        );
        continue;
      }
      // An open break that becomes a session is over as a break; otherwise nobody could open another one.
      const [, changed]: [unknown, number] = await manager.query(
        `UPDATE agenda_items SET kind = $3, title = $4, starts_at = $5, ends_at = $6,
           closed_at = CASE WHEN $3 = 'session' AND opened_at IS NOT NULL THEN coalesce(closed_at, $7) ELSE closed_at END
         WHERE event_id = $1 AND id = $2`,
        [eventId, item.id, ...known, now],
      );
      if (changed === 0) return false;
    }
    return true;
  }

  /**
   * Whoever is at a place that is not among these leaves it, before it is gone; nobody can come to it until the commit.
   * @returns their registrations
   */
  async leaveOtherPlaces(manager: EntityManager, eventId: string, places: EventFields['places']): Promise<string[]> {
    const others = [eventId, places.flatMap(({ id }) => id ?? [])];
    await manager.query('SELECT FROM places WHERE event_id = $1 AND NOT id = ANY($2) ORDER BY id FOR UPDATE', others);
    const left: { id: string }[] = await manager.query(
      `WITH gone AS (
         UPDATE registrations SET place_id = NULL WHERE event_id = $1 AND place_id IS NOT NULL AND NOT place_id = ANY($2) RETURNING id
       ) SELECT id FROM gone`,
      others,
    );
    return left.map(({ id }) => id);
  }

  /** @returns false when an id belongs to no place of this event. */
  async replacePlaces(manager: EntityManager, eventId: string, places: EventFields['places']): Promise<boolean> {
    const kept = places.flatMap(({ id }) => id ?? []);
    await manager.query('DELETE FROM places WHERE event_id = $1 AND NOT id = ANY($2)', [eventId, kept]);
    for (const [position, place] of places.entries()) {
      const known = [place.name, place.seats, place.hint, position];
      if (place.id === undefined) {
        await manager.query('INSERT INTO places (event_id, name, seats, hint, position) VALUES ($1, $2, $3, $4, $5)', [
          eventId,
          ...known,
        ]);
        continue;
      }
      const [, changed]: [unknown, number] = await manager.query(
        'UPDATE places SET name = $3, seats = $4, hint = $5, position = $6 WHERE event_id = $1 AND id = $2',
        [eventId, place.id, ...known],
      );
      if (changed === 0) return false;
    }
    return true;
  }

  async findBreak(eventId: string, itemId: string): Promise<AgendaItemEntity | null> {
    const rows: AgendaItemEntity[] = await this.dataSource.query(
      `SELECT ${ITEM} FROM agenda_items WHERE event_id = $1 AND id = $2 AND kind = 'break'`,
      [eventId, itemId],
    );
    return rows[0] ?? null;
  }

  /** @returns whether this call opened it. The partial unique index refuses a second open break of the event. */
  async open(eventId: string, itemId: string, now: Date): Promise<boolean> {
    const [, changed]: [unknown, number] = await this.dataSource.query(
      `UPDATE agenda_items SET opened_at = coalesce(opened_at, $3), closed_at = NULL
       WHERE event_id = $1 AND id = $2 AND kind = 'break' AND (opened_at IS NULL OR closed_at IS NOT NULL)`,
      [eventId, itemId, now],
    );
    return changed > 0;
  }

  /** @returns whether this call closed it. */
  async close(eventId: string, itemId: string, now: Date): Promise<boolean> {
    const [, changed]: [unknown, number] = await this.dataSource.query(
      `UPDATE agenda_items SET closed_at = $3
       WHERE event_id = $1 AND id = $2 AND kind = 'break' AND opened_at IS NOT NULL AND closed_at IS NULL`,
      [eventId, itemId, now],
    );
    return changed > 0;
  }
}
