import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

@Injectable()
export class MeetingPlacesRepository {
  /** Places of one break are given away one after the other. Keys stay readable: other introductions may point to it meanwhile. */
  async lockBreak(manager: EntityManager, breakId: string): Promise<void> {
    await manager.query('SELECT 1 FROM agenda_items WHERE id = $1 FOR NO KEY UPDATE', [breakId]);
  }

  /**
   * A place with room for one more pair in that break (I7): the one with the most free pairs, so that people spread out. A
   * pair that has met stays seated; one that missed each other does not. null: all taken, or there are none.
   * Call it with the break locked, or two pairs get the same seats.
   */
  async free(manager: EntityManager, eventId: string, breakId: string): Promise<string | null> {
    const rows = await manager.query<{ id: string }[]>(
      `SELECT p.id FROM places p
       CROSS JOIN LATERAL (SELECT count(*) AS pairs FROM introductions i
         WHERE i.place_id = p.id AND i.break_id = $2 AND i.state IN ('agreed', 'met')) used
       WHERE p.event_id = $1 AND used.pairs < p.seats / 2
       ORDER BY p.seats / 2 - used.pairs DESC, p.position, p.id LIMIT 1`,
      [eventId, breakId],
    );
    return rows[0]?.id ?? null;
  }
}
