import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Attendance, Pair, Seat } from './seating.js';

/** A seat with what the audiences' presenters choose from. */
export interface SeatedPerson extends Seat {
  name: string;
  headline: string;
  /** May be named on the wall: consented to it, and hides from nobody on the board (B4, P1). */
  onScreen: boolean;
}

/** How often somebody had to, and whether it was the last time. */
export interface Turn {
  id: string;
  times: number;
  lastRound: boolean;
}

const SEAT = 'seat.registration_id AS "registrationId", seat.table_no AS "table", seat.attendance';

/** Who sits where in a round, who meets whom through it, and which tables are held for the next one. */
@Injectable()
export class RoundSeatsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** By table, then by seat; who sits out comes last. `tableOf`: only that person's table, or seat. */
  seats(roundId: string, tableOf: string | null = null): Promise<SeatedPerson[]> {
    return this.dataSource.query(
      `SELECT ${SEAT}, person.name, person.headline,
         person.consent_take_part AND person.consent_screen AND person.board_level = 'everyone' AS "onScreen"
       FROM round_seats seat JOIN registrations person ON person.id = seat.registration_id
       WHERE seat.round_id = $1 AND ($2::uuid IS NULL OR seat.registration_id = $2
         OR seat.table_no = (SELECT table_no FROM round_seats WHERE round_id = $1 AND registration_id = $2))
       ORDER BY seat.table_no, seat.seat_no, person.sort_key, person.id`,
      [roundId, tableOf],
    );
  }

  /** The same for a change: read after the series was locked. */
  current(manager: EntityManager, roundId: string): Promise<Seat[]> {
    return manager.query(`SELECT ${SEAT} FROM round_seats seat WHERE round_id = $1 ORDER BY table_no, seat_no`, [
      roundId,
    ]);
  }

  async seat(
    manager: EntityManager,
    eventId: string,
    roundId: string,
    tables: ReadonlyMap<number, readonly string[]>,
    sittingOut: readonly string[],
  ): Promise<void> {
    const seats = [
      ...[...tables].flatMap(([table, people]) => people.map((id, index) => ({ id, table, seat: index + 1 }))),
      ...sittingOut.map((id) => ({ id, table: null, seat: null })),
    ];
    await manager.query(
      `INSERT INTO round_seats (round_id, event_id, registration_id, table_no, seat_no)
       SELECT $1, $2, * FROM unnest($3::uuid[], $4::smallint[], $5::smallint[])`,
      [roundId, eventId, seats.map(({ id }) => id), seats.map(({ table }) => table), seats.map(({ seat }) => seat)],
    );
  }

  /** Somebody who has come since: at no table yet. */
  async add(manager: EntityManager, eventId: string, roundId: string, registrationId: string): Promise<void> {
    await manager.query(
      'INSERT INTO round_seats (round_id, event_id, registration_id) VALUES ($1, $2, $3) ON CONFLICT (round_id, registration_id) DO NOTHING',
      [roundId, eventId, registrationId],
    );
  }

  /** One statement, so that no third person is ever at a seat that is taken. */
  async exchange(manager: EntityManager, roundId: string, one: string, other: string): Promise<void> {
    await manager.query(
      `UPDATE round_seats seat SET table_no = partner.table_no, seat_no = partner.seat_no FROM round_seats partner
       WHERE seat.round_id = $1 AND partner.round_id = $1 AND seat.registration_id IN ($2, $3)
         AND partner.registration_id IN ($2, $3) AND partner.registration_id <> seat.registration_id`,
      [roundId, one, other],
    );
  }

  async setAttendance(
    manager: EntityManager,
    roundId: string,
    registrationId: string,
    attendance: Attendance,
  ): Promise<void> {
    await manager.query('UPDATE round_seats SET attendance = $3 WHERE round_id = $1 AND registration_id = $2', [
      roundId,
      registrationId,
      attendance,
    ]);
  }

  /** `held`: the exception of R3. @throws the violation of `round_meetings_once` where two have met before */
  async addMeetings(
    manager: EntityManager,
    eventId: string,
    roundId: string,
    pairs: readonly Pair[],
    held: boolean,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO round_meetings (event_id, round_id, one_id, other_id, held)
       SELECT $1, $2, one, other, $5 FROM unnest($3::uuid[], $4::uuid[]) AS pair (one, other)`,
      [eventId, roundId, pairs.map(([one]) => one), pairs.map(([, other]) => other), held],
    );
  }

  /** After a change within the round. `forget`: who sat together before has not begun to talk. */
  async replaceMeetings(
    manager: EntityManager,
    eventId: string,
    roundId: string,
    pairs: readonly Pair[],
    forget: boolean,
  ): Promise<void> {
    const now = [pairs.map(([one]) => one), pairs.map(([, other]) => other)];
    if (forget) {
      await manager.query(
        `DELETE FROM round_meetings WHERE round_id = $1
           AND (one_id, other_id) NOT IN (SELECT one, other FROM unnest($2::uuid[], $3::uuid[]) AS pair (one, other))`,
        [roundId, ...now],
      );
    }
    await manager.query(
      `INSERT INTO round_meetings (event_id, round_id, one_id, other_id)
       SELECT $1, $2, one, other FROM unnest($3::uuid[], $4::uuid[]) AS pair (one, other) ON CONFLICT DO NOTHING`,
      [eventId, roundId, ...now],
    );
  }

  async removeAllMeetings(manager: EntityManager, roundId: string): Promise<void> {
    await manager.query('DELETE FROM round_meetings WHERE round_id = $1', [roundId]);
  }

  /** Whoever did not come has met nobody. */
  async removeMissed(manager: EntityManager, roundId: string): Promise<void> {
    await manager.query(
      `DELETE FROM round_meetings meeting USING round_seats seat
       WHERE meeting.round_id = $1 AND seat.round_id = $1 AND seat.attendance = 'missing'
         AND seat.registration_id IN (meeting.one_id, meeting.other_id)`,
      [roundId],
    );
  }

  async meetingsOf(manager: EntityManager, roundId: string): Promise<Pair[]> {
    const rows = await manager.query<{ one: string; other: string }[]>(
      'SELECT one_id AS one, other_id AS other FROM round_meetings WHERE round_id = $1 ORDER BY 1, 2',
      [roundId],
    );
    return rows.map(({ one, other }): Pair => [one, other]);
  }

  /** Who sat out, and who sat in threes, in the rounds of this event that are over. `lastRound`: in the one given. */
  async turns(
    manager: EntityManager,
    eventId: string,
    lastRoundId: string | null,
  ): Promise<{ satOut: Turn[]; trios: Turn[] }> {
    const rows = await manager.query<(Turn & { out: boolean })[]>(
      `SELECT id, out, count(*)::int AS times, bool_or(round_id = $2) IS TRUE AS "lastRound" FROM (
         SELECT seat.registration_id AS id, seat.round_id, seat.table_no IS NULL AS out,
           count(*) OVER (PARTITION BY seat.round_id, seat.table_no) AS people
         FROM rounds JOIN round_seats seat ON seat.round_id = rounds.id
         WHERE rounds.event_id = $1 AND rounds.phase = 'over'
       ) AS turn WHERE out OR people = 3 GROUP BY id, out`,
      [eventId, lastRoundId],
    );
    return { satOut: rows.filter(({ out }) => out), trios: rows.filter(({ out }) => !out) };
  }

  async hold(manager: EntityManager, roundId: string, table: number, held: boolean): Promise<void> {
    await manager.query(
      held
        ? 'INSERT INTO round_holds (round_id, table_no) VALUES ($1, $2) ON CONFLICT DO NOTHING'
        : 'DELETE FROM round_holds WHERE round_id = $1 AND table_no = $2',
      [roundId, table],
    );
  }

  async heldTables(roundId: string, manager = this.dataSource.manager): Promise<Set<number>> {
    const rows = await manager.query<{ table: number }[]>(
      'SELECT table_no AS "table" FROM round_holds WHERE round_id = $1',
      [roundId],
    );
    return new Set(rows.map(({ table }) => table));
  }
}
