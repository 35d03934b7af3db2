import { Injectable } from '@nestjs/common';
import type { OddOneOut } from '@teabreak/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { SharedLookup } from '../../database/shared-lookup.js';

export interface SeriesRow {
  id: string;
  eventId: string;
  breakId: string | null;
  minutes: number;
  changeoverSeconds: number;
  rounds: number;
  oddOneOut: OddOneOut;
  state: 'running' | 'ended';
  stoppedAt: Date | null;
  createdAt: Date;
}
export type StoredPhase = 'changeover' | 'running' | 'over' | 'cancelled';
export interface RoundRow {
  id: string;
  seriesId: string;
  number: number;
  phase: StoredPhase;
  startsAt: Date;
  endsAt: Date;
}

const SERIES = `id, event_id AS "eventId", break_id AS "breakId", minutes, changeover_seconds AS "changeoverSeconds", rounds,
  odd_one_out AS "oddOneOut", state, stopped_at AS "stoppedAt", created_at AS "createdAt"`;
const ROUND = `id, series_id AS "seriesId", number, phase, starts_at AS "startsAt", ends_at AS "endsAt"`;

/** How an event's rounds stand. */
export interface Standing {
  /** The newest one; null: the event has had no rounds. */
  series: SeriesRow | null;
  /** Its last one; null: none was begun. */
  round: RoundRow | null;
}

/** Series of rounds and their rounds. Whoever changes anything of a series holds its row locked. */
@Injectable()
export class RoundsRepository {
  /** Every phone of an event asks at the moment when tables are made. */
  private readonly standings = new SharedLookup<string, Standing>(
    (eventId) => eventId.toLowerCase(),
    (eventIds) => this.findStandings(eventIds),
  );

  constructor(private readonly dataSource: DataSource) {}

  async standing(eventId: string): Promise<Standing> {
    return (await this.standings.get(eventId)) ?? { series: null, round: null };
  }

  /** The series that runs, locked until the commit: one after the other for whoever changes it. */
  async lockRunning(manager: EntityManager, eventId: string): Promise<SeriesRow | null> {
    const rows = await manager.query<SeriesRow[]>(
      `SELECT ${SERIES} FROM round_series WHERE event_id = $1 AND state = 'running' FOR UPDATE`,
      [eventId],
    );
    return rows[0] ?? null;
  }

  /** The same where its step is due and nobody else is at it: of several servers one performs the step. */
  async lockDue(manager: EntityManager, seriesId: string, now: Date): Promise<SeriesRow | null> {
    const rows = await manager.query<SeriesRow[]>(
      `SELECT ${SERIES} FROM round_series WHERE id = $1 AND state = 'running' AND next_step_at <= $2 FOR UPDATE SKIP LOCKED`,
      [seriesId, now],
    );
    return rows[0] ?? null;
  }

