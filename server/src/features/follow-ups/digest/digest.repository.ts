import { Injectable } from '@nestjs/common';
import type { Digest, Locale } from '@teabreak/shared';
import { DataSource, type EntityManager } from 'typeorm';
import type { Day } from '../follow-up-schedule.js';
import type { DigestPerson } from './digest-mail.js';

export interface DueDigest {
  accountId: string;
  email: string;
  locale: Locale;
  /** Today where the person lives. */
  today: Day;
  /** They also want what waits for their answer. */
  answers: boolean;
}
type Choice = Omit<Digest, 'email'>;

@Injectable()
export class DigestRepository {
  constructor(private readonly dataSource: DataSource) {}

  async find(accountId: string): Promise<{ choice: Choice | null; email: string | null; zone: string | null }> {
    const rows: (Choice & { chosen: boolean; email: string | null; zone: string | null })[] =
      await this.dataSource.query(
        `SELECT d.account_id IS NOT NULL AS chosen, d.rhythm, d.weekday, d.hour, d.time_zone AS "timeZone", d.answers, a.email,
         (SELECT v.time_zone FROM registrations r JOIN events v ON v.id = r.event_id WHERE r.account_id = a.id
           ORDER BY v.starts_at DESC LIMIT 1) AS zone
       FROM accounts a LEFT JOIN digests d ON d.account_id = a.id WHERE a.id = $1`,
        [accountId],
      );
    const [row] = rows;
    if (!row) return { choice: null, email: null, zone: null };
    const { chosen, email, zone, ...choice } = row;
    return { choice: chosen ? choice : null, email, zone };
  }

  /** A change of the hour does not bring a second mail on the same day. */
  async put(accountId: string, { rhythm, weekday, hour, timeZone, answers }: Choice, at: Date): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO digests (account_id, rhythm, weekday, hour, time_zone, answers, updated_at) VALUES ($1, $2, $3, $4, $5, $7, $6)
       ON CONFLICT (account_id) DO UPDATE SET rhythm = excluded.rhythm, weekday = excluded.weekday, hour = excluded.hour,
         time_zone = excluded.time_zone, answers = excluded.answers, updated_at = excluded.updated_at`,
      [accountId, rhythm, weekday, hour, timeZone, at, answers],
    );
  }

  async stop(accountId: string, at: Date): Promise<void> {
    await this.dataSource.query(`UPDATE digests SET rhythm = 'never', updated_at = $2 WHERE account_id = $1`, [
      accountId,
      at,
    ]);
  }

  /**
   * Takes up to `count` digests whose hour has come, each for that day: whoever takes one writes its mail in the same transaction, and
   * no other server sees it meanwhile. Who sits in a session is not disturbed: theirs waits until it is over.
   */
  async take(manager: EntityManager, count: number, now: Date): Promise<DueDigest[]> {
    const [rows]: [DueDigest[], number] = await manager.query(
      `WITH due AS (
         SELECT d.account_id, a.email, a.locale, ($1::timestamptz AT TIME ZONE d.time_zone)::date AS today
         FROM digests d JOIN accounts a ON a.id = d.account_id
         WHERE d.rhythm <> 'never' AND a.email IS NOT NULL
           AND d.done_on IS DISTINCT FROM ($1::timestamptz AT TIME ZONE d.time_zone)::date
           AND d.hour <= extract(hour FROM $1::timestamptz AT TIME ZONE d.time_zone)
           AND (d.rhythm = 'daily' OR d.weekday = extract(isodow FROM $1::timestamptz AT TIME ZONE d.time_zone))
           AND NOT EXISTS (SELECT FROM registrations r
             JOIN agenda_items s ON s.event_id = r.event_id AND s.kind = 'session' AND s.starts_at <= $1 AND s.ends_at > $1
             WHERE r.account_id = d.account_id AND r.checked_in_at IS NOT NULL AND NOT EXISTS (SELECT FROM agenda_items pause
               WHERE pause.event_id = r.event_id AND pause.kind = 'break' AND pause.opened_at IS NOT NULL AND pause.closed_at IS NULL))
         ORDER BY d.account_id LIMIT $2 FOR UPDATE OF d SKIP LOCKED
       )
       UPDATE digests d SET done_on = due.today FROM due WHERE d.account_id = due.account_id
       RETURNING d.account_id AS "accountId", due.email, due.locale, due.today::text, d.answers`,
      [now, count],
    );
    return rows;
  }

  /** The most overdue first. */
  people(manager: EntityManager, accountId: string, today: Day): Promise<DigestPerson[]> {
    return manager.query(
      `SELECT r.name, v.title AS "eventTitle"
       FROM follow_ups f JOIN encounters e ON e.id = f.encounter_id JOIN events v ON v.id = e.event_id
         JOIN registrations r ON r.event_id = e.event_id AND r.account_id = f.other_account_id
       WHERE f.account_id = $1 AND f.stopped_at IS NULL AND f.due_on <= $2 AND NOT EXISTS (SELECT FROM blocks b
         WHERE (b.blocker_id, b.blocked_id) IN (($1, f.other_account_id), (f.other_account_id, $1)))
       ORDER BY f.due_on, r.sort_key, f.id`,
      [accountId, today],
    );
  }
}
