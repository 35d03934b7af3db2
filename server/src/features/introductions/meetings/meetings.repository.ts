import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { SlotBreak, Taken } from './meeting-slots.js';

export interface MeetingBreak extends SlotBreak {
  title: string;
}
export interface MeetingPlace {
  id: string;
  name: string;
  seats: number;
  position: number;
}
export interface Seats {
  eventId: string;
  introductionId: string;
  accountIds: readonly string[];
  breakId: string;
  slot: number;
}

/** What is free when, and who comes to what. */
@Injectable()
export class MeetingsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Breaks that are not over, the open one first. With `lock`, meetings in them are arranged one after the other until the
   * transaction ends. Keys stay readable: other introductions may point to them meanwhile.
   */
  breaks(eventId: string, now: Date, manager = this.dataSource.manager, lock = false): Promise<MeetingBreak[]> {
    return manager
      .query<MeetingBreak[]>(
        `SELECT id, title, starts_at AS "startsAt", ends_at AS "endsAt", opened_at AS "openedAt", closed_at AS "closedAt"
         FROM agenda_items WHERE event_id = $1 AND kind = 'break' AND closed_at IS NULL AND (opened_at IS NOT NULL OR ends_at > $2)
         ORDER BY id ${lock ? 'FOR NO KEY UPDATE' : ''}`,
        [eventId, now],
      )
      .then((rows) =>
        rows.sort(
          (a, b) =>
            Number(b.openedAt !== null) - Number(a.openedAt !== null) || a.startsAt.getTime() - b.startsAt.getTime(),
        ),
      );
  }

  places(eventId: string, manager: EntityManager = this.dataSource.manager): Promise<MeetingPlace[]> {
    return manager.query('SELECT id, name, seats, position FROM places WHERE event_id = $1 ORDER BY position, id', [
      eventId,
    ]);
  }

  /** What those accounts have agreed to, other than this introduction. */
  booked(
    manager: EntityManager,
    eventId: string,
    accountIds: readonly string[],
    exceptId: string,
  ): Promise<{ breakId: string; slot: number }[]> {
    return manager.query(
      `SELECT break_id AS "breakId", slot FROM introduction_seats
       WHERE event_id = $1 AND account_id = ANY($2::uuid[]) AND introduction_id <> $3`,
      [eventId, accountIds, exceptId],
    );
  }

  /** Rounds that hold one of them: at a table, or as soon as one is free. Who left the rounds has time. */
  busy(
    manager: EntityManager,
    eventId: string,
    accountIds: readonly string[],
    now: Date,
  ): Promise<{ from: Date; until: Date }[]> {
    return manager.query(
      `SELECT s.created_at AS "from", CASE WHEN s.stopped_at IS NULL
           THEN s.created_at + make_interval(secs => s.rounds * (s.minutes * 60 + s.changeover_seconds))
           ELSE coalesce((SELECT max(r.ends_at) FROM rounds r WHERE r.series_id = s.id AND r.phase IN ('changeover', 'running')), $3)
         END AS "until"
       FROM round_series s WHERE s.event_id = $1 AND s.state = 'running' AND EXISTS (
         SELECT FROM registrations p WHERE p.event_id = s.event_id AND p.account_id = ANY($2::uuid[]) AND p.status = 'confirmed'
           AND p.checked_in_at IS NOT NULL AND p.consent_suggestions AND p.board_level <> 'hidden'
           AND NOT EXISTS (SELECT FROM round_outs o WHERE o.series_id = s.id AND o.registration_id = p.id))`,
      [eventId, accountIds, now],
    );
  }

  /** Seats that are given away. Who has met stays until the ten minutes are over; who cancelled or missed each other does not. */
  taken(manager: EntityManager, eventId: string, exceptId: string): Promise<Taken[]> {
    return manager.query(
      `SELECT i.place_id AS "placeId", i.break_id AS "breakId", i.slot, sum(2 + i.introducer_joins::int)::int AS seats
       FROM introductions i WHERE i.event_id = $1 AND i.id <> $2 AND i.state IN ('agreed', 'met')
         AND i.place_id IS NOT NULL AND i.break_id IS NOT NULL AND i.slot IS NOT NULL
       GROUP BY 1, 2, 3`,
      [eventId, exceptId],
    );
  }

  /** They come. Refused by `introduction_seats_one_at_a_time` where one of them is to be elsewhere. */
  async seat(manager: EntityManager, { eventId, introductionId, accountIds, breakId, slot }: Seats): Promise<void> {
    await manager.query(
      `INSERT INTO introduction_seats (introduction_id, event_id, account_id, break_id, slot)
       SELECT $1, $2, account, $4, $5 FROM unnest($3::uuid[]) AS account ORDER BY account`,
      [introductionId, eventId, accountIds, breakId, slot],
    );
  }

  async free(manager: EntityManager, introductionId: string): Promise<void> {
    await manager.query('DELETE FROM introduction_seats WHERE introduction_id = $1', [introductionId]);
  }

  /** Who is to come to what, where its break is not over. */
  toCome(eventId: string, now: Date): Promise<{ introductionId: string; accountIds: string[] }[]> {
    return this.dataSource.query(
      `SELECT s.introduction_id AS "introductionId", array_agg(s.account_id) AS "accountIds" FROM introduction_seats s
       JOIN introductions i ON i.id = s.introduction_id AND i.state = 'agreed'
       JOIN agenda_items t ON t.id = s.break_id AND t.closed_at IS NULL AND (t.opened_at IS NOT NULL OR t.ends_at > $2)
       WHERE s.event_id = $1 GROUP BY s.introduction_id ORDER BY s.introduction_id`,
      [eventId, now],
    );
  }

  /** Meetings to come that cannot be as arranged: their break was closed, taken out or made too short for them. */
  async unsettled(eventId: string, now: Date): Promise<string[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `SELECT i.id FROM introductions i LEFT JOIN agenda_items t ON t.id = i.break_id
       WHERE i.event_id = $1 AND i.state = 'agreed' AND i.slot IS NOT NULL
         AND (t.id IS NULL OR t.kind <> 'break' OR (t.starts_at + make_interval(mins => i.slot * 10) > $2
           AND (t.closed_at IS NOT NULL OR (t.opened_at IS NULL
             AND i.slot > greatest(floor(extract(epoch FROM t.ends_at - t.starts_at) / 600) - 1, 0)))))
       ORDER BY i.agreed_at, i.id`,
      [eventId, now],
    );
    return rows.map(({ id }) => id);
  }
}