  async due(now: Date): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT id FROM round_series WHERE state = 'running' AND next_step_at <= $1 ORDER BY next_step_at`,
      [now],
    );
    return rows.map(({ id }) => id);
  }

  /** When the next step of any series is due. */
  async nextStepAt(): Promise<Date | null> {
    const rows: { at: Date | null }[] = await this.dataSource.query(
      `SELECT min(next_step_at) AS at FROM round_series WHERE state = 'running'`,
    );
    return rows[0]?.at ?? null;
  }

  /** null: one runs already. */
  async start(
    manager: EntityManager,
    eventId: string,
    breakId: string,
    settings: Pick<SeriesRow, 'minutes' | 'changeoverSeconds' | 'rounds' | 'oddOneOut'>,
    now: Date,
  ): Promise<SeriesRow | null> {
    const rows = await manager.query<SeriesRow[]>(
      `INSERT INTO round_series (event_id, break_id, minutes, changeover_seconds, rounds, odd_one_out, next_step_at, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $7)
       ON CONFLICT (event_id) WHERE state = 'running' DO NOTHING RETURNING ${SERIES}`,
      [eventId, breakId, settings.minutes, settings.changeoverSeconds, settings.rounds, settings.oddOneOut, now],
    );
    return rows[0] ?? null;
  }

  async stepAt(manager: EntityManager, seriesId: string, at: Date): Promise<void> {
    await manager.query('UPDATE round_series SET next_step_at = $2 WHERE id = $1', [seriesId, at]);
  }

  async stop(manager: EntityManager, seriesId: string, now: Date): Promise<void> {
    await manager.query('UPDATE round_series SET stopped_at = coalesce(stopped_at, $2) WHERE id = $1', [seriesId, now]);
  }

  async end(manager: EntityManager, seriesId: string, now: Date): Promise<void> {
    await manager.query(`UPDATE round_series SET state = 'ended', ended_at = $2, next_step_at = NULL WHERE id = $1`, [
      seriesId,
      now,
    ]);
  }

  /** The last round of the series that was not cancelled: the one that runs, while one does. */
  async lastRound(manager: EntityManager, seriesId: string): Promise<RoundRow | null> {
    const rows = await manager.query<RoundRow[]>(
      `SELECT ${ROUND} FROM rounds WHERE series_id = $1 AND phase <> 'cancelled' ORDER BY number DESC LIMIT 1`,
      [seriesId],
    );
    return rows[0] ?? null;
  }

  async isRoundOf(eventId: string, roundId: string): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query('SELECT 1 FROM rounds WHERE event_id = $1 AND id = $2', [
      eventId,
      roundId,
    ]);
    return rows.length > 0;
  }

  async addRound(
    manager: EntityManager,
    { id, eventId }: Pick<SeriesRow, 'id' | 'eventId'>,
    round: Pick<RoundRow, 'number' | 'startsAt' | 'endsAt'>,
  ): Promise<string> {
    const rows = await manager.query<{ id: string }[]>(
      'INSERT INTO rounds (event_id, series_id, number, starts_at, ends_at) VALUES ($1, $2, $3, $4, $5) RETURNING id',
      [eventId, id, round.number, round.startsAt, round.endsAt],
    );
    return (rows[0] as { id: string }).id;
  }

  async setPhase(manager: EntityManager, roundId: string, phase: 'running' | 'cancelled'): Promise<void> {
    await manager.query('UPDATE rounds SET phase = $2 WHERE id = $1', [roundId, phase]);
  }

  /** A round that is ended earlier than planned ended then. */
  async closeRound(manager: EntityManager, roundId: string, now: Date): Promise<void> {
    await manager.query(`UPDATE rounds SET phase = 'over', ends_at = least(ends_at, $2) WHERE id = $1`, [roundId, now]);
  }

  /** A break goes on until somebody closes it, past its planned end too. */
  async isOpen(manager: EntityManager, eventId: string, breakId: string | null): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `SELECT 1 FROM agenda_items
       WHERE event_id = $1 AND id = $2 AND kind = 'break' AND opened_at IS NOT NULL AND closed_at IS NULL`,
      [eventId, breakId],
    );
    return rows.length > 0;
  }

  async isBreak(eventId: string, itemId: string): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      `SELECT 1 FROM agenda_items WHERE event_id = $1 AND id = $2 AND kind = 'break'`,
      [eventId, itemId],
    );
    return rows.length > 0;
  }

  private async findStandings(eventIds: readonly string[]): Promise<Map<string, Standing>> {
    const found: SeriesRow[] = await this.dataSource.query(
      `SELECT DISTINCT ON (event_id) ${SERIES} FROM round_series WHERE event_id = ANY($1)
       ORDER BY event_id, state = 'running' DESC, created_at DESC`,
      [eventIds],
    );
    const rounds: RoundRow[] = await this.dataSource.query(
      `SELECT DISTINCT ON (series_id) ${ROUND} FROM rounds WHERE series_id = ANY($1) AND phase <> 'cancelled'
       ORDER BY series_id, number DESC`,
      [found.map(({ id }) => id)],
    );
    return new Map(
      found.map((series) => [
        series.eventId,
        { series, round: rounds.find(({ seriesId }) => seriesId === series.id) ?? null },
      ]),
    );
  }
}
