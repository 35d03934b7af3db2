import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Pair } from './seating.js';

export interface RoundPerson {
  registrationId: string;
  name: string;
}

/** Whom rounds may seat with others (P1, R1): here, taking part, wanting suggestions, hiding from nobody, and not gone. */
const WILLING = `person.status = 'confirmed' AND person.account_id IS NOT NULL AND person.checked_in_at IS NOT NULL
  AND person.consent_take_part AND person.consent_suggestions AND person.board_level <> 'hidden'`;
const FREE = `${WILLING} AND person.presence <> 'away'`;

/** Who takes part in a series of rounds, and who must not sit with whom. */
@Injectable()
export class RoundPeopleRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** By name. `seriesId` null: before a start, when nobody is out yet. */
  ready(eventId: string, seriesId: string | null, manager = this.dataSource.manager): Promise<RoundPerson[]> {
    return manager.query(
      `SELECT person.id AS "registrationId", person.name FROM registrations person
       WHERE person.event_id = $1 AND ${FREE}
         AND NOT EXISTS (SELECT FROM round_outs WHERE series_id = $2 AND registration_id = person.id)
       ORDER BY person.sort_key, person.id`,
      [eventId, seriesId],
    );
  }

  /** Who said they leave or did not come, as long as they hold a place in the event. */
  out(seriesId: string): Promise<RoundPerson[]> {
    return this.dataSource.query(
      `SELECT person.id AS "registrationId", person.name FROM round_outs gone
       JOIN registrations person ON person.id = gone.registration_id AND person.status = 'confirmed'
       WHERE gone.series_id = $1 ORDER BY person.sort_key, person.id`,
      [seriesId],
    );
  }

  async putOut(
    manager: EntityManager,
    series: { id: string; eventId: string },
    registrationId: string,
    why: 'left' | 'missing',
    at: Date,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO round_outs (series_id, event_id, registration_id, why, at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (series_id, registration_id) DO UPDATE SET why = excluded.why, at = excluded.at`,
      [series.id, series.eventId, registrationId, why, at],
    );
  }

  async bringBack(manager: EntityManager, seriesId: string, registrationId: string): Promise<void> {
    await manager.query('DELETE FROM round_outs WHERE series_id = $1 AND registration_id = $2', [
      seriesId,
      registrationId,
    ]);
  }

  /** Where somebody without a seat stands. */
  async standing(seriesId: string, registrationId: string): Promise<'waiting' | 'out' | 'none'> {
    const rows: { standing: 'waiting' | 'out' | 'none' }[] = await this.dataSource.query(
      `SELECT CASE
         WHEN EXISTS (SELECT FROM round_outs WHERE series_id = $1 AND registration_id = person.id) THEN 'out'
         WHEN ${FREE} THEN 'waiting' WHEN ${WILLING} THEN 'out' ELSE 'none' END AS standing
       FROM registrations person WHERE person.id = $2`,
      [seriesId, registrationId],
    );
    return rows[0]?.standing ?? 'none';
  }

  /** Who takes part is not away. @returns whose presence has changed */
  backFromAway(manager: EntityManager, registrationId: string): Promise<{ id: string }[]> {
    return manager.query(
      `WITH back AS (
         UPDATE registrations SET presence = 'free', updated_at = now() WHERE id = $1 AND presence = 'away' RETURNING id
       ) SELECT id FROM back`,
      [registrationId],
    );
  }

  async exists(eventId: string, registrationId: string): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query('SELECT 1 FROM registrations WHERE event_id = $1 AND id = $2', [
      eventId,
      registrationId,
    ]);
    return rows.length > 0;
  }

  /** R3: pairs that have met here, in other rounds than this one or otherwise. */
  met(manager: EntityManager, eventId: string, exceptRoundId: string | null): Promise<Pair[]> {
    return pairs(
      manager,
      `SELECT one_id AS one, other_id AS other FROM round_meetings WHERE event_id = $1 AND round_id IS DISTINCT FROM $2
       UNION SELECT one_id, other_id FROM encounters WHERE event_id = $1`,
      [eventId, exceptRoundId],
    );
  }

  /** I6, and what attendees say of suggestions: pairs of whom one does not want to meet the other. */
  unwilling(manager: EntityManager, eventId: string): Promise<Pair[]> {
    return pairs(
      manager,
      `SELECT least(a.id, b.id) AS one, greatest(a.id, b.id) AS other FROM blocks
         JOIN registrations a ON a.account_id = blocker_id AND a.event_id = $1
         JOIN registrations b ON b.account_id = blocked_id AND b.event_id = $1
       UNION SELECT least(registration_id, other_id), greatest(registration_id, other_id) FROM match_wishes
         WHERE event_id = $1 AND kind = 'never'`,
      [eventId],
    );
  }

  /** Pairs that know each other (K1): they meet without us. */
  known(manager: EntityManager, eventId: string): Promise<Pair[]> {
    return pairs(
      manager,
      `SELECT least(a.id, b.id) AS one, greatest(a.id, b.id) AS other FROM acquaintances
         JOIN registrations a ON a.account_id = one_id AND a.event_id = $1
         JOIN registrations b ON b.account_id = other_id AND b.event_id = $1
       WHERE confirmed_at IS NOT NULL`,
      [eventId],
    );
  }

  /**
   * B2 during a round: who talks at a table is shown talking, who no longer does is free again. Whoever says something else about
   * themselves meanwhile keeps it.
   * @returns whose presence has changed
   */
  showTalking(manager: EntityManager, roundId: string): Promise<{ id: string }[]> {
    return manager.query(
      `WITH talking AS (
         SELECT seat.registration_id AS id FROM round_seats seat
         WHERE seat.round_id = $1 AND seat.attendance = 'here' AND EXISTS (
           SELECT FROM round_seats partner WHERE partner.round_id = $1 AND partner.table_no = seat.table_no
             AND partner.attendance = 'here' AND partner.registration_id <> seat.registration_id)
       ), begun AS (
         UPDATE registrations person SET presence = 'talking', place_id = NULL, updated_at = now() FROM round_seats seat
         WHERE seat.round_id = $1 AND seat.registration_id = person.id AND NOT seat.shown_talking
           AND person.presence IN ('free', 'at-place') AND person.id IN (SELECT id FROM talking)
         RETURNING person.id
       ), ended AS (
         UPDATE registrations person SET presence = 'free', updated_at = now() FROM round_seats seat
         WHERE seat.round_id = $1 AND seat.registration_id = person.id AND seat.shown_talking
           AND person.presence = 'talking' AND person.id NOT IN (SELECT id FROM talking)
         RETURNING person.id
       ), changed AS (SELECT id, true AS talks FROM begun UNION ALL SELECT id, false FROM ended
       ), noted AS (
         UPDATE round_seats SET shown_talking = changed.talks FROM changed WHERE round_id = $1 AND registration_id = changed.id
       ) SELECT id FROM changed`,
      [roundId],
    );
  }

  /** The talks are over. @returns whose presence has changed */
  showFree(manager: EntityManager, roundId: string): Promise<{ id: string }[]> {
    return manager.query(
      `WITH freed AS (
         UPDATE registrations person SET presence = 'free', updated_at = now() FROM round_seats seat
         WHERE seat.round_id = $1 AND seat.registration_id = person.id AND seat.shown_talking AND person.presence = 'talking'
         RETURNING person.id
       ) SELECT id FROM freed`,
      [roundId],
    );
  }

  /** Whoever is here hears of rounds: those at tables, and those who may still come. */
  async accountsHere(eventId: string): Promise<string[]> {
    const rows: { accountId: string }[] = await this.dataSource.query(
      `SELECT account_id AS "accountId" FROM registrations
       WHERE event_id = $1 AND status = 'confirmed' AND checked_in_at IS NOT NULL AND account_id IS NOT NULL`,
      [eventId],
    );
    return rows.map(({ accountId }) => accountId);
  }
}

async function pairs(manager: EntityManager, sql: string, parameters: unknown[]): Promise<Pair[]> {
  const rows = await manager.query<{ one: string; other: string }[]>(sql, parameters);
  return rows.map(({ one, other }): Pair => [one, other]);
}
